import assert from 'node:assert/strict';
import type { ReportFacts } from '../../../src/model/project.ts';
import type { ReadModel } from '../../../src/model/readModel.ts';
import { valueReport } from '../../../src/model/valueSections.ts';
import { day } from '../../../src/model/time.ts';
import type { WorkFacts } from '../../../src/model/workFacts.ts';
import { buildReport } from '../../../src/report/buildReport.ts';
import { netChart } from '../../../src/report/charts/netChart.ts';
import { bareHours, hoursRange, netSentence } from '../../../src/report/hoursWords.ts';
import { renderHtml } from '../../../src/report/html.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { netWeeks } from '../../../src/report/netWeeks.ts';
import { reportDocument } from '../../../src/report/reportDocument.ts';
import { hoursLeaveOut } from '../../../src/report/statements.ts';
import { renderText } from '../../../src/report/text.ts';
import { startOfWeek } from '../../../src/report/week.ts';
import { skipKey } from '../../../src/report/weekToAsk.ts';
import { valueOf } from '../../../src/value/valueReport.ts';
import { noWork } from '../../fixtures/work.ts';
import { asOf, madeUpFacts } from './madeUpFacts.ts';
import { episode, madeUpWork } from './madeUpWork.ts';

function modelOf(work: WorkFacts, fields: Partial<ReportFacts> = {}, days = 90): ReadModel {
  return buildReport({ ...madeUpFacts(), work, ...fields }, { since: { length: days * day }, asOf });
}

function sectionOf(model: ReadModel, id: string) {
  return reportDocument(model).sections.find((one) => one.id === id);
}

const work = madeUpWork(asOf);
const model = modelOf(work);
const lastWeek = startOfWeek(asOf) - 7 * day;

