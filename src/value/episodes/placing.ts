import type { Calendar } from './calendar.ts';
import type { WorkMark } from './repositoryWork.ts';

/** To which episode a moment belongs. */
export type EpisodeAt = (at: number) => string;

/**
 * A moment belongs to the episode of what was written next on the same day, or else last before it on that day; a day
 * on which nothing was written has one episode without a branch.
 *
 *     asked          wrote on x        asked     wrote on y       asked
 *       └── x ───────────┘               └── y ──────┘ ──── y ──────┘
 *
 * @param marks in order of time
 */
export function placeBy(marks: readonly WorkMark[], { dayOf }: Calendar, usual: (day: string, at: number) => string = (day) => `\n${day}`): EpisodeAt {
  const times = marks.map(({ at }) => at);
  const days = marks.map(({ at }) => dayOf(at));
  return (at) => {
    const day = dayOf(at);
    const next = firstAtOrAfter(times, at);
    if (days[next] === day) return marks[next]!.episode;
    return days[next - 1] === day ? marks[next - 1]!.episode : usual(day, at);
  };
}

/** Index of the first of ascending times that is not before `at`. */
export function firstAtOrAfter(times: readonly number[], at: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
