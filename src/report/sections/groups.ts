import type { GroupRow } from '../../model/groupRow.ts';
import type { ReadModel } from '../../model/readModel.ts';
import { type Grouping, groupings } from '../../model/workFacts.ts';
import { left, type ReportSection, right, section } from '../document.ts';
import { number, percent, plain, sentenceCase, toolName } from '../words.ts';

export const groupsTitle = 'Where AI helps you';
export const groupsNote = 'Lines settled after 30 days or before. In brackets: the range that holds 90% of the probability; groups with little evidence are drawn towards the others. Hours of single groups are not told: there is too little to divide.';

export const noCorrection = 'No time of correction was seen.';

/** Any minute of correction was seen: otherwise their number is unknown, not nothing. */
export function correctionSeen(groups: readonly GroupRow[]): boolean {
  return groups.some(({ correctionMinutes }) => correctionMinutes > 0);
}

/** The groups by what they are told apart by, in the order in which they are shown. */
export function byGrouping(groups: readonly GroupRow[]): { readonly grouping: Grouping; readonly rows: readonly GroupRow[] }[] {
  return groupings.map((grouping) => ({ grouping, rows: groups.filter((row) => row.grouping === grouping) })).filter(({ rows }) => rows.length > 0);
}

/** Survival, rewriting and minutes of correction by kind of work, language, size and tool. */
export function groupsDocument({ causes: { groups } }: ReadModel): ReportSection[] {
  if (groups.length === 0) return [];
  const timed = correctionSeen(groups);
  return [section('groups', groupsTitle, {
    tables: byGrouping(groups).map(({ grouping, rows }) => ({
      caption: sentenceCase(`by ${grouping}`),
      columns: [left(grouping), right('lines'), right('survived'), right('rewritten'), ...(timed ? [right('min'), right('min/100')] : [])],
      rows: rows.map((row) => [groupName(row), number(row.lines.lines), pooled(row.survived), pooled(row.wasRewritten), ...(timed ? [number(row.correctionMinutes), row.correctionPerHundred.toFixed(1)] : [])]),
      bars: null,
    })),
    points: groups.flatMap(standingOut),
    notes: [`${groupsNote} ${timed ? '“min”: minutes of correction, in all and for 100 lines.' : noCorrection}`],
  })];
}

/** `87% (80% to 93%)` */
export function pooled({ low, mid, high }: GroupRow['survived']): string {
  return `${percent(mid)} (${percent(low)} to ${percent(high)})`;
}

export function groupName({ grouping, name }: Pick<GroupRow, 'grouping' | 'name'>): string {
  return grouping === 'tool' ? toolName(name) : plain(name);
}

/** A sentence for a group whose interval lies wholly on one side of the others'. */
export function standingOut(row: GroupRow, _at: number, all: readonly GroupRow[]): string[] {
  if (!row.standsOut) return [];
  const same = all.filter(({ grouping }) => grouping === row.grouping);
  const share = same.reduce((sum, { alive }) => sum + alive, 0) / same.reduce((sum, { lines }) => sum + lines.lines, 0);
  return [`${sentenceCase(groupName(row))} (${groupingWords[row.grouping]}): ${percent(row.survived.mid)} survived, ${row.survived.mid > share ? 'more' : 'less'} than the ${percent(share)} of all.`];
}

const groupingWords: Readonly<Record<Grouping, string>> = { 'kind of work': 'kind of work', language: 'language', size: 'size of change', tool: 'tool' };
