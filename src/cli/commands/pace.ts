import type { PaceRange } from '../../model/episode.ts';
import { parsePaceRange } from '../../report/paceRange.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../usageError.ts';

export const pace: Command = {
  usage: 'pace | pace LOW-HIGH | pace --clear',
  help: [
    'How many hours you take for 50 lines by hand, as a range that holds nine times in ten, e.g. 0.5-2. It is used, and named, as long as fewer than five hand-written episodes of yours were seen.',
    '',
    '  --clear         back to the published pace',
  ],
  options: { clear: { type: 'boolean' } },
  positionals: [0, 1],
  run: async ({ project, positionals, options, json, terminal }) => {
    const given = positionals[0];
    if (given !== undefined && options['clear'] === true) throw new UsageError('--clear goes without a range.');
    const told = async (range: PaceRange | null): Promise<void> => await terminal.out(json ? `${JSON.stringify(range)}\n` : `${paceWords(range)}\n`);
    if (given === undefined && options['clear'] !== true) return await told((await (await project()).reportFacts()).work.paceRange);
    const range = given === undefined ? null : parsePaceRange(given);
    await (await project()).setPaceRange(range);
    await told(range);
  },
};

function paceWords(range: PaceRange | null): string {
  return range === null ? 'No pace is entered: the published one is used until five hand-written episodes are seen.' : `50 lines by hand: ${range.low} to ${range.high} h, until five hand-written episodes are seen.`;
}
