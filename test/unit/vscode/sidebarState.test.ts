import assert from 'node:assert/strict';
import { buildReport } from '../../../src/report/buildReport.ts';
import { sidebarStateOf, type SidebarFacts } from '../../../src/vscode/sidebarState.ts';
import { statusTextOf } from '../../../src/vscode/statusText.ts';
import { asOf, madeUpFacts } from '../report/madeUpFacts.ts';

const facts = madeUpFacts();
const request = { since: { length: 90 * 86_400_000 }, asOf };
const report = buildReport(facts, request);
const blank = buildReport({ ...facts, cohorts: [] }, request);
const current = { root: '/r', name: 'r', gitDir: '/r/.git', commonDir: '/r/.git' };
const view = { report, scanning: false, stopped: false, progress: null, problem: null };
const base: SidebarFacts = { trusted: true, folderOpen: true, looked: true, repositories: [current], current, view, automatic: true, askWeekly: true, machine: 'this machine', editor: { activeSources: [], completions: null, observing: false, otherSide: null, unseen: null } };
const step = { name: 'Reading agent logs', done: 1, total: 2 };

const cases: readonly (readonly [string, Partial<SidebarFacts>, string])[] = [
  ['a report', {}, 'report'],
  ['restricted, whatever is known', { trusted: false }, 'restricted'],
  ['no folder', { folderOpen: false, current: null, view: null, repositories: [], looked: false }, 'norepo'],
  ['a folder not looked at yet', { current: null, view: null, repositories: [], looked: false }, 'scanning'],
  ['a folder in no repository', { current: null, view: null, repositories: [] }, 'norepo'],
  ['nothing known yet', { view: { ...view, report: null } }, 'scanning'],
  ['an empty ledger while the first scan runs', { view: { ...view, report: blank, scanning: true } }, 'scanning'],
  ['an empty ledger after it', { view: { ...view, report: blank } }, 'report'],
  ['the first scan failed', { view: { ...view, report: null, problem: 'It broke.' } }, 'error'],
  ['it is tried again', { view: { ...view, report: null, problem: 'It broke.', scanning: true } }, 'scanning'],
  ['a later scan failed', { view: { ...view, problem: 'It broke.' } }, 'report'],
  ['automatic scans are off', { automatic: false, view: { ...view, report: null } }, 'waiting'],
  ['the first scan was cancelled', { view: { ...view, report: null, stopped: true } }, 'waiting'],
];

describe('the state of the sidebar', () => {
  for (const [name, change, kind] of cases) {
    it(`${name}: ${kind}`, () => assert.equal(sidebarStateOf({ ...base, ...change }).kind, kind));
  }

  const asked = buildReport(madeUpFacts(), { since: { length: 90 * 86_400_000 }, asOf });

  it('asks nothing, and hides nothing, when the person is never to be asked', () => {
    const questionOf = (askWeekly: boolean): unknown => {
      const state = sidebarStateOf({ ...base, askWeekly, view: { ...view, report: asked } });
      return state.kind === 'report' ? state.report.value.question : undefined;
    };
    assert.deepEqual([questionOf(true), questionOf(false)], [asked.value.question, null]);
    assert.notEqual(asked.value.question, null);
  });

  it('shows progress beside a report only while a scan runs', () => {
    const running = sidebarStateOf({ ...base, view: { ...view, scanning: true, progress: step } });
    const over = sidebarStateOf({ ...base, view: { ...view, progress: step } });
    assert.deepEqual([running.kind === 'report' && running.progress, over.kind === 'report' && over.progress], [step, null]);
  });

  it('tells no past week as this one in the status bar', () => {
    const { window, stages } = asked;
    const text = (at: number): string => statusTextOf(sidebarStateOf({ ...base, view: { ...view, report: { ...asked, window: { ...window, asOf: new Date(at).toISOString() } } } }))!.text;
    const week = Date.parse(stages.weeks.at(-1)!.week);
    assert.match(text(week + 6 * 86_400_000), /^AI: \d+ merged/);
    assert.equal(text(week + 7 * 86_400_000), 'AI: nothing this week');
  });

  for (const [name, change, kind] of cases.filter(([, , each]) => each !== 'norepo')) {
    it(`begins with "AI" in the status bar: ${name}, ${kind}`, () => assert.match(statusTextOf(sidebarStateOf({ ...base, ...change }))?.text ?? '', /^AI: \S/));
  }
});
