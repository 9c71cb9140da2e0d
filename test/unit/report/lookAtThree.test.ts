import assert from 'node:assert/strict';
import type { ContributionOutcome, OutcomeLoss } from '../../../src/model/contributionOutcome.ts';
import { day, hour } from '../../../src/model/time.ts';
import { lookAtThree } from '../../../src/report/lookAtThree.ts';
import { asOf, outcome } from './madeUpFacts.ts';

const options = { until: asOf, knownUntil: asOf, dismissed: new Set<string>() };

function lost(lines: number, after: number, fields: Partial<OutcomeLoss> = {}, of: Partial<ContributionOutcome> = {}): ContributionOutcome {
  const at = of.at ?? asOf - 20 * day;
  return outcome({ ...of, at, losses: [{ fate: 'rewritten', cause: 'me', lines, lastAt: at + after, commit: 'f'.repeat(40), ...fields }] });
}

function sentences(outcomes: readonly ContributionOutcome[]): string[] {
  return lookAtThree(outcomes, options).map((group) => group.sentence);
}

describe('lookAtThree', () => {
  it('is silent when nothing recurs', () => {
    assert.deepEqual(sentences([]), []);
    assert.deepEqual(sentences([lost(10, day), outcome(), outcome()]), []);
    assert.deepEqual(sentences([lost(4, day), lost(4, day)]), [], 'less than half of the lines');
  });

  it('says who, how often and how soon, only as far as it is true', () => {
    assert.deepEqual(sentences([lost(10, day), lost(10, day + hour), lost(9, 9 * day), lost(8, hour, { cause: 'me with AI' }), outcome()]), ["Claude's tests in `cmd/` were rewritten 4 of 5 times, mostly by you within two days."]);
    assert.deepEqual(sentences([lost(10, hour), lost(10, hour / 2)]), ["Claude's tests in `cmd/` were rewritten both times, by you within an hour."]);
    assert.deepEqual(sentences([lost(10, day), lost(10, 90 * day, { cause: 'unknown', lastAt: asOf }), lost(6, 90 * day, { cause: 'someone else', lastAt: asOf })]), ["Claude's tests in `cmd/` were rewritten all 3 times, within a month."]);
    assert.deepEqual(sentences([lost(10, 31 * day, { cause: 'unknown' }, { at: asOf - 50 * day }), lost(10, 32 * day, { cause: 'unknown' }, { at: asOf - 50 * day })]), ["Claude's tests in `cmd/` were rewritten both times."]);
  });

  it('says "rewritten" only when that became of half the lines each time', () => {
    const mixed = [lost(10, hour, {}, { path: 'main.go' }), lost(10, hour, { fate: 'deleted' }, { path: 'run.go' })];
    assert.deepEqual(sentences(mixed), ["Claude's code at the top of the repository lost half or more of its lines both times, by you within an hour."]);
  });

  it('leaves out drafts: what went before the commit and not by a person', () => {
    const draft = { fate: 'dropped', cause: 'me with AI', commit: null } as const;
    assert.deepEqual(sentences([lost(10, hour, draft), lost(10, hour, draft)]), []);
    assert.deepEqual(sentences([lost(10, hour, { ...draft, cause: 'unknown' }), lost(10, hour, { ...draft, cause: 'unknown' })]), []);
    assert.equal(sentences([lost(10, hour, { ...draft, cause: 'me' }), lost(10, hour, { ...draft, cause: 'me' })]).length, 1);
  });

  it('shows three at most, most lines lost first, with their evidence', () => {
    const pair = (path: string, lines: number): ContributionOutcome[] => [lost(lines, hour, {}, { path, effectiveLines: lines }), lost(lines, hour, {}, { path, effectiveLines: lines, contribution: 'c2', at: asOf - 5 * day })];
    const groups = lookAtThree(['a', 'b', 'c', 'd'].flatMap((folder, at) => pair(`${folder}/x.go`, 5 + at)), options);
    assert.deepEqual(groups.map((group) => [group.folder, group.linesLost, group.times, group.of]), [['d/', 16, 2, 2], ['c/', 14, 2, 2], ['b/', 12, 2, 2]]);
    assert.deepEqual(groups[0]!.evidence[0], { contribution: 'c2', session: 's1', path: 'd/x.go', at: new Date(asOf - 5 * day).toISOString(), lines: 8, lost: 8, before: `${'f'.repeat(40)}^`, after: 'f'.repeat(40) });
  });

  it('puts what cost the most own minutes first, where minutes were seen', () => {
    const pair = (path: string, lines: number, cause: OutcomeLoss['cause'] = 'me'): ContributionOutcome[] => [lost(lines, hour, { cause }, { path, effectiveLines: lines }), lost(lines, hour, { cause }, { path, effectiveLines: lines })];
    const outcomes = [...pair('a/x.go', 9), ...pair('b/x_test.go', 8), ...pair('c/x_test.go', 20, 'someone else')];
    const folders = (minutes: ReadonlyMap<string, number>): string[] => lookAtThree(outcomes, { ...options, minutes }).map((group) => group.folder);
    assert.deepEqual(folders(new Map()), ['c/', 'a/', 'b/']);
    assert.deepEqual(folders(new Map([['source', 10], ['tests', 12]])), ['b/', 'a/', 'c/']);
  });

  it('keeps away what was dismissed', () => {
    const outcomes = [lost(10, hour), lost(10, hour)];
    const [group] = lookAtThree(outcomes, options);
    assert.deepEqual(lookAtThree(outcomes, { ...options, dismissed: new Set([group!.key]) }), []);
  });

  it('looks at the last sixty days only, and not beyond what is known', () => {
    assert.deepEqual(sentences([lost(10, hour, {}, { at: asOf - 61 * day }), lost(10, hour)]), []);
    assert.deepEqual(lookAtThree([lost(10, 3 * day), lost(10, 3 * day)], { ...options, knownUntil: asOf - 18 * day }), []);
  });
});
