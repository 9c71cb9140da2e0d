import type { Strategy } from '../strategy.ts';
import { scaleHours } from '../world/scale.ts';

export const forgedTimes: Strategy = {
  name: 'forged times',
  what: 'All prompts of the log are set to one moment, so that half of the attended time disappears.',
  play: ({ ai, hand }) => ({ ai: ai.map((episode) => ({ ...episode, timeGrade: 'reconstructed' as const, hours: scaleHours(episode.hours, { prompting: 0, waiting: 0, reading: 0.33 }) })), hand }),
  engineCheck: 'time seen by the editor is preferred to reconstructed time',
};
