import { idleAfter } from '../../model/activity.ts';
import type { ActivityInterval, ActivityKind } from '../../model/activity.ts';

/** What a person attends to in one window: one thing at a time. */
export interface Attention {
  /** A sign of the person at `at` (UTC ms), in the repository at `root`. */
  readonly did: (kind: ActivityKind, root: string, at: number) => void;
  /** They turned to something that is not measured, or to another window; `from`: only if it was this that they did. */
  readonly turnedAway: (at: number, from?: ActivityKind) => void;
  /** Intervals that have ended since the last call, by repository. */
  readonly take: (at: number) => ReadonlyMap<string, readonly ActivityInterval[]>;
}

/**
 *   sign   sign      sign                     sign         turned away
 *   |───────|─────────|······ idle ······      |────────────────|
 *   an interval ends with its last sign        or where the next thing begins
 */
export function followAttention(): Attention {
  let open: { readonly kind: ActivityKind; readonly root: string; readonly from: number; last: number } | null = null;
  let ended = new Map<string, ActivityInterval[]>();

  const end = (at: number): void => {
    if (open === null) return;
    const { kind, root, from, last } = open;
    const to = isIdle(at) ? last : at;
    open = null;
    if (to <= from) return;
    const intervals = ended.get(root) ?? [];
    intervals.push({ kind, from, to });
    ended.set(root, intervals);
  };
  const isIdle = (at: number): boolean => open !== null && at - open.last > idleAfter[open.kind];

  return {
    did(kind, root, at) {
      if (open?.kind !== kind || open.root !== root || isIdle(at)) {
        end(at);
        open = { kind, root, from: at, last: at };
      }
      open.last = at;
    },
    turnedAway(at, from) {
      if (from === undefined || open?.kind === from) end(at);
    },
    take(at) {
      if (isIdle(at)) end(at);
      const taken = ended;
      ended = new Map();
      return taken;
    },
  };
}
