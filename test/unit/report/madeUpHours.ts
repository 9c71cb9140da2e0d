import type { HoursRange, ReadModel, ValueWeek } from '../../../src/model/readModel.ts';
import { day } from '../../../src/model/time.ts';
import { startOfWeek } from '../../../src/report/week.ts';
import { asOf } from './madeUpFacts.ts';

/** Hours as an estimate might tell them, fixed: how they are shown does not depend on how they are reckoned. */
const range = (low: number, mid: number, high: number): HoursRange => ({ low, mid, high });

function weekAgo(ago: number): string {
  return new Date(startOfWeek(asOf) - ago * 7 * day).toISOString();
}

function week(ago: number, hours: number, net: HoursRange, rework: HoursRange, provisional = 0): ValueWeek {
  return { week: weekAgo(ago), hours, net, gained: range(net.low + rework.mid, net.mid + rework.mid, net.high + rework.mid), rework, provisional };
}

export const madeUpHours: Pick<ReadModel, 'time' | 'value'> = {
  time: {
    total: 43.75,
    kinds: [
      { kind: 'prompting', hours: 7.8 }, { kind: 'waiting', hours: 5.65 }, { kind: 'reading', hours: 14.4 }, { kind: 'fixing', hours: 5.6 }, { kind: 'writing', hours: 6.6 }, { kind: 'reworking', hours: 3.7 },
    ],
    grade: 'reconstructed', reconstructed: 0.7, aiEpisodes: 33, handEpisodes: 9, untimed: 2, unseen: 1.35, range: range(28.5, 43.75, 67.2), sensitivity: { strict: 35.5, chosen: 43.75, lax: 58.75 },
  },
  value: {
    verdict: 'cannot tell', whyNone: null, net: range(-17.25, 1.75, 23.5), gained: range(2.5, 16.25, 38), rework: range(10, 14.5, 20.25), giveBack: range(0.4, 0.89, 4), pPositive: 0.55,
    horizons: [{ days: 0, net: range(-12.5, 6.75, 30.5) }, { days: 30, net: range(-17.25, 1.75, 23.5) }, { days: 90, net: range(-16.75, 2.5, 24) }],
    paceLabel: 'from published pace (3 of 5 hand-written episodes)', pace: range(0.9, 1.1, 1.4), ownWeight: 0.43, capped: true, surprising: false, provisional: 0.41,
    settle: '2 more hand-written episodes would show your own pace; without them published figures decide.',
    weeks: [
      week(11, 4, range(-1.8, -0.1, 2.5), range(0.9, 1.2, 1.6)), week(10, 4, range(-1.8, 0.2, 2.9), range(0.7, 1, 1.4)), week(9, 2.25, range(-1.1, -0.1, 1.6), range(0.6, 0.9, 1.2)),
      week(7, 4.1, range(-2.1, -0.2, 2.2), range(0.8, 1.2, 1.7)), week(6, 3.3, range(0.2, 1.1, 2.5), range(0.6, 0.9, 1.4)), week(5, 2.9, range(-1.3, 0, 2.1), range(0.7, 1, 1.3)),
      week(4, 2.7, range(-1.4, 0, 2.1), range(0.6, 1, 1.7), 0.35), week(3, 3.4, range(-12.5, -6.25, -1.2), range(0.7, 1, 9.5), 1), week(2, 4.5, range(-2.1, 0, 2.8), range(0.8, 1.4, 2.4), 1), week(1, 3, range(-1, 0, 1), range(0.1, 0.2, 0.3), 1),
      week(0, 2.5, range(-1.3, 0, 1.9), range(0.5, 0.9, 1.5), 1),
    ],
    felt: {
      weeks: [
        { week: weekAgo(5), felt: 2, estimated: range(-1.3, 0, 2.1), gap: 2 }, { week: weekAgo(4), felt: 1.5, estimated: range(-1.4, 0, 2.1), gap: 1.5 }, { week: weekAgo(2), felt: -0.5, estimated: range(-2.1, 0, 2.8), gap: -0.5 },
      ],
      usualGap: 1.5, usualShare: 0.56,
    },
    revisions: [{ week: weekAgo(7), at: new Date(asOf - 6 * day).toISOString(), was: range(-1.2, 0.6, 3.1), now: range(-2.1, -0.2, 2.2), why: 'its 30 days went on' }],
    sensitivity: { strict: range(-11.5, 2.75, 20.25), lax: range(-26, 0.5, 30.75) },
    question: { week: weekAgo(1) },
  },
};
