import type { AttendedInterval } from '../../model/episode.ts';
import type { TurnTime } from '../../model/sessionTurns.ts';
import type { IdleLimits } from '../time/idle.ts';
import { reconstruct } from '../time/reconstruct.ts';
import type { Calendar } from './calendar.ts';
import { type EpisodeAt, firstAtOrAfter, placeBy } from './placing.ts';
import type { RepositoryWork } from './repositoryWork.ts';

interface Session {
  readonly name: string;
  /** In order of time, of all its log files. */
  readonly turns: readonly TurnTime[];
  readonly edits: readonly number[];
  readonly episodeAt: EpisodeAt;
  readonly commits: number[];
}

/**
 * Attended time of a repository's agent sessions, from their turns and the person's commits. Forked and resumed
 * sessions repeat turns: the same minutes again, which count once.
 */
export function sessionTime({ repo, marks, turns, commits }: Pick<RepositoryWork, 'repo' | 'marks' | 'turns' | 'commits'>, limits: IdleLimits, calendar: Calendar, until: number): AttendedInterval[] {
  const agents = new Set(turns.map(({ source }) => source));
  // a session that wrote nothing of its own that day shares in what others wrote: it is a copy of one, or prepared it
  const amongAll = placeBy(marks.filter(({ source }) => agents.has(source)), calendar);
  const marksOf = Map.groupBy(marks, ({ source, session }) => `${source}\n${session}`);
  const sessions = [...Map.groupBy(turns, ({ source, session }) => `${source}\n${session}`)].map(([name, files]): Session => {
    const own = marksOf.get(name) ?? [];
    const times = files.flatMap((file) => file.turns).filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at);
    return { name, turns: times, edits: own.map(({ at }) => at), episodeAt: placeBy(own, calendar, (_day, at) => amongAll(at)), commits: [] };
  });
  giveCommits(sessions, commits.filter((at) => at <= until), calendar);
  return sessions.flatMap(({ name, turns: times, edits, episodeAt, commits: own }) =>
    reconstruct({ session: name, repo, episodeAt, edits, commits: own, prompts: timesBy(times, 'person'), turnEnds: timesBy(times, 'agent') }, limits));
}

/** Each commit goes to the session that was last at work before it on the same day; one within a turn is the agent's. */
function giveCommits(sessions: readonly Session[], commits: readonly number[], { dayOf }: Calendar): void {
  const signs = sessions.flatMap((session) => session.turns.map((turn, at) => ({ at: turn.at, by: turn.by, next: session.turns[at + 1], session }))).toSorted((a, b) => a.at - b.at);
  const times = signs.map(({ at }) => at);
  for (const commit of new Set(commits)) {
    const last = signs[firstAtOrAfter(times, commit + 1) - 1];
    if (last === undefined || dayOf(last.at) !== dayOf(commit)) continue;
    const inTurn = last.by === 'person' && last.next?.by === 'agent' && last.next.at >= commit;
    if (!inTurn) last.session.commits.push(commit);
  }
}

function timesBy(turns: readonly TurnTime[], by: TurnTime['by']): number[] {
  return turns.filter((turn) => turn.by === by).map(({ at }) => at);
}
