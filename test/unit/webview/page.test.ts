import assert from 'node:assert/strict';
import { parseSidebarMessage } from '../../../src/model/sidebarMessage.ts';
import type { SidebarState } from '../../../src/model/sidebarState.ts';
import { buildReport } from '../../../src/report/buildReport.ts';
import { filtersAt } from '../../../src/webview/figure.ts';
import { pageOf } from '../../../src/webview/page.ts';
import { requestOf } from '../../../src/webview/requests.ts';
import { noWork } from '../../fixtures/work.ts';
import { asOf, madeUpFacts } from '../report/madeUpFacts.ts';

const facts = madeUpFacts();
const report = buildReport(facts, { since: { length: 90 * 86_400_000 }, asOf });
const nothing = buildReport({ ...facts, cohorts: [], comparison: [], outcomes: [] }, { since: { length: 90 * 86_400_000 }, asOf });
const one = { repositories: [{ root: '/r', name: 'r' }], root: '/r' };
const filled: Extract<SidebarState, { kind: 'report' }> = { kind: 'report', ...one, report, progress: null, problem: null, machine: 'this machine', editor: { activeSources: ['amp'], completions: 'Tabby', observing: false, otherSide: 'Logs of `here` are read.', unseen: { lines: 14, files: 3 } } };

const states: readonly SidebarState[] = [
  filled,
  { ...filled, report: nothing },
  { ...filled, progress: { name: 'Reading agent logs', done: 3, total: 9 }, problem: 'It broke. Mend it.' },
  { kind: 'restricted' },
  { kind: 'norepo', folderOpen: true },
  { kind: 'norepo', folderOpen: false },
  { kind: 'waiting', ...one },
  { kind: 'scanning', ...one, progress: null },
  { kind: 'scanning', ...one, progress: { name: 'Reading agent logs', done: 0, total: null } },
  { kind: 'error', ...one, message: 'No git was found. Install it.' },
];

function markup(state: SidebarState): string {
  return pageOf(state, 240).sections.map((section) => section.markup).join('\n');
}

/** Values of an attribute, unescaped. */
function attribute(name: string, text: string): string[] {
  return [...text.matchAll(new RegExp(`\\b${name}="([^"]*)"`, 'g'))].map(([, value = '']) => value.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))));
}

