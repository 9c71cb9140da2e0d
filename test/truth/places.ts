import type { Line } from './lines.ts';
import { isEffective } from './tokens.ts';
import type { Side, World } from './world.ts';

/** What to look for: a block of `count` lines, all an agent's (`ai`), none of them (`plain`) or whichever. */
export type Place = { readonly path?: string; readonly count: number; readonly of?: 'ai' | 'plain' | 'any'; readonly origins?: readonly string[]; readonly near?: boolean };
export type Block = { readonly path: string; readonly start: number; readonly count: number };

type Wanted = Place & {
  /** `effective`: every line; `unedited`: and no line was edited before; `dense`: first and last, and two of three lines. */
  readonly only: 'effective' | 'unedited' | 'dense';
};

const isSource = (path: string): boolean => /\.(ts|go|py)$/.test(path) && !path.startsWith('vendor/');

/** A block as wanted, away from changes that have not landed; null when there is none. */
export function findBlock(world: World, side: Side, wanted: Wanted): Block | null {
  const found: Block[] = [];
  for (const [path, { lines }] of side.tree) {
    if (wanted.path !== undefined ? path !== wanted.path : !isSource(path)) continue;
    for (let start = 0; start + wanted.count <= lines.length; start++) {
      if (fits(world, path, lines, start, wanted)) found.push({ path, start, count: wanted.count });
    }
  }
  return found.length === 0 ? null : world.random.pick(found);
}

function fits(world: World, path: string, lines: readonly Line[], start: number, wanted: Wanted): boolean {
  const { count, of = 'any', only, near = false } = wanted;
  const block = lines.slice(start, start + count);
  if (!near && lines.slice(Math.max(0, start - 1), start + count + 1).some((line) => world.hot.has(line.key))) return false;
  if (of === 'ai' && !block.every((line) => line.carries.length > 0 || (only === 'dense' && line.text.trim() === ''))) return false;
  if (of === 'plain' && block.some((line) => line.carries.length > 0)) return false;
  if (wanted.origins !== undefined && block.some((line) => !wanted.origins?.includes(line.origin))) return false;
  const effective = block.map((line) => isEffective(path, line.text));
  if (only === 'dense') return effective[0] === true && effective.at(-1) === true && effective.filter(Boolean).length * 3 >= count * 2;
  if (!effective.every(Boolean)) return false;
  return only !== 'unedited' || block.every((line) => line.carries.every((one) => one.editedBy === null) && line.carries.length < 2 && world.text.tweak(line.text) !== null);
}

/** An index between two lines that are both away from changes that have not landed. */
export function findGap(world: World, side: Side, path: string): number | null {
  const lines = side.tree.get(path)?.lines ?? [];
  const gaps = lines.map((_, i) => i).filter((i) => i > 0 && [lines[i - 1], lines[i]].every((line) => line !== undefined && !world.hot.has(line.key)));
  return gaps.length === 0 ? null : world.random.pick(gaps);
}

/** Paths of source files in a working tree. */
export function sources(side: Side): string[] {
  return [...side.tree.keys()].filter(isSource);
}
