import assert from 'node:assert/strict';
import type { AddedLine } from '../../../src/attribution/commitLines.ts';
import { keepEvident } from '../../../src/attribution/ownership.ts';
import type { StoredContribution } from '../../../src/model/followedLine.ts';
import { day, hour } from '../../../src/model/time.ts';
import { contribution } from '../../fixtures/contributions.ts';
import { memoryFollowStore } from '../../fixtures/memoryFollowStore.ts';

const wroteAt = Date.UTC(2026, 0, 10, 12);
const text = Array.from({ length: 10 }, (_, at) => `const value${at} = compute(${at});`);

/** Claims of the contribution's lines at these places, as claimContributions leaves them in a commit. */
function claimed({ lines }: StoredContribution, places: readonly number[]): AddedLine[] {
  return places.map((at) => ({ id: lines[at]!.id, claim: { by: 'contribution', line: lines[at]!.id, tier: 'exact', moved: false, retained: 1, similarity: 1 } }) as unknown as AddedLine);
}

/** How many of the claims at `places` a commit made `after` the writing keeps. */
function kept(places: readonly number[], after: number, { mine = true, replaced = [], committed = [] }: { mine?: boolean; replaced?: readonly number[]; committed?: readonly number[] } = {}): number {
  const store = memoryFollowStore([contribution({ id: 'x', at: wroteAt, text })]);
  const stored = store.contributionsAt('src/a.ts')[0]!;
  for (const at of replaced) stored.lines[at]!.supersededAt = wroteAt + 1;
  for (const at of committed) stored.lines[at]!.first = { commit: 'a'.repeat(40), at: wroteAt + 1, path: 'src/a.ts', line: at + 1 };
  const added = claimed(stored, places);
  keepEvident(added, { authoredAt: wroteAt + after, mine }, { contributionOf: (line) => store.contribution(store.line(line).contribution), openLines: (episode) => store.openLines(episode, 'ai') });
  return added.filter((line) => line.claim !== null && line.id !== 0).length;
}

describe('keepEvident', () => {
  it('keeps what a commit of mine holds of fresh text, however little', () => {
    assert.equal(kept([3], hour), 1);
  });

  it('keeps text that waited for days when a good part of it comes', () => {
    assert.equal(kept([0, 1, 2, 3], 3 * day), 4);
  });

  it('gives back the few lines of a draft that turn up days later', () => {
    assert.equal(kept([0, 1, 2], 3 * day), 0);
  });

  it('counts drafts the agent replaced among what was open', () => {
    assert.equal(kept([0, 1, 2], 3 * day, { replaced: [3, 4, 5, 6, 7, 8, 9] }), 0);
  });

  it('keeps lines that were in a commit before', () => {
    assert.equal(kept([0, 1], 3 * day, { committed: [0, 1] }), 2);
  });

  it('keeps what someone else squashed, and nothing of a coincidence', () => {
    assert.equal(kept([0, 1, 2, 3, 4, 5], hour, { mine: false }), 6);
    assert.equal(kept([0, 1, 2, 3, 4], hour, { mine: false }), 0);
  });

  it('keeps only the committed lines when a squash repeats words of drafts', () => {
    assert.equal(kept([0, 1, 2, 3, 4, 5, 6], 3 * day, { mine: false, committed: [0, 1, 2, 3, 4, 5], replaced: [7, 8, 9] }), 7);
    assert.equal(kept([0, 1, 2, 3, 4, 6, 7], 3 * day, { mine: false, committed: [0, 1, 2, 3, 4], replaced: [6, 7] }), 5);
  });
});
