import type { AssumptionRow, ReadModel } from '../../model/readModel.ts';
import { type ReportSection, section } from '../document.ts';
import { countingRules } from '../statements.ts';
import { code } from '../words.ts';

/** What is taken for granted: how lines are counted, and every number that hours rest on. */
export function assumptionsDocument({ assumptions }: ReadModel): ReportSection[] {
  return [
    section('rules', 'How lines are counted', { points: countingRules }),
    section('assumptions', 'What the hours take for granted', {
      paragraphs: ['Each of these can be set within bounds, and is marked wherever hours show.'],
      points: assumptions.map(assumptionWords),
    }),
  ];
}

/** `handHours` = 0.91 h. Time for 50 effective lines by hand (55 lines an active hour ...). */
export function assumptionWords({ name, label, unit, value, published, changed, source }: AssumptionRow): string {
  return `${code(name)} = ${value}${unit === '1' ? '' : ` ${unit}`}${changed ? ` (changed; published ${published})` : ''}. ${label} (${source}).`;
}
