import type { Strategy } from '../strategy.ts';
import { scaleTime } from '../world/scale.ts';

export const shortenedSome: Strategy = {
  name: 'times shortened by a fifth',
  what: 'All times of the transcripts are moved together a little, so that a fifth of the attended time disappears.',
  openResidual: true,
  play: ({ ai, hand }) => ({ ai: ai.map((episode) => ({ ...episode, timeGrade: 'reconstructed' as const, hours: scaleTime(episode.hours, 0.8) })), hand }),
  engineCheck: 'time seen by the editor is preferred to reconstructed time',
};
