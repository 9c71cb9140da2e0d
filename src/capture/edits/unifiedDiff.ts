import type { Operation } from '../../model/contribution.ts';
import type { FileEdit } from './fileEdit.ts';
import { hunkLines } from './hunkLines.ts';

const hunkHead = /^@@+ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/;

/**
 * The hunks of one file's unified diff, line ends left out. The counts in a hunk's head say how long it is, so
 * that a removed line `-- x`, which looks like a file's head, is taken for what it is; hunks that are longer
 * than they say go on as long as their lines look like lines of a diff.
 */
export function parseUnifiedDiff(diff: string): string[][] {
  const hunks: string[][] = [];
  let hunk: string[] | null = null;
  let old = 0;
  let now = 0;
  for (const full of diff.split('\n')) {
    const line = full.endsWith('\r') ? full.slice(0, -1) : full;
    const head = hunkHead.exec(line);
    if (head !== null && (old <= 0 || now <= 0 || hunk === null)) {
      hunk = [];
      hunks.push(hunk);
      old = Number(head[1] ?? 1);
      now = Number(head[2] ?? 1);
    } else if (hunk !== null) {
      const sign = line[0];
      if (sign !== '+' && sign !== '-' && sign !== ' ') continue;
      if (old <= 0 && now <= 0 && /^(?:--- |\+\+\+ )/.test(line)) continue;
      hunk.push(line);
      if (sign !== '+') old--;
      if (sign !== '-') now--;
    }
  }
  return hunks;
}

/** An edit of which the log keeps only a unified diff. Null when there is no hunk in it. */
export function diffEdit(file: string, operation: Operation, diff: string): FileEdit | null {
  const hunks = parseUnifiedDiff(diff);
  return hunks.length === 0 ? null : { file, operation, lines: (path, key) => hunkLines(hunks, path, key) };
}
