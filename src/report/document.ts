/**
 * What a report says, in its order, before any renderer gives it a form. Texts are plain; a part between
 * back ticks is a name (path, branch, command).
 */
export interface ReportDocument {
  readonly title: string;
  readonly lead: readonly string[];
  readonly sections: readonly ReportSection[];
}

/** Which chart shows a section's table. */
export type ChartName = 'stages' | 'fates' | 'survival' | 'weeks' | 'net';

export interface ReportSection {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly tables: readonly ReportTable[];
  readonly chart: ChartName | null;
  readonly points: readonly string[];
  /** Smaller print: what stands beside the figures. */
  readonly notes: readonly string[];
}

export interface ReportTable {
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Share of the widest bar for each row, drawn as a bar where there is no chart. */
  readonly bars: readonly number[] | null;
}

export interface TableColumn {
  readonly head: string;
  readonly align: 'left' | 'right';
  /** Left out where there are only 80 columns. */
  readonly wideOnly?: true;
}

export function left(head: string): TableColumn {
  return { head, align: 'left' };
}

export function right(head: string): TableColumn {
  return { head, align: 'right' };
}

export function section(id: string, title: string, parts: Partial<ReportSection>): ReportSection {
  return { paragraphs: [], tables: [], chart: null, points: [], notes: [], ...parts, id, title };
}
