import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CommitFacts } from '../../../src/model/commit.ts';
import { askedBases } from '../../../src/survival/askedBases.ts';
import type { AskedBases } from '../../../src/survival/askedBases.ts';
import type { FileMap } from '../../../src/survival/fileMap.ts';
import { planHistory } from '../../../src/survival/historyPlan.ts';
import type { HistoryPlan } from '../../../src/survival/historyPlan.ts';
import { createTrunkState } from '../../../src/survival/treeState.ts';

const commit = (id: string, at: number, ...parents: readonly string[]): CommitFacts => ({ id, parents, authoredAt: at, committedAt: at, authorEmail: '', subject: '', reverts: [], declaredTools: [] });

/** The default branch has `length` commits t0, t1 …; each branch is one commit, at any time after the one it starts from. */
function planOf(length: number, branches: readonly { readonly from: number; readonly later: number; readonly merged: boolean }[]): HistoryPlan {
  const merges = new Map<number, string[]>();
  const commits = branches.map(({ from, later, merged }, at) => {
    const base = from % length;
    const time = Math.min(length - 1, base + later);
    if (merged && time + 1 < length) merges.set(time + 1, [...(merges.get(time + 1) ?? []), `b${at}`]);
    return commit(`b${at}`, 10 * time + 5, `t${base}`);
  });
  for (let at = 0; at < length; at++) commits.push(commit(`t${at}`, 10 * at, ...(at === 0 ? ['before'] : [`t${at - 1}`]), ...(merges.get(at) ?? [])));
  return planHistory(commits, `t${length - 1}`, 'before', new Set());
}

/** Every place of the plan with the trees of the default branch that it asks for. */
function questions(plan: HistoryPlan): { readonly place: number; readonly sequence: number | null; readonly asks: readonly number[] }[] {
  const baseOf = new Map<string, number>();
  return plan.order.map(({ commit: { id, parents }, trunk }, place) => {
    const asks = parents.slice(trunk === null ? 0 : 1).map((parent) => plan.sequenceOf.get(parent) ?? baseOf.get(parent) ?? -1);
    if (trunk === null) baseOf.set(id, asks[0]!);
    return { place, sequence: trunk, asks };
  });
}

const branch = fc.record({ from: fc.nat(20), later: fc.nat(20), merged: fc.boolean() });
const mapOf = (id: number): FileMap => ({ ids: Int32Array.of(id), prints: Float64Array.of(id), whole: true, touchedAt: 0, lost: false });

describe('trees of the default branch that branches ask for', () => {
  it('are those they start from, until they are merged', () => {
    // t0 ─ t1 ─ t2 ─ t3 (merges b0);  b0 from t0, at the time of t2
    const plan = planOf(4, [{ from: 0, later: 2, merged: true }]);
    const bases = askedBases(plan, () => 0);
    const between = (place: number, ...range: readonly [number, number]): boolean => {
      const { trunk } = plan.order[place]!;
      if (trunk !== null) bases.enter(place, trunk);
      return bases.between(...range);
    };
    assert.deepEqual(plan.order.map(({ commit: { id } }) => id), ['t0', 't1', 't2', 'b0', 't3']);
    assert.deepEqual([between(0, 0, 0), between(1, 0, 0), between(1, 1, 1), between(2, -1, -1), between(4, 0, 0), between(4, 0, 3)], [true, true, false, false, true, true]);
  });

  it('stay as they were for as long as they are asked for', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 20 }), fc.array(branch, { maxLength: 12 }), fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), (length, branches, changes) => {
      const plan = planOf(length, branches);
      const bases = askedBases(plan, () => 0);
      const all: AskedBases['between'] = () => true;
      const [pruned, whole] = [createTrunkState(() => mapOf(1)), createTrunkState(() => mapOf(1))];
      for (const { place, sequence, asks } of questions(plan)) {
        if (sequence !== null) {
          bases.enter(place, sequence);
          pruned.enter(sequence, bases.between);
          whole.enter(sequence, all);
        }
        for (const base of asks) assert.deepEqual(pruned.at(base)('a'), whole.at(base)('a'));
        if (sequence !== null && changes[sequence]!) for (const state of [pruned, whole]) state.set('a', mapOf(10 + sequence));
      }
    }));
  });
});
