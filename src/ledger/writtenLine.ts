import type { Contribution, InsertedLine } from '../model/contribution.ts';
import type { FollowedLine } from '../model/followedLine.ts';
import { lineFlags } from '../model/lineText.ts';
import { localDay } from '../model/time.ts';

/** All work on one branch in one local day: the branch and the day, joined by a line feed. */
export function episodeOf(contribution: Pick<Contribution, 'branch' | 'at'>): string {
  return `${contribution.branch ?? ''}\n${localDay(contribution.at)}`;
}

/** UTC ms of the noon of the person's calendar day that holds `at`. */
export function localNoon(at: number): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate(), 12).getTime();
}

/** A line as it is the moment an agent wrote it: nothing is known of it but the writing. */
export function writtenLine(id: number, row: number, ordinal: number, writtenAt: number, line: InsertedLine): FollowedLine {
  return {
    id,
    contribution: row,
    ordinal,
    fingerprint: line.fingerprint,
    loose: line.loose,
    writtenAt,
    tokens: line.tokens,
    flags: line.flags,
    first: null,
    tier: null,
    pushedAt: null,
    merged: null,
    changes: 0,
    editCause: null,
    retained: 1,
    death: null,
    place: 'none',
    supersededAt: null,
  };
}

/** Takes a line back to how it was written. Token fingerprints that are gone stay gone: git holds the text. */
export function forgetFindings(line: FollowedLine): void {
  line.flags &= ~lineFlags.duplicate;
  line.first = null;
  line.tier = null;
  line.pushedAt = null;
  line.merged = null;
  line.changes = 0;
  line.editCause = null;
  line.retained = 1;
  line.death = null;
  line.place = 'none';
  line.supersededAt = null;
}

/** Whether a line still waits for the commit that holds it. */
export function isOpen(line: FollowedLine): boolean {
  return line.first === null && line.death === null && line.supersededAt === null;
}

/** Order that depends on what was written only, never on the order in which it was read. */
export function byWriting(one: { readonly at: number; readonly id: string }, other: { readonly at: number; readonly id: string }): number {
  if (one.at !== other.at) return one.at - other.at;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}
