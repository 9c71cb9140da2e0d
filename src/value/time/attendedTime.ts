import { hour } from '../../model/time.ts';
import { type AttendedInterval, type Hours, timeGrades, type TimeGrade, type TimeKind } from '../../model/episode.ts';
import { lengthOf, type Span, union, without } from './intervals.ts';

/** Whose a minute is when several kinds claim it: what hands do comes before what eyes do. */
const precedence: readonly TimeKind[] = ['fixing', 'reworking', 'writing', 'prompting', 'reading', 'waiting'];

/** Attended hours of one episode, or of one group of intervals that belong to none. */
export interface AttendedTime {
  readonly hours: Hours;
  /** `reconstructed` when most of it is. */
  readonly grade: TimeGrade;
}

/**
 * Gives every minute to one episode and one kind: measured before reconstructed, then by kind, then the earlier
 * interval. All intervals of a person belong in one call, so that parallel agents and repositories share a minute.
 *
 * @returns by episode; intervals without an episode under the empty string
 */
export function attendedTime(intervals: readonly AttendedInterval[]): Map<string, AttendedTime> {
  const result = new Map<string, { hours: Record<TimeKind, number>; reconstructed: number }>();
  let taken: readonly Span[] = [];
  for (const grade of timeGrades) {
    for (const kind of precedence) {
      const claims = intervals.filter((one) => one.grade === grade && one.kind === kind).toSorted((a, b) => a.from - b.from);
      const byEpisode = Map.groupBy(shareOut(claims), ({ episode }) => episode ?? '');
      const free = [...byEpisode].map(([episode, spans]) => ({ episode, spans: without(union(spans), taken) }));
      for (const { episode, spans } of free) {
        let entry = result.get(episode);
        if (entry === undefined) result.set(episode, (entry = { hours: noHours(), reconstructed: 0 }));
        const length = lengthOf(spans) / hour;
        entry.hours[kind] += length;
        if (grade === 'reconstructed') entry.reconstructed += length;
      }
      taken = union([...taken, ...free.flatMap(({ spans }) => spans)]);
    }
  }
  return new Map([...result].map(([episode, { hours, reconstructed }]) => {
    const total = Object.values(hours).reduce((sum, one) => sum + one, 0);
    return [episode, { hours, grade: reconstructed > total / 2 ? 'reconstructed' : 'measured' }];
  }));
}

/** Intervals (of one kind, by their beginning) cut so that none overlap: who began first keeps the time. */
function shareOut(claims: readonly AttendedInterval[]): AttendedInterval[] {
  const cut: AttendedInterval[] = [];
  let until = -Infinity;
  for (const claim of claims) {
    const from = Math.max(claim.from, until);
    if (claim.to <= from) continue;
    cut.push({ ...claim, from });
    until = claim.to;
  }
  return cut;
}

export function noHours(): Record<TimeKind, number> {
  return { prompting: 0, waiting: 0, reading: 0, fixing: 0, writing: 0, reworking: 0 };
}

/** Moves the share of own writing and fixing that replaced AI lines to later rework, pro rata. */
export function withRework(hours: Hours, replacedAiLines: number, changedLines: number): Hours {
  const share = changedLines === 0 ? 0 : Math.min(1, replacedAiLines / changedLines);
  return { ...hours, writing: hours.writing * (1 - share), reworking: hours.reworking + hours.writing * share };
}
