import type { Random } from '../../survival/curves/seededRandom.ts';
import type { AssumptionValues } from '../assumptions.ts';
import type { Episode, ValueHorizon } from '../../model/episode.ts';
import { beta } from '../numerics/draws.ts';
import type { Work } from './workOf.ts';

/** Settled shares of this person's episodes: what the fate of young lines is resampled from. */
export interface SettledShares {
  readonly shares: readonly number[];
  readonly priorWeight: number;
  readonly alpha: number;
  readonly beta: number;
}

/**
 * Survival of episodes old enough to know. Lines of one episode die together, so that an episode counts once,
 * however many lines it has; the published survival counts as so many episodes as its beta has pseudo-counts.
 */
export function settledShares(episodes: readonly Episode[], horizon: ValueHorizon, values: AssumptionValues): SettledShares {
  const shares = episodes.filter((episode) => isSettled(episode, horizon)).map(({ survival }) => survival[horizon].alive / (survival[horizon].alive + survival[horizon].dead));
  const decay = horizon === 90 ? values.ordinarySurvival90 / values.ordinarySurvival30 : 1;
  const total = values.survivalAlive + values.survivalDead;
  const alpha = Math.min(total - 1e-6, values.survivalAlive * decay);
  return { shares, priorWeight: total, alpha, beta: total - alpha };
}

function isSettled({ survival, settled }: Episode, horizon: ValueHorizon): boolean {
  const { alive, dead, open } = survival[horizon];
  return alive + dead > open && (settled === undefined || settled.includes(horizon));
}

/** One draw of the survival of an episode's lines that are not old enough: cluster bootstrap, smoothed by the prior. */
export function drawShare({ shares, priorWeight, alpha, beta: dead }: SettledShares, random: Random): number {
  const at = random() * (shares.length + priorWeight);
  return at < shares.length ? shares[Math.floor(at)]! : beta(random, alpha, dead);
}

const tableSize = 2048;

/** Draws of that to choose from: far fewer than one for each episode and each draw of everything else. */
export function shareTable(settled: SettledShares, random: Random): Float64Array {
  return Float64Array.from({ length: tableSize }, () => drawShare(settled, random));
}

/**
 * Draws of the share of work that lives at a horizon, 0 to 1, weighted by lines, abandoned work by its hours. Hand-written lines of the
 * same episodes count as living on.
 * @param tables what the fate of young lines is drawn from; not asked where there are none
 */
export function drawSurvival(work: Work, horizon: ValueHorizon, tables: (horizon: ValueHorizon) => Float64Array, random: Random, draws: number): Float64Array {
  const shares = new Float64Array(draws);
  const total = work.parts.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return shares;
  let known = 0;
  const unsettled: number[] = [];
  for (const { weight, aiPart, survival } of work.parts) {
    const counts = survival[horizon];
    const all = counts.alive + counts.dead + counts.open;
    known += weight * (1 - aiPart + (all === 0 ? 0 : (aiPart * counts.alive) / all));
    if (counts.open > 0) unsettled.push((weight * aiPart * counts.open) / all);
  }
  if (unsettled.length === 0) return shares.fill(known / total);
  const table = tables(horizon);
  for (let draw = 0; draw < draws; draw++) {
    let sum = known;
    for (let at = 0; at < unsettled.length; at++) sum += unsettled[at]! * table[Math.floor(random() * table.length)]!;
    shares[draw] = sum / total;
  }
  return shares;
}

/** What ordinary survival would leave of the same work. */
export function ordinaryShare(work: Work, horizon: ValueHorizon, values: AssumptionValues): number {
  const ordinary = horizon === 0 ? 1 : horizon === 30 ? values.ordinarySurvival30 : values.ordinarySurvival90;
  const total = work.parts.reduce((sum, { weight }) => sum + weight, 0);
  return total === 0 ? 1 : work.parts.reduce((sum, { weight, aiPart }) => sum + weight * (1 - aiPart + aiPart * ordinary), 0) / total;
}
