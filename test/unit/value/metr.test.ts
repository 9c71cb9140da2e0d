import assert from 'node:assert/strict';
import { day, hour } from '../../../src/model/time.ts';
import { seededRandom } from '../../../src/survival/curves/seededRandom.ts';
import { normal } from '../../../src/value/numerics/draws.ts';
import { exp, ln } from '../../../src/value/numerics/portable.ts';
import type { Episode } from '../../../src/model/episode.ts';
import { valueOf } from '../../../src/value/valueReport.ts';
import { scaleTime } from '../../gaming/world/scale.ts';
import { episodeOf, hoursOf, week0 } from '../../gaming/world/simulatedPerson.ts';

/**
 * METR's trial of 2025 as data, pooled over its developers: 246 issues, a coin deciding which may be done with AI,
 * those taking 19 % more time, while the developers felt 20 % faster.
 */
function trial(withCoin: boolean): Episode[] {
  const random = seededRandom(246);
  const noise = Array.from({ length: 123 }, () => 0.7 * normal(random));
  const centred = noise.map((one) => one - noise.reduce((sum, x) => sum + x, 0) / noise.length);
  return centred.flatMap((off, at) => {
    const lines = Math.round(40 * exp(off));
    const time = exp(ln(1.3) + 0.65 * ln(lines / 40));
    const on = week0 + (at % 60) * day;
    const alive = { alive: lines, dead: 0, open: 0 };
    const [withAi, byHand] = withCoin ? (['ai', 'hand'] as const) : ([null, null] as const);
    return [
      episodeOf(`hand${at}`, on, { handLines: lines, hours: hoursOf({ writing: time }), coin: byHand }),
      episodeOf(`ai${at}`, on, { aiLines: lines, hours: hoursOf({ prompting: 0.3 * time * 1.19, reading: 0.5 * time * 1.19, fixing: 0.2 * time * 1.19 }), survival: { 0: alive, 30: alive, 90: alive }, coin: withAi }),
    ];
  });
}

function reportOf(withCoin: boolean): ReturnType<typeof valueOf> {
  const episodes = trial(withCoin);
  const weeks = Array.from({ length: 9 }, (_, at) => week0 - hour * 12 + at * 7 * day);
  const felt = weeks.map((week) => {
    const hours = episodes.filter((one) => one.id.startsWith('ai') && one.day >= week && one.day < week + 7 * day).flatMap((one) => Object.values(one.hours)).reduce((sum, one) => sum + one, 0);
    // felt 20 % less time: 1 / 0.8 of it by hand
    return { week, saved: hours / 0.8 - hours, fixing: 0 };
  });
  return valueOf({ episodes, window: { since: week0 - day, until: week0 + 84 * day }, asOf: week0 + 200 * day, paceRange: null, felt, set: {}, seed: 1 });
}

describe('METR 2025 as data', () => {
  it('reports the loss, and the gap between felt and measured', () => {
    const { value } = reportOf(true);
    assert.equal(value.verdict, 'loss');
    const { total } = reportOf(true).time;
    // 19 % more time is a net of 1/1.19 − 1 of it
    assert.ok(Math.abs(value.net!.mid / total - (1 / 1.19 - 1)) < 0.06, `${value.net!.mid / total}`);
    assert.ok(value.felt.usualShare! > 0.3 && value.felt.usualShare! < 0.6, `${value.felt.usualShare}`);
    assert.ok(value.felt.usualGap! > 0);
  });

  it('a gain comes to light by coins, where lines alone are not believed', () => {
    const told = [true, false].map((coin) => {
      const episodes = trial(coin).map((one) => (one.id.startsWith('ai') ? { ...one, hours: scaleTime(one.hours, 0.5 / 1.19) } : one)).filter(({ id }) => Number(id.replace(/\D/g, '')) % 6 === 0);
      return valueOf({ episodes, window: { since: week0 - day, until: week0 + 84 * day }, asOf: week0 + 200 * day, paceRange: null, felt: [], set: {}, seed: 1 }).value;
    });
    assert.deepEqual(told.map(({ verdict }) => verdict), ['gain', 'cannot tell']);
  });

  it('without the coin, from lines alone, leans to the loss and says how sure it is', () => {
    const { value } = reportOf(false);
    assert.ok(value.net!.mid < 0 && value.pPositive! < 0.4, `${value.pPositive}`);
    assert.ok(value.verdict === 'loss' || value.verdict === 'cannot tell');
  });
});
