import { logCreate, logEdit } from './agent.ts';
import { carriedIn, causeOf, changed } from './lines.ts';
import type { Actor, AiLine, FileState, Kill, Line, Tree } from './lines.ts';
import { languageOf } from './sourceText.ts';
import type { Place } from './places.ts';
import { findBlock, findGap } from './places.ts';
import { isEffective } from './tokens.ts';
import { wait } from './world.ts';
import type { Side, World } from './world.ts';

const originOf = { ai: 'ai', me: 'hand', mate: 'other' } as const;

/** Puts a new version of a file into a working tree. */
export function put(side: Side, path: string, file: FileState | null): void {
  const tree = new Map(side.tree);
  if (file === null) tree.delete(path);
  else tree.set(path, file);
  side.tree = tree;
}

/** Notes the end of every AI line that `before` held and `after` does not. */
export function noteKills(world: World, before: Tree, after: Tree, kill: Kill): void {
  const left = carriedIn(after);
  for (const id of carriedIn(before).keys()) if (!left.has(id)) world.kills.set(id, kill);
}

/** New physical lines by someone; for an agent, also the AI lines they carry. */
export function freshLines(world: World, actor: Actor, path: string, texts: readonly string[]): Line[] {
  const contribution = actor === 'ai' ? `c${world.contributions.length + 1}` : '';
  return texts.map((text) => {
    const key = ++world.counter;
    if (actor !== 'ai') return { key, text, origin: originOf[actor], carries: [] };
    const line: AiLine = { id: key, contribution, path, text, writtenAt: world.now };
    return { key, text, origin: 'ai', carries: [{ line, editedBy: null, moved: false, reformatted: false }] };
  });
}

function heat(world: World, side: Side, lines: readonly Line[], start: number, count: number, inside: boolean): void {
  for (let i = start - 1; i <= start + count; i++) {
    const line = lines[i];
    if (line !== undefined && (inside || i === start - 1 || i === start + count)) world.hot.set(line.key, side.branch);
  }
}

/** Replaces a region of a file. An agent's change goes into its log. */
export function splice(world: World, side: Side, actor: Actor, path: string, start: number, remove: number, texts: readonly string[]): void {
  wait(world);
  const file = side.tree.get(path);
  if (file === undefined) throw new Error(`no file ${path}`);
  const lines = freshLines(world, actor, path, texts);
  const after = file.lines.toSpliced(start, remove, ...lines);
  if (actor === 'ai') logEdit(world, side, path, file.lines, { start, remove, lines });
  const before = side.tree;
  put(side, path, { ...file, lines: after });
  noteKills(world, before, side.tree, { fate: texts.length > 0 ? 'rewritten' : 'deleted', by: causeOf[actor] });
  heat(world, side, after, start, texts.length, false);
}

/** Writes a new file of so many lines (or of the given ones). */
export function create(world: World, side: Side, actor: Actor, path: string, content: number | readonly string[], latin1 = false): void {
  wait(world);
  const texts = typeof content === 'number' ? world.text.lines(languageOf(path), content) : content;
  const lines = freshLines(world, actor, path, texts);
  if (actor === 'ai') logCreate(world, side, path, lines);
  put(side, path, { fid: ++world.counter, lines, ...(latin1 ? { latin1 } : {}) });
}

/** Inserts new lines; where, is chosen away from other changes unless said. False when there is no such place. */
export function insert(world: World, side: Side, actor: Actor, path: string, count: number, at?: number): boolean {
  const place = at ?? findGap(world, side, path);
  if (place === null) return false;
  splice(world, side, actor, path, place, 0, world.text.lines(languageOf(path), count));
  return true;
}

/** An agent writes a block of one file once more into another: text that repeats what is in the repository. */
export function repeatBlock(world: World, side: Side, from: Place, toPath: string): boolean {
  const block = findBlock(world, side, { ...from, only: 'dense' });
  const at = side.tree.has(toPath) ? findGap(world, side, toPath) : 0;
  if (block === null || at === null) return false;
  const texts = (side.tree.get(block.path)?.lines ?? []).slice(block.start, block.start + block.count).map(({ text }) => text);
  if (side.tree.has(toPath)) splice(world, side, 'ai', toPath, at, 0, texts);
  else create(world, side, 'ai', toPath, texts);
  for (const { id } of world.contributions.at(-1)?.inserted ?? []) world.repeated.add(id);
  return true;
}

