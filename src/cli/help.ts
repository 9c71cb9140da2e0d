import { wrap } from '../report/textLayout.ts';
import type { Command } from './command.ts';
import { registry } from './registry.ts';

export const programName = 'ai-net-value';

const commonHelp = [
  'Common options:',
  '  --repo DIR      the repository (default: here)',
  '  --ledger FILE   another ledger than your own',
  '  --home DIR      one more place of your own agent logs (WSL, a moved home)',
  '  --as-of TIME    what counts as now, e.g. 2026-01-31',
  '  --json          machine-readable',
  '  --verbose       tell what happens, on stderr',
  '  --help, --version',
];

/** Help for the whole program. */
export function programHelp(): string {
  return [
    `Usage: ${programName} COMMAND [OPTIONS]`,
    '',
    'What became of AI-written code, privately: nothing leaves this machine.',
    '',
    'Commands:',
    ...Object.entries(registry).map(([name, { summary }]) => `  ${name.padEnd(9)} ${summary}`),
    '',
    ...commonHelp,
    '',
    `${programName} COMMAND --help tells more about a command.`,
  ].join('\n') + '\n';
}

/** Help for one command. */
export function commandHelp(command: Command): string {
  return [`Usage: ${programName} ${command.usage}`, '', ...command.help.map((text) => (text.startsWith(' ') ? text : wrap(text, ''))), '', ...commonHelp].join('\n') + '\n';
}
