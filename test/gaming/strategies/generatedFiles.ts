import type { Strategy } from '../strategy.ts';
import { addHours } from '../world/scale.ts';

export const generatedFiles: Strategy = {
  name: 'generated, vendored and lock files',
  what: 'An agent writes 20,000 lines of lock files, vendored code and snapshots.',
  play: ({ ai, hand }) => ({ ai: ai.map((episode) => ({ ...episode, hours: addHours(episode.hours, { waiting: 0.05 }) })), hand }),
  engineCheck: 'lines of excluded files carry the `excluded` flag and are not effective',
};
