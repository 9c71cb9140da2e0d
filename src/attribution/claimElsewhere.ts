import type { Fingerprint } from '../model/fingerprint.ts';
import type { FollowedLine } from '../model/followedLine.ts';
import { isEffective } from '../model/lineText.ts';
import type { AddedLine, DiffFile, LineReader } from './commitLines.ts';

/** Fewer effective lines than this in a row are no evidence when even the path differs. */
const blockLines = 3;

/**
 * Text written for one path and committed under another (the file was renamed or split before its first
 * commit): runs of one contribution's lines, in order and side by side, of at least three effective lines.
 */
export function claimElsewhere(files: readonly DiffFile[], uncommittedLike: (loose: readonly Fingerprint[]) => readonly FollowedLine[], reader: LineReader): void {
  // a file under a new name: nothing was written for that path
  const created = files.filter(({ patch }) => patch.newPath !== null && patch.oldPath !== patch.newPath);
  const free = created.flatMap((file) => file.added.filter((line) => line.claim === null));
  const asked = [...new Set(free.filter((line) => isEffective(reader.flags(line))).map((line) => reader.loose(line)))];
  if (asked.length < blockLines) return;
  const byLoose = new Map<Fingerprint, FollowedLine[]>();
  for (const line of uncommittedLike(asked)) {
    if (line.supersededAt !== null) continue;
    const list = byLoose.get(line.loose);
    if (list === undefined) byLoose.set(line.loose, [line]);
    else list.push(line);
  }
  if (byLoose.size < blockLines) return;
  const used = new Set<number>();
  for (let at = 0; at < free.length; at++) {
    let best: { added: AddedLine; line: FollowedLine }[] = [];
    for (const start of byLoose.get(reader.loose(free[at]!)) ?? []) {
      const run = grow(free, at, start, byLoose, used, reader);
      if (run.length > best.length) best = run;
    }
    if (best.filter(({ line }) => isEffective(line.flags)).length < blockLines) continue;
    for (const { added, line } of best) {
      used.add(line.id);
      added.id = line.id;
      added.claim = { by: 'contribution', line: line.id, tier: added.print === line.fingerprint ? 'exact' : 'white space', moved: true, retained: 1, similarity: 1 };
    }
    at += best.length - 1;
  }
}

/** Follows a contribution's lines as long as they stand side by side; blank and trivial lines between are skipped on its side. */
function grow(free: readonly AddedLine[], from: number, start: FollowedLine, byLoose: ReadonlyMap<Fingerprint, readonly FollowedLine[]>, used: ReadonlySet<number>, reader: LineReader): { added: AddedLine; line: FollowedLine }[] {
  const run: { added: AddedLine; line: FollowedLine }[] = [];
  let line: FollowedLine | undefined = start;
  for (let at = from; at < free.length && line !== undefined; at++) {
    const added = free[at]!;
    if (at > from && added.file !== free[at - 1]!.file) break;
    const here: FollowedLine = line;
    if (reader.loose(added) === here.loose && !used.has(here.id)) run.push({ added, line: here });
    else if (isEffective(reader.flags(added))) break;
    else continue;
    line = nextOf(free[at + 1], here, byLoose, reader);
    if (line === undefined && free[at + 1] !== undefined && !isEffective(reader.flags(free[at + 1]!))) line = nextOf(free[at + 2], here, byLoose, reader);
  }
  return run;
}

/** The line of the same contribution, further down, that the next added line equals. */
function nextOf(added: AddedLine | undefined, after: FollowedLine, byLoose: ReadonlyMap<Fingerprint, readonly FollowedLine[]>, reader: LineReader): FollowedLine | undefined {
  if (added === undefined) return undefined;
  return byLoose.get(reader.loose(added))?.find((line) => line.contribution === after.contribution && line.ordinal > after.ordinal && line.ordinal <= after.ordinal + 4);
}
