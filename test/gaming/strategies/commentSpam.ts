import type { Strategy } from '../strategy.ts';
import { addHours } from '../world/scale.ts';

export const commentSpam: Strategy = {
  name: 'comment spam',
  what: 'Every line gets a comment.',
  play: ({ ai, hand }) => ({ ai: ai.map((episode) => ({ ...episode, hours: addHours(episode.hours, { waiting: 0.02 }) })), hand }),
  engineCheck: 'comment lines carry the `comment` flag and are not effective',
};
