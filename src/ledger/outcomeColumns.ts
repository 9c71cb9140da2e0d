import { causes, type Cause, fates } from '../model/fate.ts';
import type { OutcomeLoss } from '../model/contributionOutcome.ts';
import { unpackState } from './lineCodec.ts';
import { effectiveFate, type LineFindings } from './lineFindings.ts';
import type { RepoTables } from './repoTables.ts';

/** What became of a contribution's effective lines, kept beside it so that no report reads lines. */
export interface OutcomeColumns {
  readonly effective: number;
  readonly alive: number;
  readonly lost: number;
  /** `[[fate, cause, lines, last death, commit or null], …]` by position in the model's lists; null for none. */
  readonly losses: string | null;
}

type PackedLoss = [fate: number, cause: number, lines: number, lastAt: number, commit: string | null];

/** @param lines all lines of one contribution */
export function outcomeOf(lines: readonly LineFindings[], { moments }: RepoTables): OutcomeColumns {
  let effective = 0;
  let alive = 0;
  let lost = 0;
  const losses = new Map<number, { packed: PackedLoss; commits: Map<string | null, number> }>();
  for (const line of lines) {
    const fate = effectiveFate(line);
    if (fate === 'none') continue;
    effective++;
    if (fate === 'alive') alive++;
    if (fate !== 'dead') continue;
    lost++;
    const { ending, deathCause } = unpackState(line.state);
    const end = moments.momentOf(line.died!);
    const kind = fates.indexOf(ending!) * 8 + causes.indexOf(deathCause!);
    const loss = losses.get(kind) ?? { packed: [fates.indexOf(ending!), causes.indexOf(deathCause!), 0, 0, null], commits: new Map<string | null, number>() };
    losses.set(kind, loss);
    loss.packed[2]++;
    loss.packed[3] = Math.max(loss.packed[3], end.at);
    loss.commits.set(end.commit, (loss.commits.get(end.commit) ?? 0) + 1);
  }
  const packed = [...losses].toSorted(([one], [other]) => one - other).map(([, { packed: loss, commits }]) => [...loss.slice(0, 4), mostFrequent(commits)]);
  return { effective, alive, lost, losses: packed.length === 0 ? null : JSON.stringify(packed) };
}

/** The commit that took most lines; of several the smallest id, so that the answer does not depend on order. */
function mostFrequent(commits: ReadonlyMap<string | null, number>): string | null {
  const sorted = [...commits].toSorted(([one, ones], [other, others]) => others - ones || ((one ?? '') < (other ?? '') ? -1 : 1));
  return sorted[0]?.[0] ?? null;
}

/** Reads the `losses` column. */
export function lossesOf(text: string | null): OutcomeLoss[] {
  if (text === null) return [];
  const packed = JSON.parse(text) as readonly PackedLoss[];
  return packed.map(([fate, cause, lines, lastAt, commit]) => ({ fate: fates[fate] as OutcomeLoss['fate'], cause: causes[cause] as Cause, lines, lastAt, commit }));
}
