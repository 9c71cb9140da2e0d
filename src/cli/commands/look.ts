import { buildReport } from '../../report/buildReport.ts';
import { lostWords } from '../../report/sections/look.ts';
import { wrap } from '../../report/textLayout.ts';
import { defaultSince, parseSince } from '../../report/window.ts';
import type { Command } from '../command.ts';

export const look: Command = {
  usage: 'look [--json]',
  help: ['The three pieces most worth looking at: where AI changes lost most of their lines again and again.', 'Prints nothing when nothing recurs.'],
  options: {},
  positionals: [0, 0],
  run: async ({ project, json, terminal, asOf }) => {
    // The same as in the report of the same moment.
    const groups = buildReport(await (await project()).reportFacts(), { since: parseSince(defaultSince), asOf }).causes.look;
    if (json) return await terminal.out(`${JSON.stringify(groups)}\n`);
    if (groups.length > 0) return await terminal.out(groups.map((group) => `${wrap(`${group.sentence} ${lostWords(group)}`, '- ')}\n`).join(''));
    if (terminal.errIsTerminal) terminal.err('Nothing recurs among what died lately.\n');
  },
};
