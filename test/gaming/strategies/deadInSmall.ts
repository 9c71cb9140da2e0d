import type { Strategy } from '../strategy.ts';
import { deadApart } from '../world/pieces.ts';

export const deadInSmall: Strategy = {
  name: 'dead code apart',
  what: 'All that is sure to die goes into small branches with little time of their own.',
  play: ({ ai, hand }) => ({ ai: ai.flatMap((episode) => deadApart(episode)), hand }),
  engineCheck: null,
};
