import { activities } from '../ledger/activities.ts';
import { cohorts } from '../ledger/cohortQuery.ts';
import { coins } from '../ledger/coins.ts';
import { createFollowStore } from '../ledger/followStore.ts';
import { handLinesByEpisode } from '../ledger/handLines.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { ownCommits } from '../ledger/ownCommits.ts';
import { repositories } from '../ledger/repositories.ts';
import { sessionTurns } from '../ledger/sessionTurns.ts';
import { workMarks } from '../ledger/workMarks.ts';
import type { Cohort } from '../model/cohort.ts';
import type { RepositoryWork } from '../value/episodes/repositoryWork.ts';
import { loadFollowState } from './followState.ts';

/**
 * What hours are told from, of every repository in the ledger: own pace comes from all of them.
 * @param here the repository at hand, with its cohorts, and until when (UTC ms) its default branch is known
 */
export function allRepositoryWork(ledger: Ledger, here: { readonly repo: number; readonly knownUntil: number; readonly cohorts: readonly Cohort[] }): RepositoryWork[] {
  return repositories(ledger).map(({ id }): RepositoryWork => ({
    repo: episodeRepo(id),
    knownUntil: id === here.repo ? here.knownUntil : (loadFollowState(createFollowStore(ledger, id))?.followedUntil ?? 0),
    cohorts: id === here.repo ? here.cohorts : cohorts(ledger, id),
    marks: workMarks(ledger, id),
    turns: sessionTurns(ledger, id),
    commits: ownCommits(ledger, id).map(({ at }) => at),
    activities: activities(ledger, id),
    coins: new Map(coins(ledger, id).map(({ episode, side }) => [episode, side])),
    handLines: new Map(handLinesByEpisode(ledger, id).map(({ episode, lines }) => [episode, lines])),
  }));
}

/** How episodes name their repository. */
export function episodeRepo(repo: number): string {
  return String(repo);
}
