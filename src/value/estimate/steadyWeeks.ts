import type { Episode } from '../../model/episode.ts';
import { exp } from '../numerics/portable.ts';
import type { Known } from './known.ts';
import { logDensityOf, usualSpread } from './ratio.ts';
import { discountSurprise } from './surprise.ts';
import { missingHours } from './unseenHours.ts';
import { workOf } from './workOf.ts';
import { weekNumber } from '../weekNumber.ts';

/** With fewer weeks of AI work nothing is usual. */
const fewestWeeks = 4;

/** Episodes in which no single week carries a window. */
export interface Steady {
  readonly episodes: readonly Episode[];
  /** Hours that the lines of surprising weeks let expect and that were not seen. */
  readonly missing: number;
}

/**
 * Where a week's lines an hour are surprisingly far above the middle of the person's weeks, its lines count less,
 * survival untouched, and hours may be missing. Weeks below count as they are.
 */
export function steadyWeeks(episodes: readonly Episode[], { pace, person, values }: Pick<Known, 'pace' | 'person' | 'values'>): Steady {
  const asTheyAre = { episodes, missing: 0 };
  const byWeek = Map.groupBy(episodes, (episode) => weekNumber(episode.day));
  if (byWeek.size < fewestWeeks) return asTheyAre;
  const weeks = [...byWeek.values()].map((members) => ({ members, work: workOf(members, pace, values) })).filter(({ work }) => work.deliveredHours > 0 && work.aiLines + work.handLines > 0);
  if (weeks.length < fewestWeeks) return asTheyAre;
  const densities = weeks.map(({ work }) => logDensityOf(work, values));
  const usual = middle(densities);
  const mostHours = Math.max(...weeks.map(({ work }) => work.total));
  const factors = new Map<Episode, number>();
  let missing = 0;
  for (const [at, { members, work }] of weeks.entries()) {
    const spread = usualSpread(work, person, values);
    missing += work.reconstructed * missingHours({ density: densities[at]!, usualDensity: usual, spread, hours: work.total, mostHours }, values);
    const counted = discountSurprise(densities[at]!, usual, spread, values.surpriseFrom, values.surpriseTo);
    if (counted < densities[at]!) for (const member of members) factors.set(member, exp(counted - densities[at]!));
  }
  return { episodes: factors.size === 0 ? episodes : episodes.map((episode) => scaled(episode, factors.get(episode) ?? 1)), missing };
}

/** The stretch without the week of most lines an hour; null where it has too few weeks to leave one out. */
export function withoutBestWeek(episodes: readonly Episode[], { pace, values }: Pick<Known, 'pace' | 'values'>): readonly Episode[] | null {
  const byWeek = Map.groupBy(episodes, (episode) => weekNumber(episode.day));
  let best = { number: NaN, density: -Infinity, weeks: 0 };
  for (const [number, members] of byWeek) {
    const work = workOf(members, pace, values);
    if (!(work.deliveredHours > 0)) continue;
    const density = logDensityOf(work, values);
    best = { ...(density > best.density ? { number, density } : best), weeks: best.weeks + 1 };
  }
  return best.weeks < fewestWeeks ? null : episodes.filter((episode) => weekNumber(episode.day) !== best.number);
}

function scaled(episode: Episode, factor: number): Episode {
  return factor === 1 ? episode : { ...episode, aiLines: episode.aiLines * factor, handLines: episode.handLines * factor };
}

function middle(values: readonly number[]): number {
  const ascending = values.toSorted((a, b) => a - b);
  return (ascending[Math.floor((ascending.length - 1) / 2)]! + ascending[Math.ceil((ascending.length - 1) / 2)]!) / 2;
}
