import { posix, win32 } from 'node:path';
import type { PathMapper, SessionFacts } from '../../../model/captureSource.ts';
import type { LineBlock } from '../../lineBlocks.ts';

/** Where and when an agent was at work: which sessions touched this repository, and from when to when. */
export interface Places {
  /** Whether a working directory belongs to this repository. */
  readonly inRepository: (cwd: string | null) => boolean;
  /** A record of a session in a working directory of this repository. */
  readonly seen: (session: string, at: number) => void;
  /** A record that was not parsed: its place only. Times are taken from the first and last such line of a block. */
  readonly passed: (block: LineBlock, placeFrom: number, placeTo: number, from: number, to: number) => Place;
  /** To be called after each block, while its bytes are still there. */
  readonly endOfBlock: (timeOf: (from: number, to: number) => number | null) => void;
  readonly sessions: (source: string, tool: string) => SessionFacts[];
  readonly any: () => boolean;
}

/** A session in a working directory. */
export interface Place {
  readonly session: string;
  readonly here: boolean;
  /** First and last line of this place in the block at hand. */
  first: readonly [number, number] | null;
  last: readonly [number, number] | null;
}

export function places(paths: PathMapper): Places {
  const known = new Map<string, boolean>();
  const times = new Map<string, { startedAt: number; endedAt: number }>();
  const byBytes = new Map<string, Place>();
  const touched = new Set<Place>();
  let lastBytes = Buffer.alloc(0);
  let lastPlace: Place | null = null;

  const inRepository = (cwd: string | null): boolean => {
    if (cwd === null) return false;
    const answer = known.get(cwd);
    if (answer !== undefined) return answer;
    // The mapper knows files; any name will do to ask for the folder.
    const { join } = /^[A-Za-z]:[\\/]|^\\\\/.test(cwd) ? win32 : posix;
    const here = paths.map(join(cwd, 'file'), cwd) !== null;
    known.set(cwd, here);
    return here;
  };

  const seen = (session: string, at: number): void => {
    const time = times.get(session);
    if (time === undefined) times.set(session, { startedAt: at, endedAt: at });
    else {
      time.startedAt = Math.min(time.startedAt, at);
      time.endedAt = Math.max(time.endedAt, at);
    }
  };

  const placeAt = (bytes: Buffer, from: number, to: number): Place => {
    if (lastPlace !== null && to - from === lastBytes.length && bytes.compare(lastBytes, 0, lastBytes.length, from, to) === 0) return lastPlace;
    lastBytes = Buffer.from(bytes.subarray(from, to));
    const text = lastBytes.toString('utf8');
    let place = byBytes.get(text);
    if (place === undefined) {
      const [cwd, session] = placeOf(text);
      place = { session, here: inRepository(cwd), first: null, last: null };
      byBytes.set(text, place);
    }
    lastPlace = place;
    return place;
  };

  return {
    inRepository,
    seen,
    passed(block, placeFrom, placeTo, from, to) {
      const place = placeAt(block.bytes, placeFrom, placeTo);
      if (!place.here) return place;
      place.last = [from, to];
      place.first ??= place.last;
      touched.add(place);
      return place;
    },
    endOfBlock(timeOf) {
      for (const place of touched) {
        for (const line of place.first === place.last ? [place.first] : [place.first, place.last]) {
          const at = line === null ? null : timeOf(line[0], line[1]);
          if (at !== null) seen(place.session, at);
        }
        place.first = null;
        place.last = null;
      }
      touched.clear();
    },
    sessions: (source, tool) => [...times].map(([id, time]) => ({ id, source, tool, ...time })),
    any: () => times.size > 0,
  };
}

/** Working directory and session of `"cwd":"…",…,"sessionId":"…"`. */
function placeOf(text: string): [cwd: string, session: string] {
  const record = JSON.parse(`{${text}}`) as { cwd: string; sessionId: string };
  return [record.cwd, record.sessionId];
}
