import type { Strategy } from '../strategy.ts';
import { split } from '../world/scale.ts';

export const splitBranches: Strategy = {
  name: 'splitting into branches',
  what: 'Each change goes to four branches.',
  play: ({ ai, hand }) => ({ ai: ai.flatMap((episode) => split(episode, 4, (piece) => ({ branch: `${episode.branch}-${piece}` }))), hand }),
  engineCheck: null,
};
