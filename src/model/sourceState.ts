/**
 * How a source of provenance fares.
 *
 * - reading: its records are read
 * - not found: nothing of it is on this machine or in this repository
 * - nothing here: it was found, and holds nothing of this repository
 * - unreadable: it was found, and hardly a record of it could be understood
 * - changed: records that are not understood became many lately: its format changed
 * - silent: its tool is in use, and nothing of that use was seen
 */
export const sourceStates = ['reading', 'not found', 'nothing here', 'unreadable', 'changed', 'silent'] as const;
export type SourceState = (typeof sourceStates)[number];
