import type { Episode, FeltWeek, PaceRange } from './episode.ts';

/** By what work is told apart. */
export const groupings = ['kind of work', 'language', 'size', 'tool'] as const;
export type Grouping = (typeof groupings)[number];

/** Effective AI lines and corrections of one group, 30 days after the merge or before it. Counts only: no hours gained. */
export interface GroupCounts {
  readonly grouping: Grouping;
  readonly name: string;
  /** UTC ms: contributions written later are too young to be counted. */
  readonly writtenUntil: number;
  readonly alive: number;
  readonly rewritten: number;
  /** Died otherwise. */
  readonly dead: number;
  /** Minutes of active editing on its lines. */
  readonly correctionMinutes: number;
  /** Episodes the lines come from: lines of one die together. */
  readonly episodes: number;
}

/** A week's net hours as they were told. */
export interface ToldWeek {
  /** UTC ms of the week's Monday. */
  readonly week: number;
  readonly net: HoursInterval;
  /** Its lines' 30 days were not over. */
  readonly provisional: boolean;
}

/** A week's net hours as they were told, and as they are told now. UTC ms, hours. */
export interface Revision {
  readonly week: number;
  readonly at: number;
  readonly was: HoursInterval;
  readonly now: HoursInterval;
  readonly why: 'its 30 days went on' | 'more is known of this person or work';
}

/** 90 % interval, hours. */
export interface HoursInterval {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

/** Everything hours are told from. Of one person; episodes of all repositories, since own pace comes from all of it. */
export interface WorkFacts {
  /** `repo` of this repository's episodes; absent: all episodes are. */
  readonly repo?: string;
  readonly episodes: readonly Episode[];
  /** The same work with idle limits of 60 s and of 900 s, for how much they decide; absent: not known. */
  readonly atLimits?: { readonly strict: readonly Episode[]; readonly lax: readonly Episode[] };
  /** Answers to the weekly question. */
  readonly felt: readonly FeltWeek[];
  /** Weeks that are told differently now. */
  readonly revisions: readonly Revision[];
  readonly groups: readonly GroupCounts[];
  readonly paceRange: PaceRange | null;
  /** Assumptions a person set, by name. */
  readonly set: Readonly<Partial<Record<string, number>>>;
  /** The ledger's own: the same report again gives the same digits. */
  readonly seed: number;
}
