import type { ReadModel } from '../model/readModel.ts';
import type { ReportSection, ReportTable } from './document.ts';
import { reportDocument } from './reportDocument.ts';

/** The report as Markdown (GitHub's dialect, for its tables). Ends with a line feed. */
export function renderMarkdown(model: ReadModel): string {
  const { title, lead, sections } = reportDocument(model);
  return [`# ${escaped(title)}`, ...lead.map(escaped), ...sections.flatMap(markdownSection)].join('\n\n') + '\n';
}

function markdownSection(section: ReportSection): string[] {
  return [
    `## ${escaped(section.title)}`,
    ...section.paragraphs.map(escaped),
    ...section.tables.flatMap((table) => [`**${escaped(table.caption)}**`, markdownTable(table)]),
    ...(section.points.length === 0 ? [] : [section.points.map((point) => `- ${escaped(point)}`).join('\n')]),
    ...section.notes.map((note) => `*${escaped(note)}*`),
  ];
}

function markdownTable(table: ReportTable): string {
  const row = (cells: readonly string[]): string => `| ${cells.map((cell) => escaped(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [row(table.columns.map((column) => column.head)), ruleRow(table), ...table.rows.map(row)].join('\n');
}

function ruleRow(table: ReportTable): string {
  return `| ${table.columns.map((column) => (column.align === 'right' ? '---:' : ':---')).join(' | ')} |`;
}

/** Outside of back ticks, what Markdown or HTML would take for markup is escaped. */
function escaped(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(/[\\`*_[\]#~]/g, '\\$&').replaceAll('&', '&amp;').replaceAll('<', '&lt;')))
    .join('');
}
