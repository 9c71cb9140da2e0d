import type { Strategy } from '../strategy.ts';
import { scaleTime } from '../world/scale.ts';

export const slowTyping: Strategy = {
  name: 'slow typing by hand',
  what: 'Hand-written work of the week takes three times as long, to make the baseline slow.',
  play: ({ ai, hand }) => ({ ai, hand: hand.map((episode) => ({ ...episode, hours: scaleTime(episode.hours, 3) })) }),
  engineCheck: null,
};
