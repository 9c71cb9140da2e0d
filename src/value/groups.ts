import type { GroupCounts } from '../model/workFacts.ts';
import { ln } from './numerics/portable.ts';
import { betaQuantile } from './numerics/quantiles.ts';
import { lnGamma } from './numerics/specialFunctions.ts';

/** A share with its 90 % interval, drawn towards the other groups as far as its own evidence is thin. */
export interface PooledShare {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

export interface GroupFigures extends GroupCounts {
  readonly survived: PooledShare;
  readonly wasRewritten: PooledShare;
  /** Minutes of correction for 100 lines; a plain count. */
  readonly correctionPerHundred: number;
  /** Its interval lies wholly above or below the share of all groups: worth a sentence. */
  readonly standsOut: boolean;
}

/** Lines that count as one: they die together (design effect). */
const linesTogether = 8;

/** Figures of each group of one grouping. Small groups lie near the share of all, with wide intervals. */
export function groupFigures(groups: readonly GroupCounts[]): GroupFigures[] {
  const told = groups.filter(({ alive, rewritten, dead }) => alive + rewritten + dead > 0);
  const survived = pooled(told.map((group) => ({ hits: group.alive, of: linesOf(group), weight: weightOf(group) })));
  const rewritten = pooled(told.map((group) => ({ hits: group.rewritten, of: linesOf(group), weight: weightOf(group) })));
  const all = told.reduce((sum, { alive }) => sum + alive, 0) / told.reduce((sum, group) => sum + linesOf(group), 0);
  return told.map((group, at) => ({
    ...group,
    survived: survived[at]!,
    wasRewritten: rewritten[at]!,
    correctionPerHundred: (100 * group.correctionMinutes) / linesOf(group),
    standsOut: told.length > 1 && (survived[at]!.low > all || survived[at]!.high < all),
  }));
}

/** How many independent lines a group's lines are worth: never more than three for each episode. */
function weightOf(group: GroupCounts): number {
  return Math.min(linesOf(group) / linesTogether, 3 * group.episodes);
}

function linesOf({ alive, rewritten, dead }: GroupCounts): number {
  return alive + rewritten + dead;
}

interface Share {
  readonly hits: number;
  readonly of: number;
  /** Independent lines among them. */
  readonly weight: number;
}

/** Beta-binomial empirical Bayes: how alike groups are is learnt from the groups. */
function pooled(shares: readonly Share[]): PooledShare[] {
  const hits = shares.reduce((sum, share) => sum + (share.hits / share.of) * share.weight, 0);
  const of = shares.reduce((sum, share) => sum + share.weight, 0);
  // half a hit on each side, so that nothing is taken as certain
  const centre = (hits + 0.5) / (of + 1);
  const strength = likeliestStrength(shares, centre);
  return shares.map((share) => {
    const alpha = strength * centre + (share.hits / share.of) * share.weight;
    const beta = strength * (1 - centre) + (1 - share.hits / share.of) * share.weight;
    return { low: betaQuantile(0.05, alpha, beta), mid: betaQuantile(0.5, alpha, beta), high: betaQuantile(0.95, alpha, beta) };
  });
}

/** The weight of the common share that makes the groups' counts likeliest, from "all differ" to "all alike". */
function likeliestStrength(shares: readonly Share[], centre: number): number {
  let best = { strength: 2, likelihood: -Infinity };
  for (const strength of [2, 3, 5, 8, 13, 21, 34, 55, 89]) {
    const [alpha, beta] = [strength * centre, strength * (1 - centre)];
    const likelihood = shares.reduce((sum, { hits, of, weight }) => {
      const share = (hits / of) * weight;
      return sum + lnBeta(alpha + share, beta + weight - share) - lnBeta(alpha, beta);
    }, -ln(1 + strength / 30));
    if (likelihood > best.likelihood) best = { strength, likelihood };
  }
  return best.strength;
}

function lnBeta(a: number, b: number): number {
  return lnGamma(a) + lnGamma(b) - lnGamma(a + b);
}
