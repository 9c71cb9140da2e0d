import type { GroupRow } from '../model/groupRow.ts';
import { type GroupCounts, groupings } from '../model/workFacts.ts';
import { groupFigures } from '../value/groups.ts';

/** Where AI helps: every grouping by itself, sizes by size, else the largest group first. Groups without settled lines are left out. */
export function groupRows(groups: readonly GroupCounts[]): GroupRow[] {
  return groupings.flatMap((grouping) =>
    groupFigures(groups.filter((group) => group.grouping === grouping))
      .map((group): GroupRow => {
        const { name, writtenUntil, alive, rewritten, dead, episodes, survived, wasRewritten, correctionMinutes, correctionPerHundred, standsOut } = group;
        return {
          grouping, name, lines: { lines: alive + rewritten + dead, evidence: { group: { grouping, name, writtenUntil: new Date(writtenUntil).toISOString() } } }, alive, rewritten, dead, episodes, survived: rounded(survived), wasRewritten: rounded(wasRewritten),
          correctionMinutes: tenth(correctionMinutes), correctionPerHundred: tenth(correctionPerHundred), standsOut,
        };
      })
      .toSorted((a, b) => (grouping === 'size' ? sizeOf(a.name) - sizeOf(b.name) : b.lines.lines - a.lines.lines || (a.name < b.name ? -1 : 1))),
  );
}

/** `6 to 20 lines` begins with 6, and `more than 100 lines` comes after all that begin with a number up to 100. */
function sizeOf(name: string): number {
  const first = Number(/\d+/.exec(name)?.[0] ?? Infinity);
  return /^\d/.test(name) ? first : first + 0.5;
}

function rounded({ low, mid, high }: GroupRow['survived']): GroupRow['survived'] {
  return { low: thousandth(low), mid: thousandth(mid), high: thousandth(high) };
}

function thousandth(share: number): number {
  return Math.min(1, Math.max(0, Math.round(share * 1000) / 1000));
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
