import type { UnseenCode } from '../model/sidebarState.ts';
import type { LineAhead } from '../model/linesAhead.ts';
import { plural, toolName } from '../report/words.ts';

/** Reading is seen in this window's editors only. */
export const elsewhere = 'Reading in a terminal can’t be seen.';

export function countUnseen(lines: readonly LineAhead[]): UnseenCode {
  return { lines: lines.length, files: new Set(lines.map(({ path }) => path)).size };
}

/** What a line's hover says when it was never on the screen. */
export const unseenLine = `This line was written by AI and was not on screen here long enough to be read. ${elsewhere}`;

/** Lines in a row of one file and tool. */
export interface UnseenRange {
  readonly path: string;
  /** 1-based, both included. */
  readonly from: number;
  readonly to: number;
  readonly lines: number;
  readonly tool: string;
}

/** Lines that differ by less than this are shown as one place. */
const near = 3;

export function unseenRanges(lines: readonly LineAhead[]): UnseenRange[] {
  const ranges: UnseenRange[] = [];
  for (const { path, line, tool } of lines.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line))) {
    const last = ranges.at(-1);
    if (last?.path === path && last.tool === tool && line - last.to <= near) ranges[ranges.length - 1] = { ...last, to: line, lines: last.lines + 1 };
    else ranges.push({ path, from: line, to: line, lines: 1, tool });
  }
  return ranges;
}

export function rangeLabel({ path, from, to }: UnseenRange): string {
  return from === to ? `${path}:${from}` : `${path}:${from}-${to}`;
}

export function rangeDescription({ lines, tool }: UnseenRange): string {
  return `${plural(lines, 'line')}, ${toolName(tool)}`;
}
