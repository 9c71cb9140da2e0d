import type { Strategy } from '../strategy.ts';
import { scaleHours } from '../world/scale.ts';

export const idle: Strategy = {
  name: 'idle with the editor focused',
  what: 'The editor stays open through lunch and meetings; the idle limits let a third of it through.',
  play: ({ ai, hand }) => ({ ai: ai.map((episode) => ({ ...episode, hours: scaleHours(episode.hours, { reading: 2, waiting: 2 }) })), hand }),
  engineCheck: 'a stretch without input ends after the idle limit',
};
