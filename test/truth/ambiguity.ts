import type { TruthLine } from './truth.ts';
import type { World } from './world.ts';
import { isEffective } from './tokens.ts';

const squeezed = (text: string): string => text.replace(/\s+/g, '');

/**
 * Marks AI lines that even a perfect observer could not tell apart: the same text stood in the same file under
 * another identity with another story. (Equal lines of one edit with the same end are no matter.)
 */
export function markAmbiguous(world: World, lines: readonly TruthLine[]): void {
  const story = new Map(lines.map((line) => [line.id, `${line.contribution} ${line.stage} ${line.fate} ${line.cause ?? ''}`]));
  const stories = new Map<string, Set<string>>();
  const spots = new Map<number, Set<string>>();
  const note = (fid: number | string, path: string, text: string, ids: readonly number[], key: number): void => {
    if (!isEffective(path, text)) return;
    const spot = `${fid}:${squeezed(text)}`;
    const known = stories.get(spot) ?? new Set();
    stories.set(spot, known);
    if (ids.length === 0) known.add(`plain ${key}`);
    for (const id of ids) {
      known.add(story.get(id) ?? '');
      spots.set(id, (spots.get(id) ?? new Set()).add(spot));
    }
  };
  const trees = [...[...world.commits.values()].map(({ tree }) => tree), world.me.tree, ...world.worktrees.map(({ tree }) => tree), ...world.stashes.map(({ tree }) => tree)];
  const fidOf = new Map<string, number>();
  const done = new Set<unknown>();
  for (const tree of trees) {
    for (const [path, file] of tree) {
      fidOf.set(path, file.fid);
      if (done.has(file)) continue;
      done.add(file);
      // Where one AI line was edited into another, the text is the latter's.
      // A copy is known for what it is, and may become the line itself.
      for (const line of file.lines) if (line.copied !== true) note(file.fid, path, line.text, line.carries.slice(-1).map((one) => one.line.id), line.key);
    }
  }
  // Also lines that never came into a commit: their text as written.
  for (const line of lines) note(fidOf.get(line.writtenPath) ?? line.writtenPath, line.writtenPath, line.text, [line.id], line.id);
  for (const line of lines) {
    if ([...(spots.get(line.id) ?? [])].some((spot) => distinct(stories.get(spot), line, story) > 1)) line.ambiguous = true;
  }
}

function distinct(known: ReadonlySet<string> | undefined, line: TruthLine, story: ReadonlyMap<number, string>): number {
  if (known === undefined) return 0;
  const own = story.get(line.id);
  return [...known].filter((one) => one !== own).length + 1;
}
