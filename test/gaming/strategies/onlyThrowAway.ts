import type { Strategy } from '../strategy.ts';
import { mapSurvival } from '../world/scale.ts';

export const onlyThrowAway: Strategy = {
  name: 'nothing but throw-away work',
  what: "All of the week's AI work is committed and gone within 30 days.",
  throwAway: true,
  play: ({ ai, hand }) => ({ ai: ai.map((episode) => ({ ...episode, survival: mapSurvival(episode, (count, horizon) => (horizon === 0 ? count : { alive: 0, dead: count.alive + count.dead + count.open, open: 0 })) })), hand }),
  engineCheck: null,
};
