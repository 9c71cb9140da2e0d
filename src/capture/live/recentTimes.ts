/** When something last happened to each of many things, for as long as it matters. */
export interface RecentTimes {
  readonly happened: (name: string, at: number) => void;
  /** Milliseconds since; null when not lately. */
  readonly age: (name: string, at: number) => number | null;
  /** Whether it happened lately; it counts for one asker only. */
  readonly use: (name: string, at: number) => boolean;
}

/** Names kept before old ones are looked for. */
const roomy = 1000;

/** @param lately milliseconds */
export function recentTimes(lately: number): RecentTimes {
  const times = new Map<string, number>();
  const age = (name: string, at: number): number | null => {
    const time = times.get(name);
    return time === undefined || at - time > lately ? null : Math.max(0, at - time);
  };
  return {
    happened(name, at) {
      // Set anew, so that the oldest come first.
      times.delete(name);
      times.set(name, at);
      if (times.size > roomy) for (const old of times.keys()) {
        if (age(old, at) !== null) break;
        times.delete(old);
      }
    },
    age,
    use(name, at) {
      const used = age(name, at) !== null;
      if (used) times.delete(name);
      return used;
    },
  };
}
