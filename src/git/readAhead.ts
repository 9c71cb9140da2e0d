import type { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Bytes that are held at most for a reader who is slow. */
const usualLimit = 4 * 1024 * 1024;

/**
 * Takes what a stream gives ahead of its reader, so that git goes on working while what it printed so far is
 * worked on. A pipe holds little, and whoever works between two reads lets nothing in; so every chunk handed
 * over lets in what has arrived meanwhile:
 *
 *   git      ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓          not   ▓▓▓ waits ▓▓▓ waits
 *   reader     ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓            waits ▓▓▓ waits ▓▓▓
 *
 * A stream that is left early is destroyed.
 */
export async function* readAhead(stream: Readable, limit = usualLimit): AsyncGenerator<Buffer, void> {
  const waiting: Buffer[] = [];
  let held = 0;
  let over = false;
  let failure: Error | null = null;
  let wake = (): void => undefined;
  const end = (): void => {
    over = true;
    wake();
  };
  stream.on('data', (chunk: Buffer) => {
    waiting.push(chunk);
    held += chunk.length;
    if (held >= limit) stream.pause();
    wake();
  });
  stream.once('end', end);
  stream.once('close', end);
  stream.once('error', (error) => {
    failure = error;
    end();
  });
  try {
    for (;;) {
      for (let chunk = waiting.shift(); chunk !== undefined; chunk = waiting.shift()) {
        held -= chunk.length;
        if (stream.isPaused() && 2 * held < limit) stream.resume();
        yield chunk;
        await nextTurn();
      }
      if (failure !== null) throw failure as Error;
      if (over) return;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    stream.destroy();
  }
}
