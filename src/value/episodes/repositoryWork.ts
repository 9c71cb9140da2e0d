import type { ActivityInterval } from '../../model/activity.ts';
import type { Cohort } from '../../model/cohort.ts';
import type { TurnTime } from '../../model/sessionTurns.ts';

/** When text was written that belongs to an episode: what places the time around it. */
export interface WorkMark {
  /** UTC ms. */
  readonly at: number;
  readonly source: string;
  readonly session: string;
  /** Branch and local day, joined by a line feed. */
  readonly episode: string;
}

/** What the ledger holds of one repository, as far as hours are told from it. */
export interface RepositoryWork {
  readonly repo: string;
  /** UTC ms until which its default branch is known. */
  readonly knownUntil: number;
  readonly cohorts: readonly Cohort[];
  /** In order of time. */
  readonly marks: readonly WorkMark[];
  readonly turns: readonly { readonly source: string; readonly session: string; readonly turns: readonly TurnTime[] }[];
  /** UTC ms of the person's own commits. */
  readonly commits: readonly number[];
  readonly activities: readonly ActivityInterval[];
  /** Effective lines seen being typed, by episode (branch and local day). */
  readonly handLines: ReadonlyMap<string, number>;
  /** Which side of a coin came up before the task, by episode. */
  readonly coins: ReadonlyMap<string, 'ai' | 'hand'>;
}
