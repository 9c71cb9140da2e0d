import type { ActivityKind } from '../../model/activity.ts';
import type { AttendedInterval, TimeKind } from '../../model/episode.ts';
import { handSource } from '../../model/observed.ts';
import { minute } from '../../model/time.ts';
import type { Calendar } from './calendar.ts';
import { firstAtOrAfter, placeBy } from './placing.ts';
import type { RepositoryWork } from './repositoryWork.ts';

const kinds: Readonly<Record<ActivityKind, TimeKind>> = { 'editing own': 'writing', 'editing ai': 'fixing', 'reading diff': 'reading', waiting: 'waiting' };

/** A diff that is read this far from anything an agent did is somebody else's. */
const nearAgent = 30 * minute;

/** Attended time that the editor saw. Hand-written lines place it where nothing else does. */
export function measuredTime({ repo, marks, turns, activities, handLines }: Pick<RepositoryWork, 'repo' | 'marks' | 'turns' | 'activities' | 'handLines'>, calendar: Calendar, until: number): AttendedInterval[] {
  const typed = new Map([...handLines.keys()].map((episode) => [episode.slice(episode.lastIndexOf('\n') + 1), episode]));
  const episodeAt = placeBy(marks, calendar, (day) => typed.get(day) ?? `\n${day}`);
  const agents = [...marks.filter(({ source }) => source !== handSource).map(({ at }) => at), ...turns.flatMap((session) => session.turns.map(({ at }) => at))].toSorted((a, b) => a - b);
  const isNear = (from: number, to: number): boolean => (agents[firstAtOrAfter(agents, from - nearAgent)] ?? Infinity) <= to + nearAgent;
  return activities.flatMap(({ kind, from, to }): AttendedInterval[] => {
    if (from >= until || (kind === 'reading diff' && !isNear(from, to))) return [];
    return [{ from, to: Math.min(to, until), kind: kinds[kind], repo, grade: 'measured', episode: episodeAt(from) }];
  });
}
