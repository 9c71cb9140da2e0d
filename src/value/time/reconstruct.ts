import { minute } from '../../model/time.ts';
import type { AttendedInterval } from '../../model/episode.ts';
import type { IdleLimits } from './idle.ts';

/** Times of one agent session, UTC ms, ascending. Times only: what was asked is not known here. */
export interface SessionTimes {
  readonly session: string;
  readonly repo: string;
  /** The episode that work at a time belongs to; null when it can't be told. */
  readonly episodeAt: (at: number) => string | null;
  readonly prompts: readonly number[];
  readonly edits: readonly number[];
  /** When the agent had finished each turn. */
  readonly turnEnds: readonly number[];
  /** Commits the person made after this session's turns, outside of them. */
  readonly commits: readonly number[];
}

/** What stands before a prompt or commit that follows a long silence. */
const lead = minute;

/**
 * Attended time of an agent session from its times:
 *
 *     prompt        turn end         prompt            commit
 *       |--- agent ----|--- person ----|                 |
 *       waiting        reading                 lead, or reading since the turn's end
 *       (as far as watched)
 *
 * From a turn's end to the next prompt or commit the person read and wrote, as far as the idle limit. Of a turn they
 * watched the beginning as far as the idle limit; all of a short one. A long run costs nothing in between.
 */
export function reconstruct(session: SessionTimes, limits: IdleLimits): AttendedInterval[] {
  if (isTimeless(session)) return [];
  const { repo, episodeAt, prompts, turnEnds, commits } = session;
  const intervals: AttendedInterval[] = [];
  const add = (from: number, to: number, kind: AttendedInterval['kind']): void => {
    if (to > from) intervals.push({ from, to, kind, repo, grade: 'reconstructed', episode: episodeAt(from) });
  };
  for (const [at, prompt] of prompts.entries()) {
    const next = prompts[at + 1] ?? Infinity;
    const end = turnEnds.findLast((time) => time >= prompt && time <= next) ?? prompt;
    add(prompt, Math.min(end, prompt + limits.reading), 'waiting');
    // a new prompt while the agent still works: the person was there
    if (end === prompt && next < prompt + limits.reading) add(prompt, next, 'waiting');
  }
  for (const [times, kind] of [[prompts, 'prompting'], [commits, 'reading']] as const) {
    for (const time of times) {
      const end = lastBefore(turnEnds, time);
      const began = lastBefore(prompts, time);
      if (end !== null && end >= (began ?? -Infinity) && time - end <= limits.reading) {
        const typed = kind === 'prompting' ? Math.min(lead, (time - end) / 2) : 0;
        add(end, time - typed, 'reading');
        add(time - typed, time, kind);
      } else add(Math.max(time - lead, end ?? -Infinity), time, kind);
    }
  }
  return intervals;
}

/** Edits that all happened in one moment: a log without times, or one that was tampered with. Its time is unknown, not zero. */
export function isTimeless({ prompts, edits, turnEnds }: SessionTimes): boolean {
  const all = [...prompts, ...edits, ...turnEnds];
  return edits.length >= 3 && Math.max(...all) - Math.min(...all) < 1000;
}

function lastBefore(times: readonly number[], time: number): number | null {
  return times.findLast((one) => one < time) ?? null;
}
