/**
 * What the estimate is made from: plain data, filled from the ledger's rollups and the activity intervals.
 * No text, no prompts, no token, prompt or acceptance counts: there is no field that could hold one.
 */

/** What attended time went into. */
export const timeKinds = ['prompting', 'waiting', 'reading', 'fixing', 'writing', 'reworking'] as const;
export type TimeKind = (typeof timeKinds)[number];
/** Hours by kind. */
export type Hours = Readonly<Record<TimeKind, number>>;

/** Measured by the editor, or reconstructed from transcript and commit times. */
export const timeGrades = ['measured', 'reconstructed'] as const;
export type TimeGrade = (typeof timeGrades)[number];

/** Stretch of attended time. UTC ms, `from` before `to`. */
export interface ActivityInterval {
  readonly from: number;
  readonly to: number;
  readonly kind: TimeKind;
  readonly repo: string;
  readonly grade: TimeGrade;
  /** The episode it belongs to; null when it can't be told. */
  readonly episode: string | null;
}

/** Effective AI lines at one horizon. `open`: not old enough, and alive so far. */
export interface SurvivalCount {
  readonly alive: number;
  readonly dead: number;
  readonly open: number;
}

/** Days after the merge; at 0 stands what reached a commit. */
export const valueHorizons = [0, 30, 90] as const;
export type ValueHorizon = (typeof valueHorizons)[number];

/** All work on one branch in one local day. Lines are effective lines of counted grades. */
export interface Episode {
  readonly id: string;
  /** UTC ms of the local day's noon. */
  readonly day: number;
  readonly branch: string;
  readonly repo: string;
  /**
   * AI lines that reached a commit; where nothing reached one (abandoned), all that were written.
   * Drafts the agent replaced itself never count.
   */
  readonly aiLines: number;
  /** Lines seen being typed, or attested as human. */
  readonly handLines: number;
  /** Lines of unknown origin: pasted, or not seen. */
  readonly unknownLines: number;
  readonly survival: Readonly<Record<ValueHorizon, SurvivalCount>>;
  readonly hours: Hours;
  readonly timeGrade: TimeGrade;
  /** The person flipped a coin before the task, and this side came up; null without a coin. */
  readonly coin: 'ai' | 'hand' | null;
}

/** What a person felt a week was, asked before the estimate was shown. Hours. */
export interface FeltWeek {
  /** UTC ms of the week's Monday. */
  readonly week: number;
  readonly saved: number;
  readonly fixing: number;
}

/** 90 % range a person enters for 50 effective lines by hand. Hours. */
export interface PaceRange {
  readonly low: number;
  readonly high: number;
}

export interface ValueInputs {
  /** Everything known of this person, also outside the window and from other repositories: own pace comes from all of it. */
  readonly episodes: readonly Episode[];
  /** UTC ms; the last twelve weeks as a rule. */
  readonly window: { readonly since: number; readonly until: number };
  readonly asOf: number;
  readonly paceRange: PaceRange | null;
  readonly felt: readonly FeltWeek[];
  /** Values a person set, by the name of the assumption. */
  readonly set: Readonly<Partial<Record<string, number>>>;
  readonly seed: number;
}

/** Sum over kinds. */
export function totalHours(hours: Hours): number {
  return timeKinds.reduce((sum, kind) => sum + hours[kind], 0);
}

/** Share of an episode's lines of known origin that is AI's. */
export function aiShare({ aiLines, handLines }: Episode): number {
  return aiLines + handLines === 0 ? 0 : aiLines / (aiLines + handLines);
}

/** Work with AI: at least one line in twenty is its. Time spent with AI that left no line counts too. */
export function isAiEpisode(episode: Episode): boolean {
  const { prompting, waiting, reading, fixing } = episode.hours;
  return aiShare(episode) >= 0.05 || (episode.aiLines === 0 && episode.handLines === 0 && prompting + waiting + reading + fixing > 0);
}

/** Fit to learn the own pace from: written by hand, and little of it of unknown origin. */
export function isHandEpisode(episode: Episode): boolean {
  const { handLines, unknownLines, hours } = episode;
  return !isAiEpisode(episode) && handLines > 0 && unknownLines <= 0.2 * handLines && hours.writing > 0;
}
