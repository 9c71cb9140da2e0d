import type { Strategy } from '../strategy.ts';
import { mapSurvival, scaleHours } from '../world/scale.ts';

export const neverTouched: Strategy = {
  name: 'never touching bad AI code',
  what: 'Bad AI code is left alone: nothing dies, nothing is corrected later.',
  sparesTime: true,
  play: ({ ai, hand }) => ({ ai: ai.map((episode) => ({ ...episode, survival: mapSurvival(episode, ({ alive, dead, open }) => ({ alive: alive + dead + open, dead: 0, open: 0 })), hours: scaleHours(episode.hours, { reworking: 0 }) })), hand }),
  engineCheck: null,
};
