/** Of V8's space for new objects. It may double a few times more until somebody looks again; more makes a scan no faster. */
const enough = 8_000_000;
const usualGrowth = 2;
const lookEvery = 20;
/** In its first moments no process has made that much garbage; many commands are over by then. */
const firstLook = 100;

/** By how much that space grows when it does. */
function growthFlag(factor: number): string {
  return `--semi-space-growth-factor=${factor}`;
}

/** Lets it grow again as V8 has it. */
export function usualNursery(): void {
  process.getBuiltinModule?.('node:v8').setFlagsFromString(growthFlag(usualGrowth));
}

/**
 * Keeps V8's space for new objects small. Reading history makes much short-lived garbage, for which it would
 * take 134 MB; a worker thread can be given a limit, the main thread only once it runs: by telling V8 to double
 * that space no more. V8 makes it smaller again by itself, so this goes on looking. A version of V8 without this
 * flag goes on as it does by itself.
 */
export function smallNursery(): void {
  let set = usualGrowth;
  const look = (): void => {
    const v8 = process.getBuiltinModule?.('node:v8');
    const nursery = v8?.getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
    const factor = nursery === undefined || nursery.space_size < enough ? usualGrowth : 1;
    if (factor !== set) v8?.setFlagsFromString(growthFlag(factor));
    set = factor;
  };
  setTimeout(() => setInterval(look, lookEvery).unref(), firstLook).unref();
}
