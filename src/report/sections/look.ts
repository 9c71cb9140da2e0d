import type { ReadModel } from '../../model/readModel.ts';
import type { LookGroup } from '../../model/readModelParts.ts';
import { type ReportSection, section } from '../document.ts';
import { code, plural, shortDate } from '../words.ts';

/** Up to three groups worth a look; no section when there is nothing. */
export function lookDocument({ causes }: ReadModel): ReportSection[] {
  if (causes.look.length === 0) return [];
  return [section('look', lookTitle(causes.look.length), {
    points: causes.look.map((group) => `${group.sentence} ${lostWords(group)}`),
    notes: ['"Rewritten", "deleted" and the like are said here of changes that lost at least half of their lines that way.'],
  })];
}

export function lookTitle(groups: number): string {
  return groups === 1 ? 'Look at this one' : `Look at these ${groups === 2 ? 'two' : 'three'}`;
}

/** `57 lines lost; last on 3 Mar in `cmd/add.go` (git diff 1a2b3c4d^ 1a2b3c4d).` */
export function lostWords(group: LookGroup): string {
  const latest = group.evidence[0];
  const lost = `${plural(group.linesLost, 'line')} lost`;
  if (latest === undefined) return `${lost}.`;
  const diff = latest.after === null ? '' : `; see ${code(`git diff ${latest.after.slice(0, 10)}^ ${latest.after.slice(0, 10)}`)}`;
  return `${lost}, the latest written on ${shortDate(latest.at)} to ${code(latest.path)}${diff}.`;
}
