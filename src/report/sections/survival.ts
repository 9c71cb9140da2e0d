import type { Band, Horizon, ReadModel } from '../../model/readModel.ts';
import { left, type ReportSection, type ReportTable, right, section } from '../document.ts';
import { date, number, percent, plural } from '../words.ts';

/** How long merged lines live, beside other lines. */
export function survivalDocument({ survival, repo }: ReadModel): ReportSection {
  const { mine, other } = survival;
  return section('survival', 'How long merged lines live', {
    paragraphs: survival.whyNone === null ? [] : [survival.whyNone],
    tables: mine === null ? [] : [curveTable(survival), ...causeTable(survival.horizons)],
    chart: mine === null ? null : 'survival',
    notes: [
      ...(mine === null ? [] : [`Rests on ${plural(mine.lines, 'merged line')} of ${plural(mine.episodes, 'episode')}, known until ${date(repo.knownUntil)}. In brackets: the range that holds 90% of resamples by episode.`]),
      ...(mine === null ? [] : [other === null ? 'There are too few other lines of known age in this repository to compare with.' : `Beside them: ${other.label}, ${plural(other.curve.lines, 'line')} of ${plural(other.curve.episodes, 'day')} of merges.`]),
      ...(mine !== null && mine.points.length <= 90 ? [`The curve ends after ${plural(mine.points.length - 1, 'day')}: beyond, fewer than five episodes are left.`] : []),
      'Alive is not the same as good.',
    ],
  });
}

function curveTable({ horizons, other }: ReadModel['survival']): ReportTable {
  return {
    caption: 'Share still alive',
    columns: [left('after'), right('your AI lines'), right('at risk'), ...(other === null ? [] : [right('other lines'), right('at risk')])],
    rows: horizons.map((horizon) => [
      dayWords(horizon.days), band(horizon.alive), number(horizon.atRisk.lines), ...(other === null ? [] : [band(horizon.other?.alive ?? null), horizon.other === null ? '-' : number(horizon.other.atRisk)]),
    ]),
    bars: null,
  };
}

function causeTable(horizons: readonly Horizon[]): ReportTable[] {
  const told = horizons.filter((horizon) => horizon.days > 0 && horizon.causes.length > 0);
  if (told.every((horizon) => horizon.causes.every(({ dead }) => dead === 0))) return [];
  return [{
    caption: 'Share dead by then, by cause',
    columns: [left('after'), ...told[0]!.causes.map(({ cause }) => right(cause))],
    rows: told.map((horizon) => [dayWords(horizon.days), ...horizon.causes.map(({ dead }) => percent(dead))]),
    bars: null,
  }];
}

/** `91% (84% to 96%)`, or a dash where the curve doesn't reach. */
export function band(value: Band | null): string {
  if (value === null) return '-';
  return value.low === value.high ? percent(value.mid) : `${percent(value.mid)} (${percent(value.low)} to ${percent(value.high)})`;
}

function dayWords(days: number): string {
  return days === 0 ? 'the merge' : `${days} days`;
}
