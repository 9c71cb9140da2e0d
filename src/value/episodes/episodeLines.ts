import type { Cohort } from '../../model/cohort.ts';
import type { SurvivalCount, ValueHorizon } from '../../model/episode.ts';
import { isDead } from '../../model/fate.ts';
import { countedGrades } from '../../model/provenance.ts';
import { day } from '../../model/time.ts';

/** AI lines of one episode, and what became of them. */
export interface EpisodeLines {
  readonly aiLines: number;
  readonly survival: Readonly<Record<ValueHorizon, SurvivalCount>>;
  /** Horizons that were over for most of the lines. */
  readonly settled: readonly ValueHorizon[];
}

export interface KnownTimes {
  /** UTC ms that counts as now: what happened later is not known yet. */
  readonly asOf: number;
  /** UTC ms until which the default branch is known. */
  readonly knownUntil: number;
  /** Days after which a commit whose branch was never merged counts as not used. */
  readonly unmergedDays: number;
}

const horizons = [30, 90] as const;

type Count = { alive: number; dead: number; open: number };

interface Sums {
  committed: number;
  readonly over: Record<30 | 90, number>;
  readonly after: Readonly<Record<30 | 90, Count>>;
  readonly uncommitted: Count;
}

/**
 * The person's own effective AI lines by episode. Where lines reached a commit, they are what the episode delivered;
 * where none did, all that were written stand for it, without drafts that the agent replaced itself.
 */
export function linesByEpisode(cohorts: readonly Cohort[], times: KnownTimes): Map<string, EpisodeLines> {
  const episodes = new Map<string, Sums>();
  for (const cohort of cohorts) {
    if (!cohort.mine || !cohort.effective || !countedGrades.includes(cohort.grade) || cohort.writtenDay - day / 2 > times.asOf) continue;
    let sums = episodes.get(cohort.episode);
    if (sums === undefined) episodes.set(cohort.episode, (sums = { committed: 0, over: { 30: 0, 90: 0 }, after: { 30: none(), 90: none() }, uncommitted: none() }));
    count(cohort, sums, times);
  }
  return new Map([...episodes].flatMap(([episode, { committed, over, after, uncommitted }]) => {
    const lines = committed > 0 ? committed : uncommitted.dead + uncommitted.open;
    if (lines === 0) return [];
    const survival = committed > 0 ? { 0: { alive: committed, dead: 0, open: 0 }, 30: known(after[30], committed), 90: known(after[90], committed) } : { 0: uncommitted, 30: uncommitted, 90: uncommitted };
    return [[episode, { aiLines: lines, survival, settled: committed > 0 ? [0, ...horizons.filter((horizon) => 2 * over[horizon] > committed)] : [0] }]];
  }));
}

function count(cohort: Cohort, sums: Sums, { asOf, knownUntil, unmergedDays }: KnownTimes): void {
  const { committedAt, mergedAt, diedAt, fate, cause, lines } = cohort;
  const died = diedAt !== null && diedAt <= asOf ? diedAt : null;
  if (committedAt === null || committedAt > asOf) {
    if (committedAt !== null || fate === 'pending' || (isDead(fate) && died === null)) sums.uncommitted.open += lines;
    else if (isDead(fate) && cause !== 'me with AI') sums.uncommitted.dead += lines;
    return;
  }
  sums.committed += lines;
  const merged = mergedAt !== null && mergedAt <= asOf ? mergedAt : null;
  for (const horizon of horizons) {
    const counts = sums.after[horizon];
    const due = merged === null ? Infinity : merged + horizon * day;
    if (knownUntil >= (merged ?? committedAt + unmergedDays * day) + horizon * day) sums.over[horizon] += lines;
    if (died !== null && died <= due) {
      // lost from sight is neither alive nor dead
      if (fate !== 'unknown') counts.dead += lines;
    } else if (merged === null) counts[asOf - committedAt > unmergedDays * day ? 'dead' : 'open'] += lines;
    else counts[died !== null || knownUntil >= due ? 'alive' : 'open'] += lines;
  }
}

/** Lines lost from sight share the fate of the others; without others it is open. */
function known(counts: Count, lines: number): SurvivalCount {
  return counts.alive + counts.dead + counts.open > 0 ? counts : { alive: 0, dead: 0, open: lines };
}

function none(): Count {
  return { alive: 0, dead: 0, open: 0 };
}
