import type { Random } from '../../survival/curves/seededRandom.ts';
import type { AssumptionValues } from '../assumptions.ts';
import type { Episode } from '../../model/episode.ts';
import { isHandEpisode, totalHours } from '../inputs.ts';
import { normal } from '../numerics/draws.ts';
import { mean } from '../numerics/interval.ts';
import { ln } from '../numerics/portable.ts';
import { fewestHandEpisodes, offPace, type Pace } from '../pace/pace.ts';
import { condition } from './condition.ts';
import type { PersonDraws } from './personDraws.ts';
import { discountSurprise } from './surprise.ts';

/** With fewer tasks on a side a coin says nothing. */
const fewestTasks = 3;

/**
 * Tasks for which a coin decided between AI and hand compare times alone: no lines, no pace, nothing to select. Tasks
 * differ in size, in what hand time a size takes, and in what AI is good for:
 *
 *     ln hours by hand − ln hours with AI  =  ratio + (size, noise) / √n by hand − (size, noise, ratio within) / √n with AI
 *
 * Moves the person's ratio in place.
 */
export function byCoin({ count, ratio, noise, uneven }: PersonDraws, pace: Pace, episodes: readonly Episode[], values: AssumptionValues, random: Random): void {
  const side = (which: 'ai' | 'hand'): number[] => episodes.filter((episode) => episode.coin === which && totalHours(episode.hours) > 0).map((episode) => ln(totalHours(episode.hours)));
  const withAi = side('ai');
  const byHand = side('hand');
  if (Math.min(withAi.length, byHand.length) < fewestTasks) return;
  const expected = new Float64Array(count);
  for (let draw = 0; draw < count; draw++) {
    // how uneven hours are is told as e to the variance of their sizes
    const task = noise[draw]! * noise[draw]! + ln(uneven[draw]!);
    const variance = task * (1 / withAi.length + 1 / byHand.length) + (values.ratioSpreadWithin * values.ratioSpreadWithin) / withAi.length;
    expected[draw] = ratio[draw]! + Math.sqrt(variance) * normal(random);
  }
  condition([ratio], expected, mean(byHand) - mean(withAi) - slowedDown(pace, episodes, values));
}

/**
 * By how much tasks that a coin gave to the hand were surprisingly slower than other work by hand, logarithm: whoever
 * takes their time over them makes AI look quick. Nothing as far as chance explains it, or without other work.
 */
function slowedDown(pace: Pace, episodes: readonly Episode[], { missingFrom, surpriseTo }: AssumptionValues): number {
  const offs = Map.groupBy(episodes.filter((episode) => isHandEpisode(episode)), ({ coin }) => (coin === 'hand' ? 'coin' : 'other'));
  const [coin, other] = [offs.get('coin') ?? [], offs.get('other') ?? []];
  if (coin.length < fewestTasks || other.length < fewestHandEpisodes) return 0;
  const slower = mean(coin.map((one) => offPace(one, pace))) - mean(other.map((one) => offPace(one, pace)));
  const { scale, degrees } = pace.regression;
  return slower - discountSurprise(slower, 0, Math.sqrt((scale / degrees) * (1 / coin.length + 1 / other.length)), missingFrom, surpriseTo);
}
