import type { Strategy } from '../strategy.ts';

export const typedOff: Strategy = {
  name: 'AI text typed off',
  what: 'AI text is typed off from a second screen in little time and passes for hand-written work.',
  play: ({ ai, hand }) => ({ ai, hand: hand.map((episode) => ({ ...episode, handLines: episode.handLines * 3 })) }),
  engineCheck: null,
};
