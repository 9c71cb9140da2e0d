import v8 from 'node:v8';

/** Of V8's space for new objects. It may double a few times more until somebody looks again; more makes a scan no faster. */
const enough = 16_000_000;
const lookEvery = 20;

/**
 * Keeps V8's space for new objects small. Reading history makes much short-lived garbage, for which it would
 * take 134 MB; a worker thread can be given a limit, the main thread only once it runs: by telling V8 to double
 * that space no more. V8 makes it smaller again by itself, so this goes on looking. A version of V8 without this
 * flag goes on as it does by itself.
 */
export function smallNursery(): void {
  let set = 2;
  const timer = setInterval(() => {
    const nursery = v8.getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
    const factor = nursery === undefined || nursery.space_size < enough ? 2 : 1;
    if (factor !== set) v8.setFlagsFromString(`--semi-space-growth-factor=${factor}`);
    set = factor;
  }, lookEvery);
  timer.unref();
}
