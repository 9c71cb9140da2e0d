import type { AssumptionValues } from '../../../../src/value/assumptions.ts';
import type { Episode } from '../../../../src/model/episode.ts';
import { day } from '../../../../src/model/time.ts';
import type { Random } from '../../../../src/survival/curves/seededRandom.ts';
import { exp } from '../../../../src/value/numerics/portable.ts';
import { aiWeek, episodeOf, hoursOf, type TruePerson, week0 } from '../../../gaming/world/simulatedPerson.ts';

/** Tasks for which a coin decided, `each` on either side, spread over twelve weeks: tasks of one kind, by one clock. */
export function coinTasks(truth: TruePerson, values: AssumptionValues, each: number, random: Random): { readonly ai: Episode[]; readonly hand: Episode[] } {
  const tasks = Array.from({ length: 24 }, (_, week) => aiWeek(truth, values, week % 12, random)).flat();
  const at = (index: number): number => week0 + ((index * 77) % 82) * day;
  return {
    ai: tasks.slice(0, each).map(({ episode }, index) => ({ ...episode, id: `coin-ai-${index}`, day: at(index), coin: 'ai' })),
    hand: tasks.slice(each, 2 * each).map(({ episode, handTime }, index) =>
      episodeOf(`coin-hand-${index}`, at(index) + day, { handLines: Math.max(1, Math.round(episode.aiLines * truth.worth + episode.handLines)), hours: hoursOf({ writing: handTime * exp(truth.timeError) }), coin: 'hand' })),
  };
}
