import { isAiKind, type ChangeKind } from '../../../src/capture/live/signal.ts';
import type { SignalRow } from './signalRow.ts';

/** What the changes of each row were taken for, by way of running: 'VS Code 1.139.1, stock'. */
export type Outcomes = ReadonlyMap<string, ReadonlyMap<SignalRow, readonly string[]>>;

type Taken = 'ai' | 'unknown' | 'other' | 'nothing';

/** How the text of a row came out: as AI's if any of its changes did, as unknown if any other did. */
export function taken(kinds: readonly string[]): Taken {
  if (kinds.some((kind) => isAiKind(kind as ChangeKind))) return 'ai';
  if (kinds.some((kind) => kind === 'unknown' || kind === 'hiddenEdit')) return 'unknown';
  return kinds.length === 0 ? 'nothing' : 'other';
}

/** Markdown: what AI text and other text was taken for, way by way, and then every row. */
export function confusionTable(outcomes: Outcomes): string {
  const ways = [...outcomes.keys()];
  const rows = [...new Set([...outcomes.values()].flatMap((performed) => [...performed.keys()]))];
  const kindsOf = (row: SignalRow, way: string): string => outcomes.get(way)?.get(row)?.join(', ').replace(/^$/, '(nothing)') ?? '(not run)';
  return [
    line(['way', 'text', 'actions', 'taken for AI', 'unknown', 'another kind', 'no change seen']),
    line(Array.from({ length: 7 }, () => '---')),
    ...ways.flatMap((way) => (['AI', 'other'] as const).map((text) => line([way, text, ...counts([...outcomes.get(way)!].filter(([row]) => (row.ai === true) === (text === 'AI')).map(([, kinds]) => taken(kinds)))]))),
    '',
    line(['action', 'AI', ...ways]),
    line(['---', '---', ...ways.map(() => '---')]),
    ...rows.map((row) => line([row.action, aiMark(row), ...ways.map((way) => kindsOf(row, way))])),
    '',
  ].join('\n');
}

function counts(all: readonly Taken[]): readonly string[] {
  const count = (wanted: Taken): string => String(all.filter((one) => one === wanted).length);
  return [String(all.length), count('ai'), count('unknown'), count('other'), count('nothing')];
}

function aiMark({ ai, emulated }: SignalRow): string {
  if (ai !== true) return '';
  return emulated === true ? 'emulated' : 'yes';
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
