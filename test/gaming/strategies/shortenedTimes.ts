import type { Strategy } from '../strategy.ts';
import { scaleTime } from '../world/scale.ts';

export const shortenedTimes: Strategy = {
  name: 'shortened times',
  what: 'All times of the transcripts are moved together, so that half of the attended time disappears.',
  openResidual: true,
  play: ({ ai, hand }) => ({ ai: ai.map((episode) => ({ ...episode, timeGrade: 'reconstructed' as const, hours: scaleTime(episode.hours, 0.5) })), hand }),
  engineCheck: 'time seen by the editor is preferred to reconstructed time',
};
