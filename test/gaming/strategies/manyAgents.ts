import type { Strategy } from '../strategy.ts';
import { abandoned } from '../world/pieces.ts';

export const manyAgents: Strategy = {
  name: 'many agents at once',
  what: 'Five agents run through the night unattended and write what is thrown away in the morning.',
  play: ({ ai, hand }) => ({ ai: [...ai, ...ai.map((episode) => ({ ...episode, ...abandoned(episode, 5 * episode.aiLines), id: `${episode.id}/night` }))], hand }),
  engineCheck: 'unattended agent time is no attended time',
};
