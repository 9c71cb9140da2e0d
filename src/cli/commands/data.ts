import { HumanError } from '../../model/humanError.ts';
import type { ErasedData, StoredData } from '../../model/project.ts';
import { left, right } from '../../report/document.ts';
import { textTable, wrap } from '../../report/textLayout.ts';
import { bytes, number, plain, plural } from '../../report/words.ts';
import type { Command, CommandContext } from '../command.ts';
import { UsageError } from '../usageError.ts';
import { writeLines } from '../writeOut.ts';

const usage = 'data show | data export FILE | data erase [--yes]';

export const data: Command = {
  usage,
  help: [
    'show            what is stored, and where',
    'export FILE     all of it, one JSON object a line (- for the output)',
    'erase           all of it gone, for every repository; asks first, or takes --yes',
  ],
  options: { yes: { type: 'boolean' } },
  positionals: [1, 2],
  run: async (context) => {
    const action = actions[context.positionals[0]!];
    if (action === undefined || context.positionals.length !== action.words) throw new UsageError(`Usage: ${usage}.`);
    if (context.options['yes'] === true && context.positionals[0] !== 'erase') throw new UsageError('--yes belongs to data erase.');
    await action.run(context);
  },
};

const actions: Readonly<Record<string, { readonly words: number; readonly run: (context: CommandContext) => Promise<void> }>> = {
  show: { words: 1, run: show },
  export: { words: 2, run: exportAll },
  erase: { words: 1, run: erase },
};

async function show({ store, json, terminal }: CommandContext): Promise<void> {
  const stored = await (await store()).stored();
  await terminal.out(json ? `${JSON.stringify(stored)}\n` : storedText(stored));
}

/** What is stored, for a terminal. */
export function storedText(stored: StoredData): string {
  if (stored.tables.length === 0) return `Nothing is stored: there is no ledger at ${stored.ledgerFile}.\n`;
  return [
    `Ledger: ${stored.ledgerFile} (${bytes(stored.bytes)}, ${plural(stored.repositories, 'repository', 'repositories')})`,
    `Key:    ${stored.keyFile}`,
    '',
    ...textTable({ caption: 'Stored', columns: [left('what'), right('rows')], rows: stored.tables.map((table) => [plain(table.what), number(table.rows)]), bars: null }),
    '',
    ...stored.tables.map((table) => wrap(`${plain(table.what)}: ${plain(table.holds)}`, '- ')),
    '',
    'No source text, no prompt and no keystroke is among it.',
  ].join('\n') + '\n';
}

async function exportAll(context: CommandContext): Promise<void> {
  const file = await writeLines(context, context.positionals[1]!, (await context.store()).exportData());
  if (file !== null) await context.terminal.out(context.json ? `${JSON.stringify({ file })}\n` : `Written to ${file}\n`);
}

async function erase({ store, options, terminal, json }: CommandContext): Promise<void> {
  const opened = await store();
  const stored = await opened.stored();
  if (options['yes'] !== true && stored.tables.length > 0) {
    if (!terminal.inIsTerminal()) throw new HumanError('data erase asks before it erases, and there is no terminal to ask on. Add --yes if you mean it.');
    const answer = await terminal.ask(`Erase all that is stored about ${plural(stored.repositories, 'repository', 'repositories')} in ${stored.ledgerFile}? It can't be brought back once agents have deleted their logs. Type yes: `);
    if (answer.trim().toLowerCase() !== 'yes') return await terminal.out('Nothing was erased.\n');
  }
  const erased = await opened.erase();
  await terminal.out(json ? `${JSON.stringify(erased)}\n` : erasedText(erased));
}

function erasedText({ files, repositories, rows }: ErasedData): string {
  if (files.length === 0) return 'There was nothing to erase.\n';
  return [`Erased ${plural(rows, 'row')} about ${plural(repositories, 'repository', 'repositories')}, and these files:`, ...files.map((file) => `  ${file}`)].join('\n') + '\n';
}
