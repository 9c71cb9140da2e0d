import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hour, minute } from '../../../src/model/time.ts';
import type { AttendedInterval } from '../../../src/model/episode.ts';
import { attendedTime, noHours, withRework } from '../../../src/value/time/attendedTime.ts';
import type { IdleLimits } from '../../../src/value/time/idle.ts';
import { lengthOf, union, without } from '../../../src/value/time/intervals.ts';
import { reconstruct } from '../../../src/value/time/reconstruct.ts';

const limits: IdleLimits = { editing: 2 * minute, reading: 5 * minute };
const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 })).map(([from, length]) => ({ from, to: from + length })), { maxLength: 12 });
const inside = (list: readonly { from: number; to: number }[], at: number): boolean => list.some(({ from, to }) => from <= at && at < to);

function interval(from: number, to: number, parts: Partial<AttendedInterval> = {}): AttendedInterval {
  return { from: from * minute, to: to * minute, kind: 'reading', repo: 'app', grade: 'measured', episode: 'a', ...parts };
}

describe('attended time', () => {
  it('union and difference agree with counting single moments', () => {
    fc.assert(fc.property(spans, spans, (some, others) => {
      const [a, b] = [union(some), union(others)];
      const moments = Array.from({ length: 90 }, (_, at) => at);
      assert.equal(lengthOf(a), moments.filter((at) => inside(some, at)).length);
      assert.equal(lengthOf(without(a, b)), moments.filter((at) => inside(some, at) && !inside(others, at)).length);
    }));
  });

  it('counts a minute once, however many agents and repositories run', () => {
    const episodes = fc.constantFrom('a', 'b', null);
    const kinds = fc.constantFrom('reading' as const, 'waiting' as const, 'fixing' as const);
    const grades = fc.constantFrom('measured' as const, 'reconstructed' as const);
    const intervals = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 }), episodes, kinds, grades).map(([from, length, episode, kind, grade]) => interval(from, from + length, { episode, kind, grade })), { maxLength: 12 });
    fc.assert(fc.property(intervals, (list) => {
      const total = [...attendedTime(list).values()].flatMap(({ hours }) => Object.values(hours)).reduce((sum, one) => sum + one, 0);
      assert.ok(Math.abs(total - lengthOf(union(list)) / hour) < 1e-9);
    }));
  });

  it('prefers measured to reconstructed, and hands to eyes', () => {
    const found = attendedTime([interval(0, 60, { kind: 'waiting' }), interval(10, 20, { kind: 'fixing', episode: 'b' }), interval(0, 90, { kind: 'fixing', grade: 'reconstructed', episode: 'c' })]);
    assert.deepEqual([found.get('a')?.hours.waiting, found.get('b')?.hours.fixing, found.get('c')?.hours.fixing, found.get('c')?.grade].map((x) => (typeof x === 'number' ? Math.round(x * 60) : x)), [50, 10, 30, 'reconstructed']);
  });

  it('moves writing that replaced AI lines to later rework, pro rata', () => {
    const { writing, reworking } = withRework({ ...noHours(), writing: 2 }, 30, 120);
    assert.deepEqual([writing, reworking], [1.5, 0.5]);
  });
});

describe('reconstruction', () => {
  const session = { session: 's', repo: 'app', episodeAt: () => 'a', edits: [], commits: [] };
  const hoursOf = (prompts: number[], turnEnds: number[], commits: number[] = []): number =>
    Math.round(60 * [...attendedTime(reconstruct({ ...session, prompts: prompts.map((m) => m * minute), turnEnds: turnEnds.map((m) => m * minute), commits: commits.map((m) => m * minute) }, limits)).values()].flatMap(({ hours }) => Object.values(hours)).reduce((sum, one) => sum + one, 0));

  it('counts a lead before the first prompt, the watched turn, and reading until the next prompt', () => {
    assert.equal(hoursOf([10, 15], [12, 18]), 1 + 2 + 3 + 3);
  });

  it('a long unattended run costs its watched beginning only', () => {
    assert.equal(hoursOf([10], [300]), 1 + 5);
  });

  it('a break between turn and prompt is no attended time', () => {
    assert.equal(hoursOf([10, 200], [12, 201]), 1 + 2 + 1 + 1);
  });

  it('agents side by side share the minute', () => {
    const one = reconstruct({ ...session, prompts: [10 * minute], turnEnds: [14 * minute] }, limits);
    const two = reconstruct({ ...session, episodeAt: () => 'b', prompts: [10 * minute], turnEnds: [14 * minute] }, limits);
    const total = [...attendedTime([...one, ...two]).values()].flatMap(({ hours }) => Object.values(hours)).reduce((sum, x) => sum + x, 0);
    assert.equal(Math.round(total * 60), 5);
  });

  it('a log in which everything happens at once has no time', () => {
    assert.deepEqual(reconstruct({ ...session, prompts: [5, 5], edits: [5, 5, 5], turnEnds: [5] }, limits), []);
  });
});
