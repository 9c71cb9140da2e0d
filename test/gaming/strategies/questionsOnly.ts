import type { Strategy } from '../strategy.ts';
import { addHours } from '../world/scale.ts';

export const questionsOnly: Strategy = {
  name: 'questions without end',
  what: 'An hour of chat a day that leads to no line.',
  play: ({ ai, hand }) => ({ ai: ai.map((episode) => ({ ...episode, hours: addHours(episode.hours, { prompting: 0.3, reading: 0.3 }) })), hand }),
  engineCheck: 'a prompt is a moment of attention, not a count',
};
