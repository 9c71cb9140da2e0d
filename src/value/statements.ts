import type { Estimate } from './estimate/estimate.ts';
import { fewestAiEpisodes } from './estimate/verdict.ts';
import { fewestHandEpisodes, type Pace } from './pace/pace.ts';

/** Printed under every figure of hours. */
export const notMeasured: readonly string[] = [
  'Reviewers’ time, incidents, checks that ran, and what others did with the code.',
  'Answers: time spent asking counts, what was answered does not, unless it became lines.',
  'Thinking away from the editor and the terminal.',
  'What was learnt, enjoyed or endured.',
  'Tasks that would not have been done at all without AI: only their lines are counted, at the same worth.',
  'Whether the code is good. Alive is not the same as good.',
  'Lines that were added without need and survive: they raise the figure until they are surprisingly many.',
];

/** Where the pace comes from, as the label beside hours; null when it is the person's own. */
export function paceLabel({ source, handEpisodes }: Pace): string | null {
  if (source === 'own episodes') return null;
  const known = `${handEpisodes} of ${fewestHandEpisodes} hand-written episodes`;
  return source === 'published' ? `from published pace (${known})` : `from the pace you entered (${known})`;
}

/** Why there are no hours. */
export function whyNoHours(aiEpisodes: number, untimed: number, aiLines: number): string {
  if (aiEpisodes === 0) return 'No work with AI in this window, so there are no hours, only counts.';
  if (aiLines === 0) return 'AI was asked in this window, but left no line that was written or committed, so there are no hours gained or lost, only the time.';
  return untimed === 0 ? 'No attended time was seen in this window.' : `No time was seen for the ${untimed} AI episodes of this window, so there are no hours, only counts.`;
}

function episodes(count: number, kind: string): string {
  return `${count} more ${kind} ${count === 1 ? 'episode' : 'episodes'}`;
}

/** What would settle an open question, in one sentence; null when it is settled. */
export function whatWouldSettle({ verdict, work, pPositive }: Estimate, pace: Pace): string | null {
  if (verdict === 'gain' || verdict === 'loss') return null;
  if (work.episodes < fewestAiEpisodes) return `${episodes(fewestAiEpisodes - work.episodes, 'AI')} would allow a first answer.`;
  if (pace.source !== 'own episodes') return `${episodes(fewestHandEpisodes - pace.handEpisodes, 'hand-written')} would show your own pace; without them published figures decide.`;
  if (work.total < 40) return 'Twelve weeks say more than one: a single stretch this short is rarely decidable.';
  const leaning = pPositive > 0.5 ? 'a gain' : 'a loss';
  return `It leans to ${leaning}; a coin flipped before two dozen small tasks (the command coin: heads with AI, tails by hand) would settle it better than any more lines.`;
}
