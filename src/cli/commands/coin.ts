import type { Command } from '../command.ts';

const words = { ai: 'Heads: do it with AI.', hand: 'Tails: do it by hand.' } as const;

export const coin: Command = {
  usage: 'coin',
  help: [
    'Flips a coin for a small task on the branch that is checked out, for today: with AI, or by hand. Times of both sides then compare without counting lines; with a dozen on each they settle what lines never can. The first coin of a branch and day stands. Each is voluntary, and for small tasks only.',
  ],
  options: {},
  positionals: [0, 0],
  run: async ({ project, json, terminal }) => {
    const flip = await (await project()).flipCoin();
    await terminal.out(json ? `${JSON.stringify(flip)}\n` : `${words[flip.side]} (${flip.branch}, today${flip.again ? '; flipped before, and the first one stands' : ''})\n`);
  },
};
