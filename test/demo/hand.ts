import { linesOf, pass, replace } from './desk.ts';
import type { Desk } from './desk.ts';
import type { Line } from './line.ts';
import { blocksOf, formatted, gapOf, headerOf, newFunctions, otherBody, tweaked, usesTabs } from './sourceFile.ts';
import type { Block } from './sourceFile.ts';

/** Writes a whole file by hand. */
export function handText(desk: Desk, path: string, text: string): void {
  pass(desk, 2, 6);
  replace(desk, path, 0, desk.tree.get(path)?.length ?? 0, text.replace(/\n$/, '').split('\n'), 'hand');
}

/** Types new functions at the end of a file (or a new file). */
export function handAdd(desk: Desk, path: string, count: number): void {
  pass(desk, count * 6, count * 14);
  const { start, texts } = additions(desk, path, count);
  replace(desk, path, start, start, texts, 'hand');
}

/** Rewrites one function in the person's own way. `index` counts the file's functions; negative from the end. */
export function handRewrite(desk: Desk, path: string, index: number): void {
  pass(desk, 6, 18);
  const block = blockAt(desk, path, index);
  replace(desk, path, block.start, block.end, rewriting(desk, path, block), 'hand');
}

/** Changes a number or a comparison in up to `count` lines. */
export function handTweak(desk: Desk, path: string, count: number): void {
  pass(desk, 3, 8);
  desk.tree.set(path, tweakLines(desk, path, count));
}

/** Deletes one function and the gap before it (after it, at the top of a file). */
export function handDelete(desk: Desk, path: string, index: number): void {
  pass(desk, 2, 6);
  const { start, end } = blockAt(desk, path, index);
  const lines = linesOf(desk, path);
  let from = start;
  while (from > 0 && lines[from - 1]?.text === '') from--;
  let to = end;
  if (from === 0) while (lines[to]?.text === '') to++;
  replace(desk, path, from, to, [], 'hand');
}

/** Deletes a file. */
export function handRemove(desk: Desk, path: string): void {
  replace(desk, path, 0, linesOf(desk, path).length, [], 'hand');
  desk.tree.delete(path);
}

/** Renames a file or a folder (ending in `/`). */
export function handRename(desk: Desk, from: string, to: string): void {
  for (const [path, lines] of [...desk.tree]) {
    if (path !== from && !(from.endsWith('/') && path.startsWith(from))) continue;
    desk.tree.delete(path);
    desk.tree.set(to + path.slice(from.length), lines);
  }
}

/** Moves one function to the end of another file. */
export function handMove(desk: Desk, from: string, index: number, to: string): void {
  pass(desk, 2, 6);
  const { start, end } = blockAt(desk, from, index);
  const lines = linesOf(desk, from);
  const target = desk.tree.get(to) ?? [];
  const moved: Line[] = lines.slice(start, end).map((line) => ({ ...line, moved: true }));
  const gap: Line[] = target.length === 0 ? [] : gapOf(to).map((text) => ({ text, ai: null }));
  let tail = end;
  while (tail < lines.length && lines[tail]?.text === '') tail++;
  const kept = [...lines.slice(0, start), ...lines.slice(tail)];
  while (kept.at(-1)?.text === '') kept.pop();
  desk.tree.set(from, kept);
  desk.tree.set(to, [...target, ...gap, ...moved]);
}

/** Runs the formatter over a folder's TypeScript files. */
export function runFormatter(desk: Desk, folder: string): void {
  pass(desk, 1, 3);
  for (const [path, lines] of [...desk.tree]) {
    if (!path.startsWith(folder) || !path.endsWith('.ts')) continue;
    desk.tree.set(path, lines.flatMap((line) => {
      const texts = formatted(line.text);
      return texts.length === 1 && texts[0] === line.text ? [line] : texts.map((text): Line => ({ ...line, text, reformatted: true }));
    }));
  }
}

/** Puts a file back as the last commit has it. */
export function handRestore(desk: Desk, path: string): void {
  const committed = desk.head.tree.get(path);
  for (const line of linesOf(desk, path)) if (line.ai && !committed?.includes(line)) line.ai.removedBy = 'me';
  if (committed) desk.tree.set(path, committed);
  else desk.tree.delete(path);
}

/** The texts of new functions, and where in the file they go. */
export function additions(desk: Desk, path: string, count: number): { start: number; texts: string[] } {
  const lines = desk.tree.get(path) ?? [];
  const style = lines.length > 0 ? lines : [...desk.tree].filter(([other]) => other.startsWith('src/') && path.startsWith('src/')).flatMap(([, other]) => other);
  const functions = newFunctions(path, count, desk.random, desk.state.names, usesTabs(style));
  const texts = functions.flatMap((body, index) => (index === 0 ? body : [...gapOf(path), ...body]));
  const lead = lines.length === 0 ? headerOf(path, desk.random) : gapOf(path);
  return { start: lines.length, texts: [...lead, ...texts] };
}

/** A function's new text in place of its present one. */
export function rewriting(desk: Desk, path: string, block: Block): string[] {
  const lines = linesOf(desk, path);
  const before = lines.slice(block.start, block.end).map(({ text }) => text);
  return otherBody(path, block.name, before, desk.random, desk.state.names, usesTabs(lines));
}

export function blockAt(desk: Desk, path: string, index: number): Block {
  const block = blocksOf(path, linesOf(desk, path)).at(index);
  if (!block) throw new Error(`${path} has no function ${index} on ${desk.branch}`);
  return block;
}

function tweakLines(desk: Desk, path: string, count: number): Line[] {
  const lines = [...linesOf(desk, path)];
  const order = desk.random.shuffle(lines.map((_, index) => index));
  let left = count;
  for (const index of order) {
    const line = lines[index];
    const text = line && left > 0 && !/import |function |^(?:func|def) /.test(line.text) ? tweaked(line.text, desk.random) : null;
    if (!line || text === null) continue;
    lines[index] = { ...line, text, edited: true };
    left--;
  }
  return lines;
}
