import type { StoredData } from '../model/project.ts';
import { bytes, number, plural } from '../report/words.ts';

/** What is stored, as a document for people (Markdown). */
export function storedText({ ledgerFile, keyFile, bytes: size, tables, repositories }: StoredData, machine: string): string {
  const rows = tables.map(({ what, rows: count, holds }) => `| ${what} | ${number(count)} | ${holds} |`);
  return [
    '# What AI Net Value stores',
    '',
    `Everything lies on ${machine}, in one file for all your repositories and editors, with its key and a file for each workspace beside it. Nothing of it leaves this machine.`,
    '',
    `- Ledger: \`${ledgerFile}\` (${bytes(size)}, ${plural(repositories, 'repository', 'repositories')})`,
    `- Key: \`${keyFile}\``,
    '',
    'It holds no source text, no prompts and no keystrokes. The key protects a copy of the ledger made without it, nothing more.',
    '',
    '| what | rows | holds |',
    '|---|---:|---|',
    ...rows,
    '',
    'To remove all of it, run the command "AI Net Value: Erase All Stored Data".',
    '',
  ].join('\n');
}
