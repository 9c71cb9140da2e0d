import assert from 'node:assert/strict';
import { calibrate } from '../../../src/value/calibration.ts';
import type { GroupCounts } from '../../../src/model/workFacts.ts';
import { groupFigures } from '../../../src/value/groups.ts';

function group(name: string, alive: number, rewritten: number, parts: Partial<GroupCounts> = {}): GroupCounts {
  return { grouping: 'kind of work', name, writtenUntil: 0, alive, rewritten, dead: 0, correctionMinutes: 30, episodes: 1000, ...parts };
}

describe('where AI helps', () => {
  it('small groups do not shout: they lie near all, with wide intervals', () => {
    const [large, small] = groupFigures([group('source', 800, 200), group('docs', 0, 8), group('tests', 700, 300)].slice(0, 2));
    assert.ok(Math.abs(large!.survived.mid - 0.8) < 0.03);
    assert.ok(small!.survived.mid > 0.4, 'eight lines of no survivors are not read as 0%');
    assert.ok(small!.survived.high - small!.survived.low > large!.survived.high - large!.survived.low);
    assert.equal(small!.standsOut, false);
  });

  it('a large group that differs stands out', () => {
    const figures = groupFigures([group('source', 1800, 200), group('tests', 600, 1400), group('config', 900, 100)]);
    assert.deepEqual(figures.map(({ standsOut }) => standsOut), [true, true, true]);
    assert.ok(figures[1]!.wasRewritten.low > 0.5);
  });

  it('lines of one episode are one piece of evidence', () => {
    const width = (episodes: number): number => {
      const { low, high } = groupFigures([group('a', 500, 500, { episodes }), group('b', 900, 100)])[0]!.survived;
      return high - low;
    };
    assert.ok(width(2) > 2 * width(500));
  });

  it('groups without lines are not told', () => {
    assert.deepEqual(groupFigures([group('none', 0, 0)]), []);
  });
});

describe('calibration', () => {
  it('keeps the gap between felt and estimated, and its running median from three weeks on', () => {
    const net = { low: -2, mid: -1, high: 1 };
    const estimated = [1, 2, 3].map((week) => ({ week, net, hours: 10 }));
    const felt = [1, 2, 3, 4].map((week) => ({ week, saved: 2 + week, fixing: 1 }));
    const { weeks, usualGap, usualShare } = calibrate(felt, estimated);
    assert.deepEqual(weeks.map(({ gap }) => gap), [3, 4, 5]);
    assert.deepEqual([usualGap, usualShare], [4, 4 / 9]);
    assert.equal(calibrate(felt.slice(0, 2), estimated).usualGap, null);
  });
});
