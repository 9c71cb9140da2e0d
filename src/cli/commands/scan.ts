import type { ScanSummary } from '../../model/project.ts';
import { left, right } from '../../report/document.ts';
import { textTable, wrap } from '../../report/textLayout.ts';
import { bytes, duration, number, plain, plural } from '../../report/words.ts';
import type { Command } from '../command.ts';

export const scan: Command = {
  usage: 'scan [OPTIONS]',
  help: ['Reads what is new in your agents\' logs and in git since the last scan, and follows the lines further.', 'Prints what it found and how long each step took.'],
  options: {},
  positionals: [0, 0],
  run: async ({ project, json, terminal, signal }) => {
    const summary = await (await project()).scan(signal);
    await terminal.out(json ? `${JSON.stringify(summary)}\n` : scanText(summary));
  },
};

/** What a scan found, for a terminal. */
export function scanText(summary: ScanSummary): string {
  const { logs, commitsRead, lines } = summary;
  const nothingNew = logs.bytesRead === 0 && commitsRead === 0;
  return [
    nothingNew ? `${plain(summary.repo)}: nothing new. No log bytes and no commits were read.` : `${plain(summary.repo)}: read ${bytes(logs.bytesRead)} of ${plural(logs.files, 'log file')} and ${plural(commitsRead, 'commit')}.`,
    ...readWords(summary),
    `Held now: ${plural(summary.contributions, 'contribution')}, ${plural(lines.written, 'AI line')}, of them ${number(lines.effective)} effective:`,
    `  ${number(lines.committed)} committed, ${number(lines.merged)} merged, ${number(lines.alive)} alive; ${number(lines.pending)} pending, ${number(lines.unknown)} unknown.`,
    '',
    ...textTable({
      caption: 'Steps',
      columns: [left('step'), right('time'), left('found')],
      rows: [...summary.steps.map((step) => [step.name, duration(step.milliseconds), step.found]), ['all', duration(summary.steps.reduce((sum, step) => sum + step.milliseconds, 0)), '']],
      bars: null,
    }),
    ...(summary.notes.length === 0 ? [] : ['', ...summary.notes.map((note) => wrap(plain(note), '- '))]),
  ].join('\n') + '\n';
}

function readWords({ counts, logs }: ScanSummary): string[] {
  if (logs.bytesRead === 0) return [];
  const apart = [
    [counts.rejected, 'rejected'], [counts.failed, 'failed'], [counts.duplicates, 'copied from another session'], [counts.elsewhere, 'outside this repository'],
    [counts.unanswered, 'never answered'],
  ] as const;
  const words = apart.filter(([count]) => count > 0).map(([count, what]) => `${number(count)} ${what}`);
  const odd = [counts.unreadable > 0 ? plural(counts.unreadable, 'unreadable line') : '', counts.unknownRecords > 0 ? plural(counts.unknownRecords, 'record of an unknown kind', 'records of unknown kinds') : ''].filter((word) => word !== '');
  return [
    wrap(`In the logs: ${plural(counts.accepted, 'accepted edit')} in ${plural(logs.sessions, 'session')}${words.length === 0 ? '' : `; left out: ${words.join(', ')}`}.${odd.length === 0 ? '' : ` Skipped: ${odd.join(', ')}.`}`, ''),
  ];
}
