import { changed } from './lines.ts';
import type { Line } from './lines.ts';
import { put } from './edits.ts';
import { wait } from './world.ts';
import type { Side, World } from './world.ts';

type Reshape = (world: World, lines: readonly Line[]) => Line[];

/** Runs something over a whole file that changes white space only. */
export function reshape(world: World, side: Side, path: string, how: Reshape): void {
  const file = side.tree.get(path);
  if (file === undefined) throw new Error(`no file ${path}`);
  wait(world);
  put(side, path, { ...file, lines: how(world, file.lines) });
}

const respaced = (line: Line, text: string): Line => (text === line.text ? line : changed(line, text, { reformatted: true }));

/** Another indentation: each step of two or four spaces becomes a tab, each tab four spaces. */
export const reindent: Reshape = (_, lines) => lines.map((line) => respaced(line, line.text.replace(/^[ \t]+/, (space) =>
  (space.includes('\t') ? space.replaceAll('\t', '    ') : '\t'.repeat(Math.ceil(space.length / 4))))));

/** Lines longer than so many characters break at the first blank past half of them. */
export const wrapAt = (width: number): Reshape => (world, lines) => lines.flatMap((line) => {
  const at = line.text.length <= width ? -1 : line.text.indexOf(' ', Math.floor(line.text.length / 2));
  if (at < 0 || line.text.trimStart().startsWith('//') || line.text.trimStart().startsWith('#')) return [line];
  const indent = /^\s*/.exec(line.text)?.[0] ?? '';
  const head = changed(line, line.text.slice(0, at), { reformatted: true });
  return [head, { ...head, key: ++world.counter, text: `${indent}    ${line.text.slice(at).trim()}` }];
});

/** Joins again what `wrapAt` broke. */
export const unwrap: Reshape = (_, lines) => {
  const out: Line[] = [];
  for (const line of lines) {
    const last = out.at(-1);
    const id = line.carries[0]?.line.id;
    if (last !== undefined && id !== undefined && last.carries[0]?.line.id === id) out[out.length - 1] = respaced(last, `${last.text} ${line.text.trim()}`);
    else out.push(line);
  }
  return out;
};

/** Line feeds become carriage returns with line feeds. */
export const carriageReturns: Reshape = (_, lines) => lines.map((line) => (line.text.endsWith('\r') ? line : respaced(line, `${line.text}\r`)));

/** A new name, the same file. */
export function rename(world: World, side: Side, from: string, to: string): void {
  const file = side.tree.get(from);
  if (file === undefined) throw new Error(`no file ${from}`);
  wait(world);
  put(side, from, null);
  put(side, to, file);
}

/** A copy is new lines that nobody wrote. */
export function copy(world: World, side: Side, from: string, to: string): void {
  const file = side.tree.get(from);
  if (file === undefined) throw new Error(`no file ${from}`);
  wait(world);
  const lines = file.lines.map((line): Line => ({ key: ++world.counter, text: line.text, origin: 'other', carries: [], copied: true, copyOf: line.key }));
  put(side, to, { ...file, fid: ++world.counter, lines });
}

/** Moves the lines from `start` on (so many) to the end of another file, which may be new. */
export function moveTail(world: World, side: Side, from: string, start: number, count: number, to: string): void {
  const file = side.tree.get(from);
  if (file === undefined) throw new Error(`no file ${from}`);
  wait(world);
  const target = side.tree.get(to) ?? { fid: ++world.counter, lines: [] };
  const moved = file.lines.slice(start, start + count).map((line) => changed(line, line.text, { moved: true }));
  const rest = file.lines.toSpliced(start, count);
  put(side, from, rest.length === 0 ? null : { ...file, lines: rest });
  put(side, to, { ...target, lines: [...target.lines, ...moved] });
}

/** Takes away the lines from `start` on (so many) of a file that was copied to `to`: there they live on, moved. */
export function removeCopied(world: World, side: Side, from: string, start: number, count: number, to: string): void {
  const file = side.tree.get(from);
  const copied = side.tree.get(to);
  if (file === undefined || copied === undefined) throw new Error(`no file ${from} or ${to}`);
  wait(world);
  const gone = new Map(file.lines.slice(start, start + count).map((line) => [line.key, line]));
  const rest = file.lines.toSpliced(start, count);
  put(side, from, rest.length === 0 ? null : { ...file, lines: rest });
  put(side, to, {
    ...copied,
    lines: copied.lines.map((line): Line => {
      const original = line.copyOf === undefined ? undefined : gone.get(line.copyOf);
      if (original === undefined || original.text !== line.text || original.carries.length === 0) return line;
      const { copied: _copied, copyOf: _copyOf, ...own } = line;
      return changed({ ...own, origin: original.origin, carries: original.carries }, line.text, { moved: true });
    }),
  });
}
