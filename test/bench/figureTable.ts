import type { Figure } from './figure.ts';

const columns = ['figure', 'value', 'ratio', 'against', 'budget', 'holds'] as const;

/** The figures as a table for a terminal. */
export function figureTable(figures: readonly Figure[]): string {
  const cells = figures.map((figure) => [figure.name, valueText(figure), figure.ratio === null ? '' : `${figure.ratio.toFixed(2)} ×`, figure.against ?? '', figure.budget, verdict(figure)]);
  const widths = columns.map((title, at) => Math.max(title.length, ...cells.map((row) => row[at]!.length)));
  // numbers stand to the right
  const line = (row: readonly string[]): string => row.map((cell, at) => (at === 1 || at === 2 ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!))).join('  ').trimEnd();
  const notes = figures.flatMap(({ name, note }) => (note === undefined ? [] : [`${name}: ${note}`]));
  return [line(columns), line(widths.map((width) => '─'.repeat(width))), ...cells.map(line), ...(notes.length === 0 ? [] : ['', ...notes])].join('\n') + '\n';
}

function valueText({ value, unit }: Figure): string {
  if (value === null) return '–';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return `${value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${unit}`;
}

function verdict({ holds, value }: Figure): string {
  if (holds === null) return value === null ? 'not measured' : 'other size';
  return holds ? 'yes' : 'NO';
}
