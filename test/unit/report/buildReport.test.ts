import assert from 'node:assert/strict';
import type { Cohort } from '../../../src/model/cohort.ts';
import type { ReportFacts } from '../../../src/model/project.ts';
import type { ReadModel } from '../../../src/model/readModel.ts';
import { day } from '../../../src/model/time.ts';
import { buildReport } from '../../../src/report/buildReport.ts';
import { asOf, cohort, madeUpFacts } from './madeUpFacts.ts';

function reportOf(cohorts: readonly Cohort[], fields: Partial<ReportFacts> = {}, at = asOf): ReadModel {
  return buildReport({ ...madeUpFacts(), knownUntil: at, cohorts, outcomes: [], comparison: [], ...fields }, { since: { length: 90 * day }, asOf: at });
}

function row(model: ReadModel, stage: string) {
  const found = model.stages.rows.find((one) => one.stage === stage);
  assert.ok(found !== undefined, `no row ${stage}`);
  return found;
}

describe('buildReport', () => {
  it('counts only effective lines of the person, of counted grades', () => {
    const model = reportOf([
      cohort({ lines: 5 }), cohort({ lines: 7, grade: 'attested' }), cohort({ lines: 9, grade: 'observed' }),
      cohort({ lines: 100, grade: 'declared' }), cohort({ lines: 200, grade: 'inferred' }), cohort({ lines: 400, effective: false }), cohort({ lines: 800, mine: false, grade: 'attested' }),
    ]);
    assert.equal(model.coverage.lines, 21);
    assert.equal(row(model, 'merged').reached.lines, 21);
    assert.equal(model.coverage.notEffective, 400);
    assert.deepEqual(model.coverage.grades.filter((one) => !one.counted).map((one) => one.lines), [200, 100]);
    assert.equal(model.coverage.others.lines, 800);
    assert.equal(model.causes.rows.reduce((sum, one) => sum + one.lines.lines, 0), 21);
    assert.equal(model.stages.weeks.reduce((sum, one) => sum + one.merged.lines, 0), 21);
  });

  it('shows others only as totals: their episodes, tools and causes are nowhere', () => {
    const model = reportOf([cohort({ lines: 5 }), cohort({ lines: 800, mine: false, grade: 'attested', tool: 'their-tool', episode: 'their-branch\n2026-01-01' })]);
    assert.doesNotMatch(JSON.stringify(model), /their-/);
  });

  it('never counts a young line as dead at a horizon, whatever became of it', () => {
    const mergedAt = asOf - 10 * day;
    const model = reportOf([cohort({ mergedAt, lines: 3 }), cohort({ mergedAt, lines: 4, fate: 'rewritten', cause: 'me', diedAt: asOf - 9 * day })]);
    const at14 = row(model, '14d');
    assert.deepEqual([at14.of, at14.reached.lines, at14.lost.lines, at14.notOldEnough.lines], [0, 0, 0, 7]);
    assert.equal(model.causes.rows.find((one) => one.fate === 'rewritten')?.lines.lines, 4);
  });

  it('counts a line that died after a horizon as alive at it', () => {
    const model = reportOf([cohort({ mergedAt: asOf - 50 * day, diedAt: asOf - 30 * day, fate: 'deleted', cause: 'me' })]);
    assert.equal(row(model, '14d').reached.lines, 10);
    assert.equal(row(model, '30d').lost.lines, 10);
  });

  it('keeps lines lost from sight apart from the dead', () => {
    const model = reportOf([cohort({ mergedAt: asOf - 50 * day, diedAt: asOf - 45 * day, fate: 'unknown', cause: 'unknown' })]);
    assert.deepEqual([row(model, '14d').unknown.lines, row(model, '14d').lost.lines], [10, 0]);
    assert.equal(model.stages.changed.every((one) => one.lost.lines === 0), true);
  });

  it('tells review only with push evidence', () => {
    const committedAt = asOf - 40 * day;
    const dead = { mergedAt: null, committedAt, diedAt: asOf - 35 * day, fate: 'rewritten', cause: 'someone else' } as const;
    const without = reportOf([cohort(dead)]);
    assert.equal(without.stages.rows.some((one) => one.stage === 'review'), false);
    assert.equal(without.stages.editedInReview, null);
    assert.deepEqual(without.stages.changed.map((one) => [one.phase, one.lost.lines]), [['before commit', 0], ['before merge', 10], ['after merge', 0]]);
    const withPush = reportOf([cohort({ ...dead, pushedAt: asOf - 36 * day }), cohort(dead), cohort({ committedAt, lines: 6 })]);
    assert.deepEqual(withPush.stages.changed.map((one) => [one.phase, one.lost.lines]), [['before commit', 0], ['before merge', 10], ['in review', 10], ['after merge', 0]]);
    assert.deepEqual([row(withPush, 'review').reached.lines, row(withPush, 'review').lost.lines, row(withPush, 'review').skipped.lines], [10, 10, 6]);
    assert.equal(withPush.stages.changed.find((one) => one.phase === 'in review')?.causes.find((one) => one.cause === 'someone else')?.figure.lines, 10);
  });

  it('ends at the last activity when the window is empty, and follows those lines on', () => {
    const writtenDay = asOf - 300 * day;
    const model = reportOf([cohort({ writtenDay, committedAt: writtenDay, mergedAt: writtenDay + day, diedAt: writtenDay + 40 * day, fate: 'deleted', cause: 'me' })]);
    assert.equal(model.window.endsAtLastActivity, true);
    assert.equal(model.window.until, new Date(writtenDay + day / 2).toISOString());
    assert.equal(row(model, '30d').reached.lines, 10);
    assert.equal(row(model, '90d').lost.lines, 10);
  });

  it('tells merges after the last activity week by week, too', () => {
    const writtenDay = asOf - 300 * day;
    const written = { writtenDay, committedAt: writtenDay };
    const model = reportOf([cohort({ ...written, mergedAt: writtenDay + day, lines: 4 }), cohort({ ...written, mergedAt: writtenDay + 15 * day, lines: 3 })]);
    assert.equal(row(model, 'merged').reached.lines, 7);
    assert.equal(model.stages.weeks.reduce((sum, one) => sum + one.merged.lines, 0), 7);
    assert.equal(model.stages.weeks.at(-1)?.merged.lines, 3);
  });

  it('with a "now" in the past does not know what came later', () => {
    const then = asOf - 30 * day;
    const later = cohort({ diedAt: asOf - 10 * day, fate: 'rewritten', cause: 'me' });
    const model = reportOf([later, cohort({ writtenDay: asOf - 20 * day, lines: 77 }), cohort({ committedAt: asOf - 5 * day, mergedAt: asOf - 4 * day, lines: 3 })], {}, then);
    assert.equal(model.coverage.lines, 13);
    assert.equal(model.causes.rows.find((one) => one.fate === 'kept')?.lines.lines, 10);
    assert.equal(model.causes.rows.find((one) => one.fate === 'pending')?.lines.lines, 3);
  });

  it('has no curve from fewer than five episodes, and says why', () => {
    const model = reportOf([cohort(), cohort({ episode: 'other\n2026-01-01' })]);
    assert.equal(model.survival.mine, null);
    assert.match(model.survival.whyNone ?? '', /^Only 2 episodes of merged work/);
    assert.match(reportOf([]).survival.whyNone ?? '', /^No AI line has been on the default branch/);
  });

  it('compares with hand-written lines only when enough of them were seen being typed', () => {
    const hand = Array.from({ length: 8 }, (_, at) => ({ origin: 'hand' as const, mergedAt: asOf - (10 + at) * day, diedAt: null, lines: 5 }));
    const unknown = hand.map((one) => ({ ...one, origin: 'unknown' as const }));
    assert.equal(reportOf([cohort()], { comparison: [...unknown, ...hand] }).survival.other?.origin, 'hand');
    const other = reportOf([cohort()], { comparison: [...unknown, ...hand.slice(0, 2)] }).survival.other;
    assert.equal(other?.origin, 'unknown');
    assert.doesNotMatch(other?.label ?? '', /hand/);
  });

  it('with nothing at all still makes a report', () => {
    const model = buildReport({ ...madeUpFacts(), cohorts: [], comparison: [], outcomes: [], sources: [], repo: { name: 'empty', defaultBranch: null, notes: [] } }, { since: 'all', asOf });
    assert.equal(model.coverage.lines, 0);
    assert.equal(model.coverage.reachesBack, null);
    assert.equal(model.window.lastActivity, null);
  });
});
