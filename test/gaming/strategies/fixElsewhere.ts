import type { Strategy } from '../strategy.ts';

export const fixElsewhere: Strategy = {
  name: 'fixing without AI lines',
  what: 'Corrections are made in files of their own, so that no AI line is seen to be edited.',
  play: ({ ai, hand }) => ({ ai: ai.map((episode) => ({ ...episode, hours: { ...episode.hours, fixing: 0, writing: episode.hours.writing + episode.hours.fixing } })), hand }),
  engineCheck: null,
};
