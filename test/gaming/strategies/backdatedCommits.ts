import type { Strategy } from '../strategy.ts';
import { mapSurvival } from '../world/scale.ts';

export const backdatedCommits: Strategy = {
  name: 'back-dated commits',
  what: 'Young work is dated two months back, so that it counts as old enough.',
  play: ({ ai, hand }) => ({ ai: ai.map((episode) => ({ ...episode, survival: mapSurvival(episode, ({ alive, dead, open }) => ({ alive: alive + open, dead, open: 0 })) })), hand }),
  engineCheck: 'only commits made after the text was written match; days count from the merge',
};
