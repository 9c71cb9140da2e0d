import type { ReadModel } from '../model/readModel.ts';
import type { ReportSection } from './document.ts';
import { reportDocument } from './reportDocument.ts';
import { textTable, wrap } from './textLayout.ts';

/** The report for a terminal of 80 columns: no colours, no control characters. Ends with a line feed. */
export function renderText(model: ReadModel): string {
  const { title, lead, sections } = reportDocument(model);
  return [wrap(title, ''), '', ...lead.map((line) => wrap(line, '')), ...sections.flatMap(textSection)].join('\n') + '\n';
}

function textSection(section: ReportSection): string[] {
  return [
    '',
    '',
    section.title.toUpperCase(),
    ...section.paragraphs.map((paragraph) => wrap(paragraph, '')),
    ...section.tables.flatMap((table) => ['', ...(section.tables.length > 1 ? [`${table.caption}:`] : []), ...textTable(table)]),
    ...(section.tables.length > 0 && section.points.length + section.notes.length > 0 ? [''] : []),
    ...section.points.map((point) => wrap(point, '- ')),
    ...section.notes.map((note) => wrap(note, '')),
  ];
}
