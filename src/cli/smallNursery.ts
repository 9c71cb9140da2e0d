import v8 from 'node:v8';

/** Of V8's space for new objects. Twice as much makes a scan no faster. */
const enough = 16_000_000;
const lookEvery = 20;

/**
 * Keeps V8's space for new objects small. Reading history makes much short-lived garbage, for which it would
 * take 134 MB; a worker thread can be given a limit, the main thread only once it runs: by telling V8 to double
 * that space no more. A version of V8 without this flag would go on as it does by itself.
 */
export function smallNursery(): void {
  const timer = setInterval(() => {
    const nursery = v8.getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
    if (nursery === undefined || nursery.space_size < enough) return;
    clearInterval(timer);
    v8.setFlagsFromString('--semi-space-growth-factor=1');
  }, lookEvery);
  timer.unref();
}
