import assert from 'node:assert/strict';
import fc from 'fast-check';
import { debounce, type Timers } from '../../../src/vscode/debounce.ts';

/** A clock and timers that move only when told to. */
function handTurned(): { timers: Timers; advance: (milliseconds: number) => void } {
  let now = 0;
  let waiting: { at: number; work: () => void }[] = [];
  return {
    timers: {
      now: () => now,
      set: (work, milliseconds) => {
        const timer = { at: now + milliseconds, work };
        waiting.push(timer);
        return timer;
      },
      clear: (timer) => {
        waiting = waiting.filter((one) => one !== timer);
      },
    },
    advance: (milliseconds) => {
      const end = now + milliseconds;
      for (;;) {
        const next = waiting.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        waiting = waiting.filter((one) => one !== next);
        now = next.at;
        next.work();
      }
      now = end;
    },
  };
}

describe('debounce', () => {
  it('works once after things are quiet', () => {
    const { timers, advance } = handTurned();
    let runs = 0;
    const { poke } = debounce(() => runs++, 250, 1000, timers);
    poke();
    advance(200);
    poke();
    advance(249);
    assert.equal(runs, 0);
    advance(1);
    assert.equal(runs, 1);
    advance(5000);
    assert.equal(runs, 1);
  });

  it('never puts work off for longer than the longest wait', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 240 }), { minLength: 30, maxLength: 60 }), (gaps) => {
        const { timers, advance } = handTurned();
        const times: number[] = [];
        const { poke } = debounce(() => times.push(timers.now()), 250, 1000, timers);
        poke();
        for (const gap of gaps) {
          advance(gap);
          poke();
        }
        advance(1000);
        const ends = [0, ...times];
        assert.ok(times.length > 0);
        for (const [at, time] of times.entries()) assert.ok(time - ends[at]! <= 1000 + 240, `${time} after ${ends[at]}`);
      }),
    );
  });

  it('does nothing after it was disposed', () => {
    const { timers, advance } = handTurned();
    let runs = 0;
    const { poke, dispose } = debounce(() => runs++, 250, 1000, timers);
    poke();
    dispose();
    advance(5000);
    assert.equal(runs, 0);
  });
});
