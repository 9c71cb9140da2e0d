import { type ClusterSteps, clusterSteps } from './clusterSteps.ts';
import type { Lifetime } from './lifetime.ts';
import type { Random } from './seededRandom.ts';

/** Lower and upper end of a band, one value for the start of each day. */
export interface CurveBand {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export interface BootstrapOptions {
  readonly days: number;
  readonly draws: number;
  /** Probability inside the band, e.g. 0.9. */
  readonly level: number;
  readonly random: Random;
}

/**
 * Band around a Kaplan–Meier curve by resampling whole clusters with replacement. Lines of one episode die
 * together, so that resampling single lines would make the band far too narrow.
 *
 * As long as nobody died in any cluster all resamples are alike; there the lower end is what a share of
 * clusters dying as a whole could still be: (1 - level)/2 raised to 1/clusters ("rule of three" for clusters).
 */
export function clusterBootstrap(lifetimes: readonly Lifetime[], options: BootstrapOptions): CurveBand {
  const { days, draws, level, random } = options;
  const steps = clusterSteps(lifetimes, days);
  const alive = Array.from({ length: days + 1 }, () => new Float64Array(draws));
  const times = new Float64Array(steps.clusters);
  for (let draw = 0; draw < draws; draw++) {
    times.fill(0);
    for (let pick = 0; pick < steps.clusters; pick++) times[Math.floor(random() * steps.clusters)]! += 1;
    resample(steps, times, alive, draw);
  }
  return bandOf(alive, (1 - level) / 2, steps);
}

/** Kaplan–Meier of one resample, in which each cluster counts so many `times`. */
function resample(steps: ClusterSteps, times: Float64Array, alive: readonly Float64Array[], draw: number): void {
  const { first, cluster, entering, died } = steps;
  let share = 1;
  let atRisk = 0;
  alive[0]![draw] = 1;
  for (let day = 0; day < first.length - 1; day++) {
    let deaths = 0;
    for (let step = first[day]!; step < first[day + 1]!; step++) {
      const weight = times[cluster[step]!]!;
      atRisk += weight * entering[step]!;
      deaths += weight * died[step]!;
    }
    if (atRisk > 0) share *= 1 - deaths / atRisk;
    alive[day + 1]![draw] = share;
  }
}

function bandOf(alive: readonly Float64Array[], tail: number, steps: ClusterSteps): CurveBand {
  const low = new Float64Array(alive.length);
  const high = new Float64Array(alive.length);
  const nobodyDied = steps.clusters === 0 ? 0 : tail ** (1 / steps.clusters);
  for (const [at, shares] of alive.entries()) {
    shares.sort();
    low[at] = at > 0 && at <= steps.firstDeath ? nobodyDied : quantile(shares, tail);
    high[at] = quantile(shares, 1 - tail);
  }
  // Nobody comes back to life: the lower end before the first death is no lower than later ones.
  for (let at = low.length - 2; at >= 1; at--) low[at] = Math.max(low[at]!, low[at + 1]!);
  return { low, high };
}

/** Of ascending values, interpolated between neighbours (type 7 in Hyndman and Fan's list). */
export function quantile(ascending: Float64Array, probability: number): number {
  const place = (ascending.length - 1) * probability;
  const below = Math.floor(place);
  const above = Math.min(below + 1, ascending.length - 1);
  return ascending[below]! + (place - below) * (ascending[above]! - ascending[below]!);
}
