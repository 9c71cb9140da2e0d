import type { Episode, FeltWeek } from '../../../src/model/episode.ts';
import { day } from '../../../src/model/time.ts';
import type { GroupCounts, WorkFacts } from '../../../src/model/workFacts.ts';
import { startOfWeek } from '../../../src/report/week.ts';
import { seededRandom } from '../../fixtures/random.ts';
import { noWork } from '../../fixtures/work.ts';

export function episode(fields: Partial<Episode> & Pick<Episode, 'day'>): Episode {
  const counts = { alive: 40, dead: 0, open: 0 };
  return {
    id: `feature\n${fields.day}`, branch: 'feature', repo: 'r', aiLines: 40, handLines: 10, survival: { 0: counts, 30: counts, 90: counts },
    hours: { prompting: 0.2, waiting: 0.2, reading: 0.3, fixing: 0.1, writing: 0.3, reworking: 0 }, timeGrade: 'reconstructed', coin: null, ...fields,
  };
}

/** Work of one person over seventeen weeks up to `asOf`: two or three episodes with AI a week, one by hand in most. */
export function madeUpWork(asOf: number, fields: Partial<WorkFacts> & { readonly byHand?: boolean } = {}): WorkFacts {
  const random = seededRandom('work');
  const { byHand = true, ...given } = fields;
  const episodes: Episode[] = [];
  for (let week = 0; week < 17; week++) {
    const start = startOfWeek(asOf) - week * 7 * day;
    for (let each = random.int(2, 3); each > 0; each--) {
      const at = start + random.int(0, 4) * day + day / 2;
      if (at > asOf) continue;
      const lines = random.int(20, 160);
      const dead = random.int(0, Math.floor(lines / 4));
      const old = (days: number) => asOf - at > (days + 2) * day;
      const settled = (days: number) => (old(days) ? { alive: lines - dead, dead, open: 0 } : { alive: 0, dead: 0, open: lines });
      const hour = (most: number): number => random.int(0, 100 * most) / 100;
      episodes.push(episode({
        id: `ai-${week}-${each}`, day: at, aiLines: lines, handLines: random.int(0, 30), survival: { 0: { alive: lines, dead: 0, open: 0 }, 30: settled(30), 90: settled(90) },
        hours: { prompting: 0.1 + hour(0.3), waiting: hour(0.4), reading: 0.2 + hour(0.6), fixing: hour(0.4), writing: hour(0.5), reworking: hour(0.2) }, timeGrade: random.chance(0.3) ? 'measured' : 'reconstructed',
      }));
    }
    const at = start + 3 * day + day / 2;
    if (byHand && at <= asOf && week % 3 !== 0) {
      const lines = random.int(15, 120);
      const counts = { alive: 0, dead: 0, open: 0 };
      episodes.push(episode({ id: `hand-${week}`, day: at, aiLines: 0, handLines: lines, survival: { 0: counts, 30: counts, 90: counts }, hours: { prompting: 0, waiting: 0, reading: 0, fixing: 0, writing: lines / 45, reworking: 0 }, timeGrade: 'measured' }));
    }
  }
  const scaled = (factor: number): Episode[] => episodes.map((one) => ({ ...one, hours: { ...one.hours, reading: one.hours.reading * factor } }));
  return { ...noWork(), seed: 7, atLimits: { strict: scaled(0.4), lax: scaled(2) }, episodes, felt: madeUpFelt(asOf), revisions: [revision(asOf)], groups: madeUpGroups, ...given };
}

function madeUpFelt(asOf: number): FeltWeek[] {
  return [[5, 3, 1], [4, 2, 0.5], [3, 4, 1], [2, 1, 1.5]].map(([ago, saved, fixing]) => ({ week: startOfWeek(asOf) - ago! * 7 * day, saved: saved!, fixing: fixing! }));
}

function revision(asOf: number): WorkFacts['revisions'][number] {
  return { week: startOfWeek(asOf) - 7 * 7 * day, at: asOf - 6 * day, was: { low: -1.2, mid: 0.6, high: 3.1 }, now: { low: -1.9, mid: -0.2, high: 2 }, why: 'its 30 days went on' };
}

function group(grouping: GroupCounts['grouping'], name: string, alive: number, rewritten: number, dead: number, correctionMinutes: number, episodes: number): GroupCounts {
  return { grouping, name, writtenUntil: Date.UTC(2026, 0, 24, 12), alive, rewritten, dead, correctionMinutes, episodes };
}

export const madeUpGroups: readonly GroupCounts[] = [
  group('kind of work', 'source', 1420, 160, 41, 212, 21), group('kind of work', 'tests', 310, 290, 60, 95.4, 14), group('kind of work', 'docs', 88, 4, 0, 6, 5), group('kind of work', 'config', 9, 0, 1, 1, 2),
  group('language', 'Go', 1500, 420, 90, 280, 25), group('language', 'Markdown', 88, 4, 0, 6, 5), group('language', 'Shell', 239, 30, 12, 28.4, 7),
  group('size', 'up to 10 lines', 120, 18, 4, 31, 20), group('size', '11 to 50 lines', 700, 140, 30, 130, 22), group('size', 'over 50 lines', 1007, 296, 68, 153.4, 16),
  group('tool', 'claude', 1700, 420, 92, 290, 30), group('tool', 'codex', 127, 34, 10, 24.4, 6),
];
