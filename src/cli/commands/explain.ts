import { resolve } from 'node:path';
import { renderExplainedFile, renderStory } from '../../report/explainText.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../usageError.ts';

export const explain: Command = {
  usage: 'explain FILE[:LINE]',
  help: ['Where each line of a file (as it is at HEAD) came from; with a line number, that line\'s story.', 'FILE is relative to --repo, or to the current folder.'],
  options: {},
  positionals: [1, 1],
  run: async ({ project, json, terminal, positionals, options, folder, asOf }) => {
    const { file, line } = fileAndLine(positionals[0]!);
    const base = typeof options['repo'] === 'string' ? resolve(folder, options['repo']) : folder;
    const path = resolve(base, file);
    if (line !== null && !json) return await terminal.out(renderStory(await (await project()).story(path, line), asOf));
    const explained = await (await project()).explain(path);
    const asked = line === null ? explained : { ...explained, lines: explained.lines.filter((one) => one.line === line) };
    await terminal.out(json ? `${JSON.stringify(asked)}\n` : renderExplainedFile(asked));
  },
};

/** `a/b.ts:12` → a/b.ts and 12. */
export function fileAndLine(text: string): { readonly file: string; readonly line: number | null } {
  const parts = /^(.+):(\d{1,9})$/s.exec(text);
  if (parts === null) return { file: text, line: null };
  const line = Number(parts[2]);
  if (line === 0) throw new UsageError('Lines are counted from 1.');
  return { file: parts[1]!, line };
}