/** Replaces a block by lines that resemble nothing in it. */
export function rewrite(world: World, side: Side, actor: Actor, place: Place, count = world.random.int(1, 4)): boolean {
  const block = findBlock(world, side, { ...place, only: 'effective' });
  if (block === null) return false;
  const gone = (side.tree.get(block.path)?.lines ?? []).slice(block.start, block.start + block.count).flatMap((line) => [line.text, ...line.carries.map((one) => one.line.text)]);
  splice(world, side, actor, block.path, block.start, block.count, world.text.unlike(languageOf(block.path), count, gone));
  return true;
}

/** Takes a block away, with nothing in its place. */
export function remove(world: World, side: Side, actor: Actor, place: Place): boolean {
  const block = findBlock(world, side, { ...place, only: 'effective' });
  if (block === null) return false;
  splice(world, side, actor, block.path, block.start, block.count, []);
  return true;
}

/**
 * Changes one word in each line of a block: the same lines, edited. Where an agent does it, its log says that it
 * wrote the line anew: the later contribution has the line, and the earlier one was rewritten by me with AI.
 */
export function edit(world: World, side: Side, actor: Actor, place: Place): boolean {
  const block = findBlock(world, side, { ...place, only: 'unedited' });
  const file = block === null ? undefined : side.tree.get(block.path);
  if (block === null || file === undefined) return false;
  const old = file.lines.slice(block.start, block.start + block.count);
  const texts = old.map((line) => world.text.tweak(line.text));
  if (texts.some((text) => text === null)) return false;
  wait(world);
  const by = causeOf[actor];
  const now = actor === 'ai' ? freshLines(world, actor, block.path, texts.map(String)) : [];
  const lines = old.map((line, i): Line => {
    const same = changed(line, texts[i] ?? '', { editedBy: by });
    const fresh = now[i];
    if (fresh === undefined) return line.carries.length > 0 ? same : { ...same, origin: originOf[actor] };
    for (const { line: { id } } of line.carries) world.kills.set(id, { fate: 'rewritten', by });
    return fresh;
  });
  if (actor === 'ai') logEdit(world, side, block.path, file.lines, { start: block.start, remove: block.count, lines, fresh: now });
  const after = file.lines.toSpliced(block.start, block.count, ...lines);
  put(side, block.path, { ...file, lines: after });
  heat(world, side, after, block.start, block.count, true);
  return true;
}

/** Cuts a block and pastes it at another place, in the same file or in another. The block is clearly shorter than what it jumps over. */
export function moveBlock(world: World, side: Side, from: Place, toPath?: string): boolean {
  const block = findBlock(world, side, { ...from, only: 'dense' });
  if (block === null) return false;
  const source = side.tree.get(block.path);
  if (source === undefined) return false;
  const mark = (line: Line): Line => changed(line, line.text, { moved: true });
  const lines = source.lines.slice(block.start, block.start + block.count).map(mark);
  const rest = source.lines.toSpliced(block.start, block.count);
  const target = toPath ?? block.path;
  const into = target === block.path ? rest : (side.tree.get(target)?.lines ?? []);
  const places = Array.from({ length: into.length + 1 }, (_, i) => i).filter((i) =>
    [into[i - 1], into[i]].every((line) => line === undefined || !world.hot.has(line.key)) && i > 0 &&
    (target !== block.path || Math.abs(i - block.start) >= 2 * block.count + 2));
  if (places.length === 0) return false;
  wait(world);
  const at = world.random.pick(places);
  put(side, block.path, { ...source, lines: rest });
  const joined = into.toSpliced(at, 0, ...lines);
  put(side, target, { ...(side.tree.get(target) ?? { fid: ++world.counter }), lines: joined });
  if (target !== block.path) heat(world, side, rest, block.start, 0, false);
  else heat(world, side, joined, at < block.start ? block.start + block.count : block.start, 0, false);
  heat(world, side, joined, at, block.count, false);
  return true;
}

/** How many effective AI lines a file holds. */
export function aiCount(side: Side, path: string): number {
  return (side.tree.get(path)?.lines ?? []).filter((line) => line.carries.length > 0 && isEffective(path, line.text)).length;
}
