import type { Contribution, InsertedLine } from '../model/contribution.ts';
import type { FollowedLine } from '../model/followedLine.ts';
import { isEffective, lineFlags } from '../model/lineText.ts';
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

/** How many effective lines no commit ever held; whether they were judged dropped meanwhile, or repeat a block, is no matter. */
export function openAmong(lines: readonly FollowedLine[]): { open: number; replaced: number } {
  const counts = { open: 0, replaced: 0 };
  for (const line of lines) if (line.first === null && isEffective(line.flags & ~lineFlags.duplicate)) counts[line.supersededAt === null ? 'open' : 'replaced']++;
  return counts;
}

/** Order that depends on what was written only, never on the order in which it was read. */
export function byWriting(one: { readonly at: number; readonly id: string }, other: { readonly at: number; readonly id: string }): number {
  if (one.at !== other.at) return one.at - other.at;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}
