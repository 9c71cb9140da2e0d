import assert from 'node:assert/strict';
import fc from 'fast-check';
import { branchesToRemember, reachable } from '../../../src/scan/rememberedBranches.ts';
import { createBranchMemory } from '../../../src/survival/branchMemory.ts';
import { decodeBranches, encodeBranches } from '../../../src/survival/branchMemoryCodec.ts';
import { createPrintSet } from '../../../src/survival/printSet.ts';
import type { CommitFacts } from '../../../src/model/commit.ts';

const facts = (id: string, parents: readonly string[], at = 0): CommitFacts => ({ id, parents, authoredAt: at, committedAt: at, authorEmail: '', subject: '', reverts: [], declaredTools: [] });
const remembered = (id: string, prints: readonly number[], at = 0): { id: string; at: number; paths: string[]; prints: Float64Array } => ({ id, at, paths: [], prints: Float64Array.from(prints) });

describe('what branches added', () => {
  it('comes back from its bytes as it was', () => {
    const commit = fc.record({ at: fc.nat(2 ** 42), paths: fc.array(fc.string()), prints: fc.array(fc.maxSafeNat()) });
    fc.assert(fc.property(fc.array(commit), (parts) => {
      const commits = parts.map((part, at) => ({ id: `c${at}`, ...part, prints: Float64Array.from(part.prints) }));
      const tips = commits.length === 0 ? {} : { t1: commits.map(({ id }) => id), t2: [commits[0]!.id] };
      assert.deepEqual(decodeBranches(encodeBranches({ commits, tips })), { commits, tips });
    }));
  });

  it('counts from the time on at which it was committed', () => {
    const memory = createBranchMemory([remembered('b', [2], 20), remembered('a', [1], 10)], () => false);
    memory.until(10);
    assert.deepEqual([memory.holds(1), memory.holds(2)], [true, false]);
    memory.until(20);
    assert.ok(memory.holds(2));
  });

  it('is in a set that holds what was added and nothing else', () => {
    fc.assert(fc.property(fc.array(fc.bigInt({ min: 1n, max: 2n ** 52n - 1n }).map(Number), { maxLength: 3000 }), fc.bigInt({ min: 0n, max: 2n ** 52n - 1n }).map(Number), (prints, other) => {
      const set = createPrintSet();
      // many that share their low bits
      const all = prints.flatMap((print) => [print, print - (print % 4096) + 7]);
      for (const print of all) set.add(print);
      assert.ok(all.every((print) => set.has(print)));
      assert.equal(set.has(other), all.includes(other) && other !== 0);
    }));
  });

  it('is kept of commits that a branch reaches and the default branch does not', () => {
    // main ─ m1 ─ m2 (merges b);  a ─ c still open;  d did not move and was not looked at
    const graph = [facts('m2', ['m1', 'b']), facts('b', ['m1']), facts('a', ['m1']), facts('c', ['a']), facts('m1', [])];
    const commits = new Map(['a', 'b', 'c', 'd', 'gone'].map((id) => [id, remembered(id, [1])]));
    const now = branchesToRemember({ known: { commits: [], tips: { d: ['d'], gone: ['gone'] } }, commits, graph, merged: reachable(graph, 'm2'), tips: ['m2', 'b', 'c', 'd'] });
    assert.deepEqual(now.tips, { c: ['a', 'c'], d: ['d'] });
    assert.deepEqual(now.commits.map(({ id }) => id), ['a', 'c', 'd']);
  });
});
