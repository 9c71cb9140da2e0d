import type { Clock } from '../model/time.ts';

/** Timers and clock, passed in so that tests can turn them by hand. */
export interface Timers {
  readonly now: Clock;
  readonly set: (work: () => void, milliseconds: number) => unknown;
  readonly clear: (timer: unknown) => void;
}

export const realTimers: Timers = {
  now: Date.now,
  set: (work, milliseconds) => setTimeout(work, milliseconds),
  clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
};

export interface Debouncer {
  /** Something happened. */
  poke(): void;
  /** Forgets what is waiting. */
  dispose(): void;
}

/**
 * Runs `work` once things have been quiet for `quiet` ms, and at the latest `longest` ms after the first poke:
 * an agent that writes without a pause must not put it off for ever.
 *
 *     poke poke   poke                      poke poke poke poke poke poke
 *     └──── first    └── quiet ──► work     └────────── longest ─────────► work
 */
export function debounce(work: () => void, quiet: number, longest: number, timers: Timers = realTimers): Debouncer {
  let timer: unknown = null;
  let first = 0;
  const run = (): void => {
    timer = null;
    work();
  };
  return {
    poke: () => {
      const now = timers.now();
      if (timer === null) first = now;
      else timers.clear(timer);
      timer = timers.set(run, Math.max(0, Math.min(quiet, first + longest - now)));
    },
    dispose: () => {
      if (timer !== null) timers.clear(timer);
      timer = null;
    },
  };
}
