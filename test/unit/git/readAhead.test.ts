import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { readAhead } from '../../../src/git/readAhead.ts';
import { startNow } from '../../../src/git/startNow.ts';

const chunkSize = 1024;

/** Gives numbered chunks for as long as it is asked for some. */
function numbered(count: number, end?: Error): { readonly stream: Readable; readonly given: () => number } {
  let given = 0;
  const stream = new Readable({
    highWaterMark: chunkSize,
    read() {
      if (given < count) this.push(Buffer.alloc(chunkSize, given++));
      else if (end === undefined) this.push(null);
      else this.destroy(end);
    },
  });
  return { stream, given: () => given };
}

/** Lets everything happen that needs nobody. */
const settled = (): Promise<void> => wait(20);

describe('readAhead', () => {
  it('hands over every chunk in order, however small the limit', async () => {
    for (const limit of [1, 3 * chunkSize, 1000 * chunkSize]) {
      const numbers: number[] = [];
      for await (const chunk of readAhead(numbered(40).stream, limit)) numbers.push(chunk[0]!);
      assert.deepEqual(numbers, Array.from({ length: 40 }, (_, at) => at));
    }
  });

  it('goes on reading while its reader is at work, up to the limit, and goes on again when that was read', async () => {
    const { stream, given } = numbered(1000);
    const ahead = readAhead(stream, 100 * chunkSize);
    await ahead.next();
    await settled();
    const atFirst = given();
    assert.ok(atFirst >= 100 && atFirst < 110, `${atFirst} chunks`);
    for (let taken = 1; taken < 70; taken++) await ahead.next();
    await settled();
    assert.ok(given() > atFirst && given() < 180, `${given()} chunks`);
    await ahead.return();
    assert.ok(stream.destroyed);
  });

  it('tells a failure after what came before it', async () => {
    const ahead = readAhead(numbered(3, new Error('broken pipe')).stream);
    for (let at = 0; at < 3; at++) assert.equal((await ahead.next()).value?.[0], at);
    await assert.rejects(ahead.next(), /broken pipe/);
  });
});

describe('startNow', () => {
  it('works towards the first value before anybody asks, and no further', async () => {
    const seen: string[] = [];
    const started = startNow(numbers(seen));
    await settled();
    assert.deepEqual(seen, ['one']);
    assert.deepEqual([await started.next(), await started.next(), await started.next()], [{ done: false, value: 1 }, { done: false, value: 2 }, { done: true, value: undefined }]);
    assert.deepEqual(seen, ['one', 'two', 'end']);
  });

  it('ends the generator when nobody asks any more', async () => {
    const seen: string[] = [];
    await startNow(numbers(seen)).return();
    assert.deepEqual(seen, ['one', 'end']);
  });

  it('tells a failure to whoever asks, and nobody else', async () => {
    const started = startNow(numbers([], new Error('no git here')));
    await settled();
    await assert.rejects(started.next(), /no git here/);
  });
});

async function* numbers(seen: string[], failure?: Error): AsyncGenerator<number, void> {
  try {
    if (failure !== undefined) throw failure;
    seen.push('one');
    yield 1;
    seen.push('two');
    yield 2;
  } finally {
    seen.push('end');
  }
}
