import { second } from './time.ts';

/**
 * What a person was attending to. Prompting can't be seen from inside the editor: agents' logs tell its times.
 *
 * - editing own: changing text of other origin than AI; editing ai: on lines with AI text, or next to them
 * - reading diff: a diff is in front, and moved through
 * - waiting: an agent is at work in the terminal, and the window is looked at
 */
export const activityKinds = ['editing own', 'editing ai', 'reading diff', 'waiting'] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** Attended time of one kind. UTC ms. Intervals of one window never overlap: a minute counts once. */
export interface ActivityInterval {
  readonly kind: ActivityKind;
  readonly from: number;
  readonly to: number;
}

/** Milliseconds without a sign of the person after which they count as gone. */
export const idleAfter: Readonly<Record<ActivityKind, number>> = {
  'editing own': 120 * second,
  'editing ai': 120 * second,
  'reading diff': 300 * second,
  waiting: 300 * second,
};
