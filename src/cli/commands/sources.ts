import type { SourceHealth } from '../../model/project.ts';
import { left, right } from '../../report/document.ts';
import { elsewhereWords } from '../../report/sections/coverage.ts';
import { troubledStates } from '../../report/labels.ts';
import { textTable, wrap } from '../../report/textLayout.ts';
import { date, number, plain, plural } from '../../report/words.ts';
import type { Command } from '../command.ts';

export const sources: Command = {
  usage: 'sources [--json]',
  help: ['Every source of provenance: how it fares, its grade, its counts, how far back it reaches, its problems, and what to do.'],
  options: {},
  positionals: [0, 0],
  run: async ({ project, json, terminal }) => {
    const all = await (await project()).sources();
    await terminal.out(json ? `${JSON.stringify(all.map(jsonSource))}\n` : sourcesText(all));
  },
};

function jsonSource(source: SourceHealth): Record<string, unknown> {
  const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
  return { ...source, firstSeen: iso(source.firstSeen), lastSeen: iso(source.lastSeen) };
}

/** Capture health for a terminal: all in a table, then those with something to tell, then what was not found. */
export function sourcesText(all: readonly SourceHealth[]): string {
  const when = (at: number | null): string => (at === null ? '-' : date(at));
  const table = textTable({
    caption: 'Sources',
    columns: [left('source'), left('state'), right('sessions'), right('edits'), left('from'), left('to')],
    rows: all.map((source) => [plain(source.name), source.state, number(source.sessions), number(source.counts.accepted), when(source.firstSeen), when(source.lastSeen)]),
    bars: null,
  });
  const told = all.filter(({ found, state }) => found || troubledStates.includes(state));
  const missing = all.filter(({ state, remedy }) => state === 'not found' && remedy !== null);
  return [
    ...table,
    ...told.flatMap((source) => ['', ...detailsOf(source)]),
    ...(missing.length === 0 ? [] : ['', 'Not found', ...missing.map((source) => wrap(`${plain(source.name)}: ${plain(source.remedy ?? '')}`, '  ')), wrap(elsewhereWords, '')]),
  ].join('\n') + '\n';
}

function detailsOf(source: SourceHealth): string[] {
  return [
    wrap(`${plain(source.name)} (${source.grade}, ${source.state})${source.found ? `: ${countWords(source)}` : ''}`, ''),
    ...(source.found ? [wrap(`Format: ${plain(source.verified)}`, '  ')] : []),
    ...source.problems.map((problem) => wrap(plain(problem), '  ! ')),
    ...(source.remedy === null ? [] : [wrap(plain(source.remedy), '  > ')]),
  ];
}

function countWords({ counts, files }: SourceHealth): string {
  return `${files > 0 ? `${plural(files, 'file')}, ` : ''}${plural(counts.records, 'record')}; ${plural(counts.accepted, 'edit')} accepted, ${number(counts.rejected)} rejected, ${number(counts.failed)} failed, ${number(counts.unanswered)} never answered, ` +
    `${number(counts.duplicates)} copied, ${number(counts.elsewhere)} outside this repository; ${number(counts.unknownRecords)} of unknown kinds, ${number(counts.unreadable)} unreadable.`;
}
