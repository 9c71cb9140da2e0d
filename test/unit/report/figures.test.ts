import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countedGrades } from '../../../src/model/provenance.ts';
import { type ReadModel, readModel } from '../../../src/model/readModel.ts';
import type { Figure } from '../../../src/model/readModelParts.ts';
import { day } from '../../../src/model/time.ts';
import { buildReport } from '../../../src/report/buildReport.ts';
import { evidenceMatcher } from '../../../src/report/evidence.ts';
import { knownBy, viewLine } from '../../../src/report/lineView.ts';
import { noWork } from '../../fixtures/work.ts';
import { asOf, madeUpFacts } from './madeUpFacts.ts';

/** Every figure of a model with its place. */
function figuresOf(value: unknown, place: string): { place: string; figure: Figure }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('evidence' in value && 'lines' in value) return [{ place, figure: value as Figure }];
  return Object.entries(value).flatMap(([name, inner]) => figuresOf(inner, `${place}.${name}`));
}

const seeds = fc.integer({ min: 0, max: 100_000 });
const lengths = fc.constantFrom(7, 30, 90, 400);

/** Without groups, whose lines are found by contribution, and without hours, whose draws would be most of the time. */
function modelOf(seed: number, days: number): { model: ReadModel; facts: ReturnType<typeof madeUpFacts> } {
  const facts = { ...madeUpFacts(seed, 25), work: noWork() };
  return { facts, model: buildReport(facts, { since: { length: days * day }, asOf }) };
}

describe('figures', () => {
  it('fit the schema, in the order of the published form', () => {
    fc.assert(fc.property(seeds, lengths, (seed, days) => {
      const { model } = modelOf(seed, days);
      assert.deepEqual(readModel.parse(model), model);
      assert.deepEqual(Object.keys(model), ['schema', 'window', 'repo', 'coverage', 'stages', 'causes', 'survival', 'time', 'value', 'assumptions', 'notMeasured']);
      assert.deepEqual(JSON.parse(JSON.stringify(model)), model);
    }), { numRuns: 30 });
  });

  it('fit the schema together with hours', () => {
    const model = buildReport(madeUpFacts(), { since: { length: 90 * day }, asOf });
    assert.notEqual(model.value.net, null);
    assert.deepEqual(readModel.parse(model), model);
    assert.deepEqual(JSON.parse(JSON.stringify(model)), model);
  });

  it('each counts exactly the lines that its evidence opens', () => {
    fc.assert(fc.property(seeds, lengths, (seed, days) => {
      const { model, facts } = modelOf(seed, days);
      const from = { since: Date.parse(model.window.since), until: Date.parse(model.window.until), knownUntil: Date.parse(model.repo.knownUntil) };
      const lines = facts.cohorts
        .filter((cohort) => cohort.mine && cohort.effective && countedGrades.includes(cohort.grade))
        .map((cohort) => ({ lines: cohort.lines, view: viewLine(knownBy(cohort, asOf), from) }));
      const figures = figuresOf(model, 'model');
      assert.ok(figures.length > 100);
      for (const { place, figure } of figures) {
        const matches = evidenceMatcher(figure.evidence);
        assert.equal(figure.lines, lines.reduce((sum, one) => (matches(one.view) ? sum + one.lines : sum), 0), place);
      }
    }), { numRuns: 30 });
  });

  it('add up: every line has one fate, and one outcome at every stage it could have reached', () => {
    fc.assert(fc.property(seeds, lengths, (seed, days) => {
      const { model } = modelOf(seed, days);
      const { rows, changed } = model.stages;
      const row = (stage: string) => rows.find((one) => one.stage === stage)!;
      const total = model.coverage.lines;
      assert.equal(model.causes.rows.reduce((sum, one) => sum + one.lines.lines, 0), total);
      assert.equal(row('written').reached.lines, total);
      assert.equal(row('committed').of, total);
      assert.equal(row('merged').of, row('committed').reached.lines);
      for (const stage of ['14d', '30d', '90d']) assert.equal(row(stage).of + row(stage).notOldEnough.lines, row('merged').reached.lines, stage);
      for (const one of rows) assert.equal(one.reached.lines + one.lost.lines + one.waiting.lines + one.unknown.lines + one.skipped.lines, one.of, one.stage);
      const dead = model.causes.rows.filter((one) => one.kind === 'dead').reduce((sum, one) => sum + one.lines.lines, 0);
      assert.equal(changed.reduce((sum, one) => sum + one.lost.lines, 0), dead);
      for (const one of changed) assert.equal(one.causes.reduce((sum, { figure }) => sum + figure.lines, 0), one.lost.lines);
      for (const week of model.stages.weeks) assert.ok(week.changedBeforeMerge.lines + week.rewritten.lines <= week.dead.lines);
    }), { numRuns: 30 });
  });

  it('the same facts give the same report', () => {
    assert.deepEqual(modelOf(5, 90).model, modelOf(5, 90).model);
  });
});
