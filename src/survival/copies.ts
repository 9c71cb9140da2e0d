import type { DiffFile } from '../attribution/commitLines.ts';
import { isEffective } from '../model/lineText.ts';
import { copiedLines } from './copiedBlocks.ts';
import { continued } from './fileMap.ts';
import type { CommitStep, FollowTools } from './followCommit.ts';

/** [line, path of a file that a copy of it was made in] */
export type CopyEntry = readonly [number, string];

/** Which lines stand in further files, copied. The file maps say where in them; this says which maps to look into. */
export interface Copies {
  readonly add: (line: number, path: string) => void;
  readonly of: (line: number) => ReadonlySet<string>;
  readonly entries: () => readonly CopyEntry[];
}

const nowhere: ReadonlySet<string> = new Set();

export function createCopies(known: readonly CopyEntry[]): Copies {
  const byLine = new Map<number, Set<string>>();
  const add = (line: number, path: string): void => {
    const paths = byLine.get(line);
    if (paths === undefined) byLine.set(line, new Set([path]));
    else paths.add(path);
  };
  for (const [line, path] of known) add(line, path);
  return { add, of: (line) => byLine.get(line) ?? nowhere, entries: () => [...byLine].flatMap(([line, paths]) => [...paths].map((path): CopyEntry => [line, path])) };
}

/**
 * Blocks that were taken away in this commit, with nothing in their place, but of which a copy still stands:
 * from now on the copy is the line, moved. What was rewritten where it stood was rewritten, whoever copied it.
 * Asked when the commit's maps are written.
 *
 *   commit 1   a.ts: x y z      b.ts (a copy): x y z, further places of the lines
 *   commit 2   a.ts is deleted  b.ts: x y z, the lines themselves
 */
export function keepCopies(files: readonly DiffFile[], step: CommitStep, tools: FollowTools): void {
  for (const file of files) {
    for (const hunk of file.hunks) {
      if (hunk.added[0] < hunk.added[1]) continue;
      const block = file.removed.slice(...hunk.removed).filter((line) => line.heir === null);
      const copied = block.filter((line) => line.id > 0 && line.id < continued && tools.copiesOf(line.id).length > 0);
      if (copied.length === 0 || block.filter((line) => isEffective(tools.reader.flags(line))).length < copiedLines) continue;
      for (const line of copied) for (const path of tools.copiesOf(line.id)) if (takeOver(line.id, line.print, path, step, tools)) break;
    }
  }
}

function takeOver(line: number, print: number, path: string, step: CommitStep, tools: FollowTools): boolean {
  const map = step.state.get(path);
  const at = map === null ? -1 : map.ids.findIndex((id, place) => id === (line | continued) && map.prints[place] === print);
  if (map === null || at < 0) return false;
  step.state.set(path, { ...map, ids: map.ids.with(at, line) });
  tools.recorder.outlived(line, step.commit);
  return true;
}
