import type { Strategy } from '../strategy.ts';
import { claimed } from '../world/pieces.ts';

export const forgedTranscripts: Strategy = {
  name: 'forged transcripts',
  what: "The log claims that the hand-written work of the week was an agent's.",
  play: ({ ai, hand }) => ({ ai: [...ai, ...hand.map(claimed)], hand: [] }),
  engineCheck: 'a claimed edit matches only text that was committed after it, and its time counts as the editor saw it',
};
