import assert from 'node:assert/strict';
import type { CommitFacts } from '../../../src/model/commit.ts';
import { planHistory } from '../../../src/survival/historyPlan.ts';
import { entryTimes } from '../../../src/survival/trunkEntry.ts';
import type { RefMoves } from '../../../src/survival/trunkEntry.ts';

const commit = (id: string, committedAt: number, ...parents: string[]): CommitFacts =>
  ({ id, parents, authoredAt: committedAt, committedAt, authorEmail: '', subject: '', reverts: [], declaredTools: [] });
const move = (id: string, at: number): RefMoves['trunk'][number] => ({ ref: 'some ref', commit: id, at });
const none: RefMoves = { trunk: [], before: null, branches: [] };

describe('when commits came to the default branch', () => {
  // a ─ b ─ c ─ d ─ e: the default branch was moved forward from a to c, d and e were made on it
  const history = [commit('a', 100), commit('b', 200, 'a'), commit('c', 210, 'b'), commit('d', 600, 'c'), commit('e', 650, 'd')];
  const plan = planHistory(history, 'e', null, new Set());
  const times = (moves: Partial<RefMoves>): number[] => history.map(entryTimes(plan, { ...none, ...moves }));

  it('is when they were made, where nothing else was seen', () => {
    assert.deepEqual(times({}), [100, 200, 210, 600, 650]);
    assert.deepEqual(times({ trunk: [move('c', 500), move('e', 700)], before: 'a' }), [100, 200, 210, 600, 650]);
  });

  it('is when the default branch was seen to have them, where a branch was pushed with them before', () => {
    assert.deepEqual(times({ trunk: [move('c', 500), move('e', 700)], before: 'a', branches: [move('c', 220)] }), [100, 500, 500, 600, 650]);
  });

  it('is no later than the next commit that was made there', () => {
    assert.deepEqual(times({ trunk: [move('e', 700)], before: 'a', branches: [move('c', 220)] }), [100, 600, 600, 600, 650]);
  });

  it('is not asked of what the default branch had before it was watched, or when the branch was pushed', () => {
    assert.deepEqual(times({ trunk: [move('e', 700)], before: 'c', branches: [move('c', 220)] }), [100, 200, 210, 600, 650]);
    assert.deepEqual(times({ trunk: [move('c', 500), move('e', 700)], before: null, branches: [move('c', 220)] }), [100, 200, 210, 600, 650]);
    assert.deepEqual(times({ trunk: [move('c', 220), move('e', 700)], before: 'a', branches: [move('c', 230)] }), [100, 200, 210, 600, 650]);
  });

  it('counts a branch that went on after', () => {
    const more = [...history, commit('x', 230, 'c')];
    const longer = planHistory(more, 'e', null, new Set());
    assert.equal(entryTimes(longer, { trunk: [move('c', 500)], before: 'a', branches: [move('x', 240)] })(history[1]!), 500);
  });
});
