import assert from 'node:assert/strict';
import { onScreen } from '../../../src/capture/live/onScreen.ts';
import type { OnScreen } from '../../../src/capture/live/onScreen.ts';
import { minute, second } from '../../../src/model/time.ts';
import { file, root } from './editor.ts';

describe('what was on the screen', () => {
  let screen: OnScreen;
  let at: number;
  const other = `${root}/src/other.ts`;
  const lines = (count: number, from = 0): string[] => Array.from({ length: count }, (_, line) => `const line${from + line} = ${from + line};`);
  const show = (shown: readonly string[], milliseconds: number, name = file): boolean => {
    screen.shows([{ file: name, lines: shown }], at);
    at += milliseconds;
    return screen.shows([], at);
  };
  beforeEach(() => {
    screen = onScreen({ k0: 3, k1: 4 });
    at = Date.UTC(2026, 5, 1, 9);
  });

  it('was read when there was time to: two seconds at least, and 0.3 a line', () => {
    assert.equal(show(lines(3), 1900), false);
    assert.equal(screen.wasRead(file, lines(1)[0]!), false);
    assert.equal(show(lines(3), 200), true);
    assert.equal(screen.wasRead(file, lines(1)[0]!), true);
    assert.equal(show(lines(30, 100), 8 * second), false);
    assert.equal(show(lines(30, 100), 1.1 * second), true);
    assert.equal(screen.wasRead(file, lines(1, 129)[0]!), true);
  });

  it('needs no more time for a large screen than for one of 40 lines', () => {
    assert.equal(show(lines(150), 11.9 * second), false);
    assert.equal(show(lines(150), 0.2 * second), true);
  });

  it('is put together from looks, also while scrolling, and blank lines take no time', () => {
    const all = lines(30);
    const scroll = (): void => {
      for (let from = 0; from + 10 <= 30; from++) show([...all.slice(from, from + 10), '', '   '], 0.2 * second);
    };
    scroll();
    assert.equal(screen.wasRead(file, all[15]!), false);
    scroll();
    assert.deepEqual([0, 15, 29].map((line) => screen.wasRead(file, all[line]!)), [false, true, false]);
  });

  it('is shared out between editors side by side', () => {
    const both = [{ file, lines: lines(20) }, { file: other, lines: lines(20) }];
    screen.shows(both, at);
    assert.equal(screen.shows(both, (at += 7 * second)), false);
    assert.equal(screen.shows(both, (at += 5.1 * second)), true);
    assert.equal(screen.wasRead(other, lines(1)[0]!), true);
  });

  it('is nothing while the window has no focus', () => {
    screen.shows([], at);
    assert.equal(screen.shows([{ file, lines: lines(3) }], (at += minute)), false);
    assert.equal(screen.wasRead(file, lines(1)[0]!), false);
  });

  it('is a line by what it says: wherever it moves, and not once it is changed', () => {
    show(lines(3), 3 * second);
    assert.equal(screen.wasRead(file, `    ${lines(1)[0]!}`), true);
    assert.equal(screen.wasRead(file, `${lines(1)[0]!} // changed`), false);
    assert.equal(screen.wasRead(other, lines(1)[0]!), false);
    screen.rename(file, other);
    assert.deepEqual([screen.wasRead(file, lines(1)[0]!), screen.wasRead(other, lines(1)[0]!)], [false, true]);
  });

  it('is forgotten with a push, but for what was not pushed', () => {
    show(lines(3), 3 * second);
    show(lines(3), 3 * second, '/elsewhere/a.ts');
    screen.forget(root, new Map([[file, lines(1, 2)]]));
    assert.deepEqual(lines(3).map((line) => screen.wasRead(file, line)), [false, false, true]);
    assert.equal(screen.wasRead('/elsewhere/a.ts', lines(1)[0]!), true);
  });
});
