import type { Cohort } from '../model/cohort.ts';
import { isHand } from '../model/contribution.ts';
import type { Ledger } from './ledger.ts';
import { type CohortKind, unpackKind } from './lineCodec.ts';
import { readCohorts } from './rollup.ts';

/** UTC ms: the first and the last day wanted, by the noon of the day in which the lines were written. */
export interface DayWindow {
  readonly sinceDay?: number;
  readonly untilDay?: number;
}

/** Counts of AI lines, and apart from them those of lines typed by hand. */
export interface CohortsByOrigin {
  readonly ai: readonly Cohort[];
  readonly hand: readonly Cohort[];
}

/** Counts of a repository's AI lines, of all episodes or those that began in a window; ordered by (day, episode). */
export function cohorts(ledger: Ledger, repo: number, window: DayWindow = {}): readonly Cohort[] {
  return cohortsByOrigin(ledger, repo, window).ai;
}

export function cohortsByOrigin(ledger: Ledger, repo: number, window: DayWindow = {}): CohortsByOrigin {
  const episodes = ledger
    .statement('SELECT text, day, cohorts FROM episode WHERE repo = ? AND day BETWEEN ? AND ? ORDER BY day, text')
    .tuples<readonly [string, number, Uint8Array]>(repo, window.sinceDay ?? 0, window.untilDay ?? Number.MAX_SAFE_INTEGER);
  const tools = new Map(ledger.statement('SELECT id, text FROM name WHERE repo = ?').tuples<readonly [number, string]>(repo));
  // A repository has a few hundred kinds: taking each apart once is enough.
  const kinds = new Map<number, CohortKind>();
  const kindOf = (packed: number): CohortKind => {
    const known = kinds.get(packed);
    if (known !== undefined) return known;
    const kind = unpackKind(packed);
    kinds.set(packed, kind);
    return kind;
  };
  const found: { readonly ai: Cohort[]; readonly hand: Cohort[] } = { ai: [], hand: [] };
  for (const [episode, writtenDay, bytes] of episodes) {
    readCohorts(bytes, (tool, place, lines, lostShare) => {
      const { grade, mine, effective, fate, cause, changes, tier } = kindOf(place.kind);
      const counted = { episode, tool: tools.get(tool)! };
      found[isHand(counted) ? 'hand' : 'ai'].push({
        ...counted,
        grade,
        mine,
        effective,
        writtenDay,
        committedAt: place.committedAt || null,
        pushedAt: place.pushedAt || null,
        mergedAt: place.mergedAt || null,
        diedAt: place.diedAt || null,
        fate,
        cause,
        changes,
        tier,
        lines,
        retained: (lines * 1_000_000 - lostShare) / 1_000_000,
      });
    });
  }
  return found;
}
