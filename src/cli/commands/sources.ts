import type { SourceHealth } from '../../model/project.ts';
import { left, right } from '../../report/document.ts';
import { textTable, wrap } from '../../report/textLayout.ts';
import { date, number, plain, plural } from '../../report/words.ts';
import type { Command } from '../command.ts';

export const sources: Command = {
  usage: 'sources [--json]',
  help: ['Every source of provenance: found or not, its grade, its counts, how far back it reaches, its problems.'],
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

/** Capture health for a terminal. */
export function sourcesText(all: readonly SourceHealth[]): string {
  const when = (at: number | null): string => (at === null ? '-' : date(at));
  const table = textTable({
    caption: 'Sources',
    columns: [left('source'), left('found'), right('files'), right('sessions'), right('edits'), left('from'), left('to')],
    rows: all.map((source) => [plain(source.name), source.found ? 'yes' : 'no', number(source.files), number(source.sessions), number(source.counts.accepted), when(source.firstSeen), when(source.lastSeen)]),
    bars: null,
  });
  const details = all.filter((source) => source.found).flatMap((source) => [wrap(`${plain(source.name)} (${source.grade}): ${countWords(source)}`, ''), wrap(`Format: ${plain(source.verified)}`, '  '), ...source.problems.map((problem) => wrap(plain(problem), '  ! '))]);
  return [...table, ...(details.length === 0 ? [] : ['', ...details])].join('\n') + '\n';
}

function countWords({ counts }: SourceHealth): string {
  return `${plural(counts.records, 'record')}; ${plural(counts.accepted, 'edit')} accepted, ${number(counts.rejected)} rejected, ${number(counts.failed)} failed, ${number(counts.unanswered)} never answered, ` +
    `${number(counts.duplicates)} copied, ${number(counts.elsewhere)} outside this repository; ${number(counts.unknownRecords)} of unknown kinds, ${number(counts.unreadable)} unreadable.`;
}
