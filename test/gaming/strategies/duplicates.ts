import type { Strategy } from '../strategy.ts';
import { addHours } from '../world/scale.ts';

export const duplicates: Strategy = {
  name: 'duplicates and copy-paste',
  what: 'Blocks that are already in the repository are written again, ten times.',
  play: ({ ai, hand }) => ({ ai: ai.map((episode) => ({ ...episode, hours: addHours(episode.hours, { prompting: 0.02 }) })), hand }),
  engineCheck: 'a block already in the repository carries the `duplicate` flag, also when it repeats within the change',
};