describe('hours in the report', () => {
  it('are what the estimate says of the same window, at the same "now"', () => {
    const { episodes, felt, paceRange, set, seed } = work;
    const window = { since: Date.parse(model.window.since), until: Date.parse(model.window.until) };
    const told = valueOf({ episodes, window, asOf, felt, paceRange, set, seed });
    const { revisions, question, sensitivity: netAtLimits, ...value } = model.value;
    const { sensitivity, ...time } = model.time;
    assert.deepEqual({ time, value, assumptions: model.assumptions, notMeasured: model.notMeasured.slice(0, told.notMeasured.length) }, told);
    valueReport.parse({ ...told });
    const reading = time.kinds.find(({ kind }) => kind === 'reading')!.hours;
    assert.ok(Math.abs(sensitivity!.strict - (time.total - 0.6 * reading)) < 0.02 && Math.abs(sensitivity!.lax - (time.total + reading)) < 0.02 && sensitivity!.chosen === time.total);
    const without = modelOf(noWork({ episodes: work.episodes }));
    assert.deepEqual([without.time.sensitivity, without.value.sensitivity], [null, null]);
    // fewer draws than the estimate itself has
    for (const [episodes, net] of [[work.atLimits!.strict, netAtLimits!.strict], [work.atLimits!.lax, netAtLimits!.lax]] as const) {
      const own = valueOf({ episodes, window, asOf, felt, paceRange, set, seed }).value.net!;
      for (const point of ['low', 'mid', 'high'] as const) assert.ok(Math.abs(net[point] - own[point]) < 0.1 * (own.high - own.low), `${net[point]} h, with all draws ${own[point]} h`);
    }
    assert.ok(netAtLimits!.strict.mid > value.net!.mid && value.net!.mid > netAtLimits!.lax.mid, 'the same lines in less time');
    assert.equal(revisions.length, 1);
    assert.deepEqual(question, { week: new Date(lastWeek).toISOString() });
    assert.notDeepEqual(modelOf(work, {}, 30).value.net, model.value.net);
  });

  it('are of this repository alone; other repositories teach the pace', () => {
    const elsewhere = work.episodes.map((one) => ({ ...one, id: `other ${one.id}`, repo: 'other' }));
    const here = work.episodes.filter((one) => one.id.startsWith('ai-'));
    const alone = modelOf({ ...work, repo: 'r', episodes: here });
    const both = modelOf({ ...work, repo: 'r', episodes: [...here, ...elsewhere] });
    assert.equal(both.time.total, alone.time.total);
    assert.equal(both.time.aiEpisodes, alone.time.aiEpisodes);
    assert.notEqual(alone.value.paceLabel, null);
    assert.equal(both.value.paceLabel, null);
    assert.equal(modelOf({ ...work, episodes: [...here, ...elsewhere] }).time.aiEpisodes, 2 * alone.time.aiEpisodes);
  });

  it('sets what was felt of a week beside all work of that week, whatever the repository', () => {
    const elsewhere = work.episodes.map((one) => ({ ...one, id: `other ${one.id}`, repo: 'other' }));
    const week = (of: ReadModel) => of.value.felt.weeks[0]!.estimated;
    assert.deepEqual(week(modelOf({ ...work, repo: 'other', episodes: [...work.episodes, ...elsewhere] })), week(modelOf({ ...work, repo: 'r', episodes: [...work.episodes, ...elsewhere] })));
    assert.notDeepEqual(week(modelOf({ ...work, repo: 'r', episodes: [...work.episodes, ...elsewhere] })), week(model));
  });

  it('without AI episodes are none: counts only, and why', () => {
    const cold = modelOf(noWork());
    assert.equal(cold.value.net, null);
    assert.match(renderText(cold), /No work with AI in this window, so there are no hours, only counts\./);
    assert.match(renderText(cold), /Counted: 5,627 lines merged/);
    assert.doesNotMatch(renderText(cold), /P\(net|Gained +[−\d]/);
    assert.deepEqual([netChart(cold), sectionOf(cold, 'value-weeks')], ['', undefined]);
  });

  it('call correction that only an editor could have seen unseen, not nothing', () => {
    const blind = work.episodes.map((one) => ({ ...one, timeGrade: 'reconstructed' as const, hours: { ...one.hours, fixing: 0, writing: 0, reworking: 0 } }));
    const text = renderText(modelOf({ ...work, episodes: blind })).replace(/\s+/g, ' ');
    assert.match(text, /dead in any way; no time of correction was seen\./);
    assert.match(text, /What you typed yourself is seen only in an editor with this extension; here none was, so time and rework are too low\./);
    assert.match(text, /Fixing not seen correcting AI lines/);
    const watched = renderText(modelOf({ ...work, episodes: blind.map((one) => ({ ...one, timeGrade: 'measured' as const })) })).replace(/\s+/g, ' ');
    assert.match(watched, /dead in any way; 0 minutes of correction\./);
    assert.doesNotMatch(watched, /not seen correcting|here none was/);
  });

  it('carry the label of a pace that is not the person’s own, and of one they entered', () => {
    const few = work.episodes.filter((one) => !one.id.startsWith('hand-'));
    assert.match(renderText(modelOf({ ...work, episodes: few })), /Estimated hours, from published pace|Hours are told from published pace \(0 of 5 hand-written episodes\)\./);
    assert.match(renderText(modelOf({ ...work, episodes: few, paceRange: { low: 0.5, high: 2 } })), /Hours are told from the pace you entered/);
    assert.doesNotMatch(renderText(model), /published pace|pace you entered/);
  });

  it('mark changed assumptions wherever they show', () => {
    const changed = modelOf({ ...work, set: { handHours: 2, editIdle: 60 } });
    const mark = 'Changed assumptions: `handHours` is 2 instead of 0.91 (h) and `editIdle` is 60 instead of 120 (s).';
    for (const id of ['time', 'value', 'value-weeks']) {
      const found = sectionOf(changed, id)!;
      assert.ok([...found.paragraphs, ...found.notes].includes(mark), id);
      assert.ok(![...sectionOf(model, id)!.paragraphs, ...sectionOf(model, id)!.notes].some((text) => text.startsWith('Changed')), id);
    }
    assert.match(sectionOf(changed, 'value')!.tables[0]!.caption, /with changed assumptions$/);
    assert.ok(sectionOf(changed, 'assumptions')!.points.some((text) => text.startsWith('`handHours` = 2 h (changed; published 0.91).')));
  });

  it('say under every figure what they leave out, and give no verdict of a single week', () => {
    for (const id of ['value', 'value-weeks']) assert.ok(sectionOf(model, id)!.notes.includes(hoursLeaveOut), id);
    assert.doesNotMatch(JSON.stringify(sectionOf(model, 'value-weeks')!.tables[0]), /gain"|loss|tell|evidence/);
  });

  it('show a give-back rate only when there is one', () => {
    const named = (of: ReadModel): boolean => sectionOf(of, 'value')!.tables[0]!.rows.some(([name]) => name === 'Rework / gained');
    const given: ReadModel = { ...model, value: { ...model.value, giveBack: { low: 0.2, mid: 0.4, high: 0.9 } } };
    assert.deepEqual([named({ ...model, value: { ...model.value, giveBack: null } }), named(given)], [false, true]);
  });

  it('show rows of twelve weeks, and empty ones where no AI was at work', () => {
    const gap = work.episodes.filter((one) => startOfWeek(one.day) !== startOfWeek(asOf) - 5 * 7 * day);
    const weeks = netWeeks(modelOf({ ...work, episodes: gap }));
    assert.equal(weeks.length, 12);
    assert.deepEqual(weeks.map(({ told }) => told === null), [false, false, false, false, false, false, true, false, false, false, true, false]);
    assert.deepEqual(weeks.map(({ withheld }) => withheld).indexOf(true), 10);
  });

  it('are always sentences without praise, blame or exclamation', () => {
    for (const text of [renderText(model), renderMarkdown(model), renderHtml(model).replace('<!doctype', '')]) assert.doesNotMatch(text, /you saved|!|congrat|great|well done|unfortunately|only \d+ h|bad\b/i);
  });
});

describe('where AI helps', () => {
  it('tells counts that add up, shares within their intervals, and no hours', () => {
    for (const { lines, alive, rewritten, dead, survived, ...row } of model.causes.groups) {
      assert.equal(lines.lines, alive + rewritten + dead);
      assert.ok(survived.low <= survived.mid && survived.mid <= survived.high);
      assert.ok(!('hours' in row) && !('net' in row));
    }
    assert.deepEqual(sectionOf(model, 'groups')!.tables.map(({ caption }) => caption), ['By kind of work', 'By language', 'By size', 'By tool']);
    assert.deepEqual(sectionOf(model, 'groups')!.points, ['Source (kind of work): 87% survived, more than the 77% of all.', 'Tests (kind of work): 50% survived, less than the 77% of all.']);
    assert.equal(sectionOf(modelOf(noWork()), 'groups'), undefined);
  });

  it('tells no minutes where none were seen', () => {
    const blind = modelOf({ ...work, groups: work.groups.map((group) => ({ ...group, correctionMinutes: 0 })) });
    assert.deepEqual(sectionOf(blind, 'groups')!.tables[0]!.columns.map(({ head }) => head), ['kind of work', 'lines', 'survived', 'rewritten']);
    assert.match(sectionOf(blind, 'groups')!.notes[0]!, /No time of correction was seen\.$/);
  });
});

describe('the week that is asked about', () => {
  const shown = modelOf({ ...work, felt: [...work.felt, { week: lastWeek, saved: 1, fixing: 1 }] });

  it('is not shown on any surface before it was answered, and then is', () => {
    const row = shown.value.weeks.find(({ week }) => week === new Date(lastWeek).toISOString())!;
    const words = hoursRange(row.gained).replace(' h', '');
    for (const render of [renderText, renderMarkdown, renderHtml, (of: ReadModel) => netChart(of)]) {
      assert.equal(render(shown).includes('not shown before you said'), false);
      assert.equal(render(model).includes(`${hoursRange(row.net)}, middle`), false);
    }
    assert.ok(renderText(shown).includes(words));
    assert.match(renderText(model), /The week of 23 Feb is not shown before you said what it felt like:\n`felt 2026-02-23 --saved H --fixing H`, or `felt 2026-02-23 --skip`\./);
    assert.match(netChart(model), /Week of 23 Feb: not shown yet/);
    assert.deepEqual(sectionOf(model, 'value-weeks')!.tables[0]!.rows[10], ['23 Feb', '?', '?', '', '', '', '']);
  });

  it('is not shown among what was told differently either', () => {
    const revised = (week: string): ReadModel => ({ ...model, value: { ...model.value, revisions: model.value.revisions.map((one) => ({ ...one, week })) } });
    const told = (of: ReadModel): boolean => sectionOf(of, 'value-weeks')!.tables.some(({ caption }) => caption === 'Told differently before');
    assert.deepEqual([told(model), told(revised(model.value.question!.week))], [true, false]);
  });

  it('is settled by an answer, and by skipping it', () => {
    assert.equal(shown.value.question, null);
    assert.equal(modelOf(work, { dismissed: new Set([skipKey(lastWeek)]) }).value.question, null);
    assert.notEqual(modelOf(work, { dismissed: new Set([skipKey(lastWeek - 7 * day)]) }).value.question, null);
  });

  it('is over, had AI work, and is remembered', () => {
    const only = (ago: number) => modelOf(noWork({ episodes: [episode({ day: startOfWeek(asOf) - ago * 7 * day + day / 2 })] })).value.question;
    assert.deepEqual([0, 1, 2, 3, 4].map((ago) => only(ago) !== null), [false, true, true, false, false]);
  });
});

describe('words for hours', () => {
  it('take no probability for certain', () => {
    const told = (pPositive: number): string => netSentence({ ...model.value, pPositive })!.split('. ')[1]!.replace(/.*P/, 'P');
    assert.deepEqual([0, 0.01, 0.55, 1].map(told), ['P(net > 0) < 0.01.', 'P(net > 0) = 0.01.', 'P(net > 0) = 0.55.', 'P(net > 0) > 0.99.']);
  });

  it('have one decimal below ten, none above, and no minus before nothing', () => {
    assert.deepEqual([-0.04, 0, 0.05, -1.44, 9.94, 9.96, -12.6, 1234.4].map(bareHours), ['0.0', '0.0', '0.1', '−1.4', '9.9', '10', '−13', '1,234']);
  });
});
