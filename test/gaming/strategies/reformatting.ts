import type { Strategy } from '../strategy.ts';
import { addHours } from '../world/scale.ts';

export const reformatting: Strategy = {
  name: 'reformatting through AI',
  what: 'An agent reformats 5,000 lines of existing code.',
  play: ({ ai, hand }) => ({ ai: ai.map((episode) => ({ ...episode, hours: addHours(episode.hours, { prompting: 0.02, waiting: 0.03 }) })), hand }),
  engineCheck: 'lines with the same tokens as before are no new AI lines: `reformatted` or `duplicate`',
};
