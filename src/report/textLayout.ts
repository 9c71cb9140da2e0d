import type { ReportTable } from './document.ts';

/** Columns of the terminal. */
export const columns = 80;

/**
 * Breaks a text into lines of at most 80 columns; further lines are indented as far as `lead` is long. Names between
 * back ticks stay whole, so that they can be copied; only what is wider than a line sticks out.
 */
export function wrap(text: string, lead: string): string {
  const indent = ' '.repeat(lead.length);
  const lines: string[] = [];
  let line = lead;
  let empty = true;
  for (const word of text.match(/(?:`[^`]*`|[^ ])+/g) ?? []) {
    if (!empty && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n');
}

const widestBar = 24;
const narrowestBar = 5;

/**
 * An aligned table of at most 80 columns; bars take the room that is left in the line, after the first column.
 * Where it is too wide the columns move together, and then the first column is cut.
 */
export function textTable(table: ReportTable): string[] {
  const kept = table.columns.map((column, at) => ({ column, at })).filter(({ column }) => column.wideOnly !== true);
  const cells = [kept.map(({ column }) => column.head), ...table.rows.map((row) => kept.map(({ at }) => row[at] ?? ''))];
  const widths = kept.map((_, at) => Math.max(...cells.map((row) => row[at]!.length)));
  const filled = widths.reduce((sum, width) => sum + width, 0);
  const gap = filled + 2 * (widths.length - 1) <= columns ? '  ' : ' ';
  const used = filled + gap.length * (widths.length - 1);
  if (used > columns) widths[0] = Math.max(1, widths[0]! - (used - columns));
  const room = Math.min(widestBar, columns - used - gap.length);
  const bars = table.bars !== null && room >= narrowestBar ? [' '.repeat(room), ...table.bars.map((share) => bar(share, room))] : null;
  return cells.map((row, line) => {
    const padded = row.map((cell, at) => padCell(cell, widths[at]!, kept[at]!.column.align));
    if (bars !== null) padded.splice(1, 0, bars[line]!);
    return padded.join(gap).trimEnd();
  });
}

function padCell(cell: string, width: number, align: 'left' | 'right'): string {
  const cut = cell.length > width ? `${cell.slice(0, width - 1)}…` : cell;
  return align === 'right' ? cut.padStart(width) : cut.padEnd(width);
}

/** A bar of full blocks; something is never drawn as nothing. */
export function bar(share: number, width: number): string {
  const blocks = share > 0 ? Math.max(1, Math.round(share * width)) : 0;
  return '█'.repeat(blocks).padEnd(width);
}
