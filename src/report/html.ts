import type { ReadModel } from '../model/readModel.ts';
import { darkColours, lightColours, chartStyle } from './charts/chartStyle.ts';
import { fateBar } from './charts/fateBar.ts';
import { netChart } from './charts/netChart.ts';
import { stageFlow } from './charts/stageFlow.ts';
import { survivalChart } from './charts/survivalChart.ts';
import { escapeXml } from './charts/svg.ts';
import { weekBars } from './charts/weekBars.ts';
import type { ChartName, ReportSection, ReportTable, TableColumn } from './document.ts';
import { pageStyle } from './pageStyle.ts';
import { reportDocument } from './reportDocument.ts';

const charts: Readonly<Record<ChartName, (model: ReadModel) => string>> = {
  stages: (model) => stageFlow(model.stages),
  fates: (model) => fateBar(model.causes),
  survival: (model) => survivalChart(model.survival),
  weeks: (model) => weekBars(model.stages.weeks),
  net: (model) => netChart(model),
};

/** The report as one HTML file that loads nothing and runs nothing. */
export function renderHtml(model: ReadModel): string {
  const { title, lead, sections } = reportDocument(model);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeXml(title.replaceAll('`', ''))}</title>
<style>:root{${lightColours}}@media (prefers-color-scheme: dark){:root{${darkColours}}}${pageStyle}${chartStyle}</style>
</head>
<body>
<main>
<h1>${inline(title)}</h1>
${lead.map((line) => `<p>${inline(line)}</p>`).join('\n')}
${sections.map((section) => htmlSection(section, model)).join('\n')}
</main>
</body>
</html>
`;
}

function htmlSection(section: ReportSection, model: ReadModel): string {
  return [
    `<section id="${section.id}" aria-labelledby="${section.id}-head">`,
    `<h2 id="${section.id}-head">${inline(section.title)}</h2>`,
    ...section.paragraphs.map((paragraph) => `<p>${inline(paragraph)}</p>`),
    ...(section.chart === null ? [] : [`<figure>${charts[section.chart](model)}</figure>`]),
    ...section.tables.map(htmlTable),
    ...(section.points.length === 0 ? [] : [`<ul>${section.points.map((point) => `<li>${inline(point)}</li>`).join('')}</ul>`]),
    ...section.notes.map((note) => `<p class="note">${inline(note)}</p>`),
    '</section>',
  ].join('\n');
}

function htmlTable(table: ReportTable): string {
  const cell = (tag: 'th' | 'td', text: string, at: number, scope: string): string => `<${tag}${scope}${classOf(table.columns[at])}>${inline(text)}</${tag}>`;
  const head = table.columns.map((column, at) => cell('th', column.head, at, ' scope="col"')).join('');
  const rows = table.rows.map((row) => `<tr>${row.map((text, at) => (at === 0 ? cell('th', text, at, ' scope="row"') : cell('td', text, at, ''))).join('')}</tr>`);
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeXml(table.caption)}"><table><caption>${inline(table.caption)}</caption><thead><tr>${head}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table></div>`;
}

function classOf(column: TableColumn | undefined): string {
  return column?.align === 'right' ? ' class="right"' : column?.wideOnly === true ? ' class="wide"' : '';
}

/** Escaped text; what stands between back ticks becomes code. */
export function inline(text: string): string {
  return escapeXml(text).replace(/`([^`]*)`/g, '<code>$1</code>');
}
