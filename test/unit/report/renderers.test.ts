import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import type { ReadModel } from '../../../src/model/readModel.ts';
import { day } from '../../../src/model/time.ts';
import { buildReport } from '../../../src/report/buildReport.ts';
import { fateBar } from '../../../src/report/charts/fateBar.ts';
import { netChart } from '../../../src/report/charts/netChart.ts';
import { stageFlow } from '../../../src/report/charts/stageFlow.ts';
import { survivalChart } from '../../../src/report/charts/survivalChart.ts';
import { weekBars } from '../../../src/report/charts/weekBars.ts';
import { renderHtml } from '../../../src/report/html.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { reportDocument } from '../../../src/report/reportDocument.ts';
import { renderText } from '../../../src/report/text.ts';
import { noWork } from '../../fixtures/work.ts';
import { asOf, madeUpFacts } from './madeUpFacts.ts';
import { madeUpHours } from './madeUpHours.ts';

const model: ReadModel = { ...buildReport(madeUpFacts(), { since: { length: 90 * day }, asOf }), ...madeUpHours };
const empty = buildReport({ ...madeUpFacts(), cohorts: [], comparison: [], outcomes: [], sources: [], work: noWork(), repo: { name: 'empty', defaultBranch: null, notes: [] } }, { since: 'all', asOf });

/** Compares with a file under version control; `UPDATE_GOLDEN=1` writes it anew, to be read before it is committed. */
function golden(name: string, actual: string): void {
  const file = new URL(`../../golden/report/${name}`, import.meta.url);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, actual);
  assert.equal(actual, readFileSync(file, 'utf8'), `${name} differs; if that is meant, run with UPDATE_GOLDEN=1 and read what changed`);
}

const forms: readonly (readonly [string, string, (model: ReadModel) => string])[] = [
  ['text', 'txt', renderText], ['Markdown', 'md', renderMarkdown], ['HTML', 'html', renderHtml], ['JSON', 'json', (of) => `${JSON.stringify(of, null, 1)}\n`],
];

describe('renderers', () => {
  for (const [name, ending, render] of forms) {
    it(`${name} of a full report is as agreed`, () => golden(`full.${ending}`, render(model)));
    it(`${name} of an empty report is as agreed`, () => golden(`empty.${ending}`, render(empty)));
  }

  it('all forms show the same sentences and the same cells', () => {
    const { lead, sections } = reportDocument(model);
    const flat = (text: string): string => text.replace(/<title>[^<]*<\/title>|<[/!a-z][^>]*>/g, ' ').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&').replace(/[`\\*]/g, '').replace(/\s+/g, ' ').replace(/ (?=[.,;:)])/g, '');
    const shown = { text: flat(renderText(model)), markdown: flat(renderMarkdown(model)), html: flat(renderHtml(model)) };
    const sentences = [...lead, ...sections.flatMap((section) => [...section.paragraphs, ...section.points, ...section.notes])];
    const rows = sections.flatMap((section) => section.tables.flatMap((table) => table.rows.map((row) => row.filter((_, at) => table.columns[at]?.wideOnly !== true))));
    assert.ok(sentences.length > 25 && rows.length > 40);
    for (const [form, text] of Object.entries(shown)) {
      for (const sentence of sentences) assert.ok(text.includes(flat(sentence)), `${form} lacks: ${sentence}`);
      const cells = text.replace(/[|█]/g, ' ').replace(/\s+/g, ' ');
      for (const row of rows) assert.ok(cells.includes(row.filter((cell) => cell !== '').join(' ').replace(/ (?=[.,;:)])/g, '')), `${form} lacks: ${row.join(' ')}`);
    }
  });

  it('text fits 80 columns and holds no control characters', () => {
    const hostile = buildReport({ ...madeUpFacts(), repo: { name: 'evil\u001b[31m\nname', defaultBranch: null, notes: ['a\u0007b'] } }, { since: { length: 90 * day }, asOf });
    for (const text of [renderText(model), renderText(empty), renderText(hostile)]) {
      for (const line of text.split('\n')) assert.ok(line.length <= 80, `${line.length}: ${line}`);
      // oxlint-disable-next-line no-control-regex
      assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f]/);
    }
  });

  it('HTML loads nothing, runs nothing and escapes what comes from outside', () => {
    const hostile = buildReport({ ...madeUpFacts(), repo: { name: '<img src=x onerror=alert(1)>`<b>`', defaultBranch: null, notes: ['<script>alert(1)</script>'] } }, { since: { length: 90 * day }, asOf });
    const html = renderHtml(hostile);
    assert.doesNotMatch(html, /<script|<img|<link|<iframe|<b>|@import|url\((?!#)|\son\w+="/i);
    assert.match(html, /content="default-src 'none'; style-src 'unsafe-inline'"/);
    for (const [address] of html.matchAll(/https?:[^"' ]*/g)) assert.equal(address, 'http://www.w3.org/2000/svg');
    assert.match(html, /prefers-color-scheme: dark/);
  });

  it('Markdown escapes what comes from outside', () => {
    const hostile = buildReport({ ...madeUpFacts(), repo: { name: 'x', defaultBranch: null, notes: ['<img src=x> [a](http://b) | *c*'] } }, { since: { length: 90 * day }, asOf });
    assert.ok(renderMarkdown(hostile).includes('&lt;img src=x> \\[a\\](http://b) | \\*c\\*'));
  });

  it('ids in the page are unique, and all references lead somewhere', () => {
    const html = renderHtml(model);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]!);
    assert.equal(new Set(ids).size, ids.length);
    const wanted = [...[...html.matchAll(/aria-labelledby="([^"]+)"/g)].flatMap((match) => match[1]!.split(' ')), ...[...html.matchAll(/url\(#([^)]+)\)/g)].map((match) => match[1]!)];
    for (const id of wanted) assert.ok(ids.includes(id), id);
  });

  it('speaks of no scores, ranks, money or prompts', () => {
    for (const [name, , render] of forms) assert.doesNotMatch(render(model), /\b(scor|rank|badge|streak|prompt count|dollar|accept(ance)? rate)|[$€]/i, name);
  });
});

describe('charts', () => {
  const charts: readonly (readonly [string, (of: ReadModel) => string])[] = [
    ['stageFlow', (of) => stageFlow(of.stages)], ['fateBar', (of) => fateBar(of.causes)], ['survivalChart', (of) => survivalChart(of.survival)], ['weekBars', (of) => weekBars(of.stages.weeks)], ['netChart', (of) => netChart(of)],
  ];
  for (const [name, draw] of charts) {
    it(`${name} has a title, a description and no inline style`, () => {
      const svg = draw(model);
      assert.match(svg, /^<svg class="nv-chart" [^>]*role="img" aria-labelledby="[^"]+"/);
      assert.match(svg, /<title id="[^"]+">[^<]+<\/title><desc id="[^"]+">[^<]+<\/desc>/);
      assert.doesNotMatch(svg, /style=|NaN|Infinity|undefined/);
      assert.doesNotMatch(draw(empty), /NaN|Infinity|undefined/);
    });
  }

  it('each area names the figure that it shows', () => {
    const drawn = charts.map(([, draw]) => draw(model)).join('');
    const names = [...drawn.matchAll(/data-figure="([^"]+)"/g)].map((match) => match[1]!);
    assert.ok(names.length > 40);
    for (const name of names) {
      const figure = name.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], model);
      assert.ok(typeof figure === 'object' && figure !== null && 'evidence' in figure, name);
    }
  });
});
