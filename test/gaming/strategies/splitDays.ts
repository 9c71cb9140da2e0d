import { day } from '../../../src/model/time.ts';
import type { Strategy } from '../strategy.ts';
import { split } from '../world/scale.ts';

export const splitDays: Strategy = {
  name: 'splitting into days',
  what: 'Each change is spread over the seven days of the week.',
  play: ({ ai, hand }) => ({ ai: ai.flatMap((episode) => split(episode, 7, (piece) => ({ day: ai[0]!.day + piece * day }))), hand }),
  engineCheck: null,
};
