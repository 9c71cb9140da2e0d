import type { Cohort } from '../../model/cohort.ts';
import type { AttendedInterval, Episode, Hours, SurvivalCount } from '../../model/episode.ts';
import { day } from '../../model/time.ts';
import type { AssumptionValues } from '../assumptions.ts';
import { isAiEpisode, totalHours } from '../inputs.ts';
import { type AttendedTime, attendedTime, noHours, withRework } from '../time/attendedTime.ts';
import { idleLimits } from '../time/idle.ts';
import type { Calendar } from './calendar.ts';
import { linesByEpisode } from './episodeLines.ts';
import { measuredTime } from './measuredTime.ts';
import type { RepositoryWork } from './repositoryWork.ts';
import { sessionTime } from './sessionTime.ts';

/**
 * All episodes of a person's work, by day. Time of all repositories is taken together, so that a minute counts once:
 *
 *     lines    cohorts of the ledger        by branch and local day
 *     time     editor's intervals ∪ intervals rebuilt from turns and commits, each minute to one episode
 *     rework   own writing on a day on which the person replaced AI lines, pro rata
 */
export function episodesOf(works: readonly RepositoryWork[], values: AssumptionValues, calendar: Calendar, asOf: number): Episode[] {
  const limits = idleLimits(values);
  const intervals = works.flatMap((work) => [...measuredTime(work, calendar, asOf), ...sessionTime(work, limits, calendar, asOf)]);
  const time = attendedTime(intervals.map(named));
  return works.flatMap((work) => ofRepository(work, time, values, calendar, asOf)).toSorted((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
}

/** Episodes of different repositories may have the same name. */
function named(interval: AttendedInterval): AttendedInterval {
  return { ...interval, episode: idOf(interval.repo, interval.episode ?? '') };
}

function idOf(repo: string, episode: string): string {
  return `${repo}\n${episode}`;
}

/** Hours of less than a second: what is left where others have the minute. */
const shortest = 1 / 3600;

const nothing: Readonly<Record<0 | 30 | 90, SurvivalCount>> = { 0: none(), 30: none(), 90: none() };

function ofRepository(work: RepositoryWork, time: ReadonlyMap<string, AttendedTime>, values: AssumptionValues, calendar: Calendar, asOf: number): Episode[] {
  const { repo, cohorts, knownUntil, handLines, coins } = work;
  const lines = linesByEpisode(cohorts, { asOf, knownUntil: Math.min(knownUntil, asOf), unmergedDays: values.unmergedDays });
  const prefix = idOf(repo, '');
  const timed = [...time.keys()].filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length));
  const replaced = replacedByMe(cohorts, calendar, asOf);
  const typed = new Map<string, number>();
  for (const [episode, count] of handLines) typed.set(dayIn(episode), (typed.get(dayIn(episode)) ?? 0) + count);
  return [...new Set([...lines.keys(), ...handLines.keys(), ...timed])].flatMap((episode): Episode[] => {
    const on = dayIn(episode);
    const at = calendar.noonOf(on);
    if (at - day / 2 > asOf) return [];
    const { hours, grade } = time.get(idOf(repo, episode)) ?? { hours: noHours(), grade: 'reconstructed' as const };
    const { aiLines, survival, settled } = lines.get(episode) ?? { aiLines: 0, survival: nothing, settled: [] };
    if (aiLines === 0 && !handLines.has(episode) && totalHours(hours) < shortest) return [];
    const gone = replaced.get(on) ?? 0;
    const plain: Episode = {
      id: idOf(repo, episode), day: at, branch: episode.slice(0, episode.lastIndexOf('\n')), repo, aiLines, handLines: handLines.get(episode) ?? 0,
      survival, settled, hours, timeGrade: grade, coin: coins.get(episode) ?? null,
    };
    // how much else was changed by hand is known only where typing was seen
    const byHand = typed.get(on) ?? 0;
    return withReworkApart(plain, byHand === 0 ? hours : withRework(hours, gone, gone + byHand));
  });
}

/** Time that went into mending AI's lines is work with AI, also on a day that was all by hand. */
function withReworkApart(episode: Episode, hours: Hours): Episode[] {
  if (hours.reworking === 0) return [episode];
  if (isAiEpisode(episode)) return [{ ...episode, hours }];
  return [
    { ...episode, hours: { ...hours, reworking: 0 } },
    { ...episode, id: `${episode.id}\nrework`, coin: null, handLines: 0, hours: { ...noHours(), reworking: hours.reworking } },
  ];
}

/** The person's own effective AI lines that they took away or rewrote themselves, by local day. */
function replacedByMe(cohorts: readonly Cohort[], { dayOf }: Calendar, asOf: number): Map<string, number> {
  const days = new Map<string, number>();
  for (const { mine, effective, cause, committedAt, diedAt, lines } of cohorts) {
    if (!mine || !effective || cause !== 'me' || committedAt === null || diedAt === null || diedAt > asOf) continue;
    days.set(dayOf(diedAt), (days.get(dayOf(diedAt)) ?? 0) + lines);
  }
  return days;
}

function dayIn(episode: string): string {
  return episode.slice(episode.lastIndexOf('\n') + 1);
}

function none(): SurvivalCount {
  return { alive: 0, dead: 0, open: 0 };
}
