/**
 * What hours are estimated from: plain data, filled from the ledger's rollups and the activity intervals.
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
export interface AttendedInterval {
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
  /** Lines seen being typed. Lines of unknown origin are on neither side: whose they are nobody saw. */
  readonly handLines: number;
  readonly survival: Readonly<Record<ValueHorizon, SurvivalCount>>;
  /**
   * Horizons that were over for most of its lines, whatever became of them: of a young episode only deaths can be
   * known. Absent: those at which few lines are open.
   */
  readonly settled?: readonly ValueHorizon[];
  readonly hours: Hours;
  readonly timeGrade: TimeGrade;
  /** The person flipped a coin before the task, and this side came up; null without a coin. */
  readonly coin: 'ai' | 'hand' | null;
}

/** Hours in a week: nobody feels more. */
export const mostHours = 168;

/** What a person felt a week was, asked before the estimate was shown. Hours. */
export interface FeltWeek {
  /** UTC ms of the week's Monday. */
  readonly week: number;
  readonly saved: number;
  readonly fixing: number;
}

/** What the keys of skipped weeks begin with, among what is not to be shown again. */
export const skipPrefix = 'felt ';

/** 90 % range a person enters for 50 effective lines by hand. Hours. */
export interface PaceRange {
  readonly low: number;
  readonly high: number;
}
