import type { LineRecord } from './lineStory.ts';

/** One line behind a figure, with what a person needs to find it again. Times are UTC ms; never text. */
export interface EvidenceLine extends LineRecord {
  readonly session: string;
  /** UTC ms of the contribution. */
  readonly contributionAt: number;
  /** The path it was written to. */
  readonly contributionPath: string;
  /** Place within the contribution, from 0. */
  readonly ordinal: number;
}
