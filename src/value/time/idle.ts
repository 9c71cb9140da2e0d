import { second } from '../../model/time.ts';
import type { AssumptionValues } from '../assumptions.ts';

/** Longest pauses that still count as attended. ms. */
export interface IdleLimits {
  readonly editing: number;
  readonly reading: number;
}

export function idleLimits(values: AssumptionValues): IdleLimits {
  return { editing: values.editIdle * second, reading: values.readIdle * second };
}

/** The limits at which the sensitivity of a figure is told: everything stops after 60 s, or after 900 s. */
export const strictLimits: IdleLimits = { editing: 60 * second, reading: 60 * second };
export const laxLimits: IdleLimits = { editing: 900 * second, reading: 900 * second };