describe('the page of the sidebar', () => {
  it('says which state it is in', () => {
    assert.deepEqual(states.map((state) => pageOf(state, 240).dataState), ['filled', 'empty', 'filled', 'restricted', 'norepo', 'norepo', 'empty', 'scanning', 'scanning', 'error']);
  });

  it('shows its parts in the order in which they matter', () => {
    assert.ok(report.causes.look.length > 0);
    assert.deepEqual(pageOf(filled, 240).sections.map(({ id }) => id), ['progress', 'head', 'look', 'unseen', 'weeks', 'question', 'hours', 'hours-weeks', 'groups', 'stages', 'fates', 'survival', 'sources', 'about']);
  });

  it('says how much AI code was never on the screen, where there is any and it is known', () => {
    const text = (unseen: typeof filled.editor.unseen): string => markup({ ...filled, editor: { ...filled.editor, unseen } });
    assert.match(text({ lines: 14, files: 3 }), /14 AI lines in 3 files of your working tree or of commits you have not pushed were never on screen here\. Reading in a terminal can’t be seen\. <button[^>]* data-message="showUnseen">/);
    assert.match(text({ lines: 1, files: 1 }), /1 AI line in 1 file [^<]* was never on screen here/);
    for (const none of [null, { lines: 0, files: 0 }]) assert.doesNotMatch(text(none), /never on screen/);
  });

  for (const [at, state] of states.entries()) {
    it(`is well formed, without styles and scripts of its own: ${at} ${state.kind}`, () => {
      const text = markup(state);
      assert.doesNotMatch(text, /\sstyle=|<style|<script|\son\w+=|javascript:/i);
      assert.doesNotMatch(text, /undefined|NaN|\[object|null/);
      const open: string[] = [];
      for (const [, slash, name = '', rest = ''] of text.matchAll(/<(\/?)([a-zA-Z0-9]+)([^>]*)>/g)) {
        if (rest.endsWith('/')) continue;
        if (slash === '') open.push(name);
        else assert.equal(open.pop(), name);
      }
      assert.deepEqual(open, []);
      const ids = attribute('id', text);
      assert.equal(new Set(ids).size, ids.length, 'an id is there twice');
    });
  }

  it('makes every figure a button that opens exactly the lines it counts', () => {
    const text = markup(filled);
    const figures = [...text.matchAll(/<button[^>]*data-figure="([^"]+)"[^>]*>([^<]+)<\/button>/g)];
    assert.ok(figures.length > 40, `only ${figures.length} figures`);
    for (const [, places = '', shown = ''] of figures) {
      const filters = filtersAt(report, places);
      assert.equal(filters.length, places.split(' ').length, places);
      const sum = places.split(' ').reduce((lines, place) => lines + linesAt(place), 0);
      assert.equal(Number(shown.replaceAll(',', '')), sum, places);
      assert.ok(sum > 0);
    }
  });

  it('names places in charts that exist', () => {
    for (const places of attribute('data-figure', markup(filled))) assert.equal(filtersAt(report, places).length, places.split(' ').length, places);
  });

  it('sends only what the host accepts', () => {
    const text = markup(filled) + states.map(markup).join('');
    const clicks = [
      ...attribute('data-figure', text).map((figure) => ({ figure })),
      ...attribute('data-message', text).map((message) => ({ message })),
      ...attribute('data-dismiss', text).map((dismiss) => ({ dismiss })),
      ...attribute('data-path', text).map((path) => ({ path, before: `${'a'.repeat(40)}^`, after: 'a'.repeat(40) })),
    ];
    assert.ok(clicks.length > 50);
    for (const click of clicks) {
      const message = requestOf(click, 'Lines', report);
      assert.notEqual(message, null, JSON.stringify(click));
      assert.deepEqual(parseSidebarMessage(JSON.parse(JSON.stringify(message))), message);
    }
  });

  it('asks what the last week felt like, before its estimate is shown', () => {
    const text = markup(filled);
    const week = report.value.question!.week;
    assert.match(text, /Last week AI saved me about/);
    assert.ok(text.includes('Week of 23 Feb: not shown yet') && text.includes('<td colspan="6">not shown yet</td>'));
    assert.deepEqual([attribute('data-answer', text), attribute('data-skip', text)], [[week], [week]]);
    assert.deepEqual(requestOf({ answer: week, saved: '3', fixing: '0,5' }, '', report), { type: 'answerWeek', week, saved: 3, fixing: 0.5 });
    assert.deepEqual(requestOf({ skip: week }, '', report), { type: 'skipWeek', week });
    for (const wrong of [{}, { saved: '3' }, { saved: '3', fixing: '' }, { saved: '-1', fixing: '1' }, { saved: 'a', fixing: '1' }, { saved: '169', fixing: '1' }]) assert.equal(requestOf({ answer: week, ...wrong }, '', report), null);
    const settled: SidebarState = { ...filled, report: { ...report, value: { ...report.value, question: null } } };
    assert.doesNotMatch(markup(settled), /Before you look|not shown yet/);
  });

  it('marks changed assumptions wherever hours show', () => {
    const changed: SidebarState = { ...filled, report: { ...report, assumptions: report.assumptions.map((row) => (row.name === 'handHours' ? { ...row, value: 2, changed: true } : row)) } };
    const marked = (state: SidebarState): string[] => pageOf(state, 240).sections.filter(({ markup: own }) => own.includes('Changed assumption: <code>handHours</code> is 2 instead of 0.91')).map(({ id }) => id);
    assert.deepEqual([marked(changed), marked(filled)], [['hours', 'hours-weeks'], []]);
  });

  it('says before and under every figure of hours what they are', () => {
    const texts = new Map(pageOf(filled, 240).sections.map(({ id, markup: own }) => [id, own]));
    for (const id of ['hours', 'hours-weeks']) assert.match(texts.get(id)!, /Not in these hours: reviewers/, id);
    assert.ok(texts.get('hours')!.indexOf('Counted: ') < texts.get('hours')!.indexOf('net is '));
    assert.match(texts.get('hours')!, /Can’t tell: net is .* P\(net &#62; 0\) = 0\.\d\d\./);
    assert.doesNotMatch(texts.get('hours-weeks')!, /can’t tell|a gain|a loss|not enough/i);
    const cold: SidebarState = { ...filled, report: buildReport({ ...facts, work: noWork() }, { since: { length: 90 * 86_400_000 }, asOf }) };
    assert.match(markup(cold), /No work with AI in this window, so there are no hours, only counts\./);
    assert.doesNotMatch(markup(cold), /P\(net|Estimated hours/);
  });

  it('looks nowhere but in the report for a figure', () => {
    for (const place of ['', 'constructor', '__proto__', 'stages.rows.length', 'stages.rows.0', 'window', 'stages.rows.999.reached']) assert.deepEqual(filtersAt(report, place), []);
  });

  it('lets no name become markup', () => {
    const evil = '<img src=x onerror=alert(1)>"\'`&';
    const look = report.causes.look[0]!;
    const hostile: SidebarState = {
      ...filled,
      repositories: [{ root: evil, name: evil }, { root: '/r', name: 'r' }],
      problem: evil,
      machine: evil,
      report: { ...report, repo: { ...report.repo, name: evil, notes: [evil] }, causes: { ...report.causes, look: [{ ...look, sentence: evil, key: evil, evidence: look.evidence.map((each) => ({ ...each, path: evil })) }] } },
    };
    for (const text of [markup(hostile), markup({ kind: 'error', ...one, message: evil })]) assert.doesNotMatch(text, /<img/);
  });

  describe('where this comes from', () => {
    const items = (state: SidebarState): string[] => markup(state).match(/<li data-source-state="[^]*?<\/li>/g) ?? [];

    it('shows each source with its state, last seen and what to do, those in trouble first', () => {
      const states = items(filled).map((item) => /data-source-state="([^"]*)"/.exec(item)?.[1]);
      assert.deepEqual(states, ['silent', 'silent', 'reading', 'reading']);
      const [codex = '', amp = '', claude = ''] = items(filled);
      assert.match(codex, /Codex<.*silent[^]*3 of your 4 commits[^]*class="remedy">Name another home folder/);
      assert.match(amp, /Its extension is active in this editor[^]*Looked for|Its extension is active in this editor[^]*looked for/);
      assert.match(claude, /last seen 5 Mar 2026[^]*512 edits/);
    });

    it('tells an extension that is active from one that is not', () => {
      const without: SidebarState = { ...filled, editor: { ...filled.editor, activeSources: [] } };
      assert.equal(items(without).filter((item) => item.includes('Amp<')).length, 0);
      assert.match(markup(without), /Not found: 1[^]*Amp/);
    });

    it('says whose logs are read where there are two sides', () => {
      assert.match(markup(filled), /Logs of <code>here<\/code> are read\./);
      assert.match(markup({ ...filled, report: nothing }), /Logs of <code>here<\/code> are read\./);
    });

    it('offers to observe inline accepts where completions go unseen, and not where they are observed', () => {
      const offered = /data-message="observeInline"/;
      assert.match(markup(filled), offered);
      assert.doesNotMatch(markup({ ...filled, editor: { ...filled.editor, observing: true } }), offered);
      assert.doesNotMatch(markup({ ...filled, editor: { ...filled.editor, completions: null } }), offered);
      const editor = { ...report.coverage.sources[0]!, id: 'editor', remedy: 'Switch it on.' };
      const blind: SidebarState = { ...filled, editor: { ...filled.editor, completions: null }, report: { ...report, coverage: { ...report.coverage, sources: [editor] } } };
      assert.match(markup(blind), offered);
    });
  });

  it('says when the figures end earlier than today', () => {
    const ended = { ...report, window: { ...report.window, endsAtLastActivity: true } };
    assert.match(markup({ ...filled, report: ended }), /so the figures end there/);
    assert.doesNotMatch(markup(filled), /so the figures end there/);
  });

  it('offers a choice only where there is one', () => {
    assert.doesNotMatch(markup(filled), /<select/);
    assert.match(markup({ ...filled, repositories: [...one.repositories, { root: '/s', name: 's' }] }), /<option value="&#47;r"|<option value="\/r"/);
  });

  it('counts and names in the right number', () => {
    const single = { ...report, coverage: { ...report.coverage, lines: 1 } };
    assert.match(markup({ ...filled, report: single }), /1 AI line of yours written/);
  });
});

function linesAt(place: string): number {
  return (place.split('.').reduce<unknown>((inner, name) => (inner as Record<string, unknown>)[name], report) as { lines: number }).lines;
}
