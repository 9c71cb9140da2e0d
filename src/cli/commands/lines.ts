import type { LineRecord } from '../../model/lineStory.ts';
import { plain } from '../../report/words.ts';
import type { Command } from '../command.ts';

export const lines: Command = {
  usage: 'lines [--json]',
  help: ['Every AI line ever followed: where it was first committed, what became of it, where it is now.', 'With --json one JSON object a line. Times are ISO 8601 in UTC.'],
  options: {},
  positionals: [0, 0],
  run: async ({ project, json, terminal }) => {
    // Single short writes would be most of the time.
    let block = '';
    for await (const record of (await project()).lines()) {
      block += json ? `${JSON.stringify(jsonLine(record))}\n` : `${textLine(record)}\n`;
      if (block.length < 1 << 16) continue;
      await terminal.out(block);
      block = '';
    }
    await terminal.out(block);
  },
};

function jsonLine(record: LineRecord): Record<string, unknown> {
  const { path, line, commit, contribution, tool, grade, mine, writtenAt, stage, fate, cause, retained, diedAt, diedCommit, pathNow, lineNow } = record;
  return { path, line, commit, contribution, tool, grade, mine, writtenAt: iso(writtenAt), stage, fate, cause, retained, diedAt: diedAt === null ? null : iso(diedAt), diedCommit, pathNow, lineNow };
}

function textLine(record: LineRecord): string {
  const from = `${plain(record.path)}${record.line === null ? '' : `:${record.line}`}`;
  const now = record.pathNow === null || (record.pathNow === record.path && record.lineNow === record.line) ? '' : ` -> ${plain(record.pathNow)}:${record.lineNow ?? '?'}`;
  return `${iso(record.writtenAt).slice(0, 10)}  ${plain(record.tool).padEnd(8)}  ${record.stage.padEnd(9)}  ${record.fate.padEnd(11)}  ${(record.cause ?? '').padEnd(12)}  ${from}${now}`;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
