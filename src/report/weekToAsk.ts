import { skipPrefix } from '../model/episode.ts';
import { day } from '../model/time.ts';

const week = 7 * day;
/** Nobody remembers how a week felt after more than two others. */
const remembered = 2 * week;

/** Under which key a skipped week is kept among what is not to be shown again. @param start its Monday, UTC ms */
export function skipKey(start: number): string {
  return `${skipPrefix}${new Date(start).toISOString().slice(0, 10)}`;
}

/**
 * The week a person may be asked about: the last one with AI work that is over, as long as it is remembered.
 *
 *     worked | answered | worked | now      asks about the third
 *
 * @param worked starts of the weeks with AI work, UTC ms
 * @param settled whether the week that starts then was answered or skipped
 * @returns its start, or null when there is nothing to ask
 */
export function weekToAsk(worked: readonly number[], settled: (start: number) => boolean, asOf: number): number | null {
  const over = worked.filter((start) => start + week <= asOf);
  if (over.length === 0) return null;
  const last = Math.max(...over);
  return settled(last) || last + week + remembered < asOf ? null : last;
}
