import type { LineBlock } from '../../lineBlocks.ts';
import { byteWords, sameBytes } from './byteWords.ts';
import { needle } from './needle.ts';
import { knownTypes } from './record.ts';
import { rememberedTools } from './editTools.ts';

/*
 * Looks at a record's bytes to tell whether it has to be parsed: nine of ten bytes in a transcript (files
 * read, command output, progress) hold nothing that is needed. A quote inside a JSON string is always
 * escaped, so the bytes `"name":"` can only be a real key. Records written in any other way than the
 * program's own compact form (with spaces, say) are simply parsed.
 *
 *   {"parentUuid":…,"cwd":"/home/ada/tide","sessionId":"b824…",…,"type":"user","message":…
 *                   ^--------- place ----------------------^
 */

const sessionKey = Buffer.from('"sessionId":"');
const cwdKey = Buffer.from('"cwd":"');
const typeKey = Buffer.from('"type":"');
const nameKey = Buffer.from('"name":"');
const resultKey = Buffer.from('"tool_use_id":"');
const givenKey = Buffer.from('"toolUseResult":');
const patchKey = Buffer.from('"structuredPatch"');
const sidechainKey = Buffer.from('"isSidechain":true');
const mainKey = Buffer.from('"isSidechain":false');
/** Between the two keys stands who uses the program, in a word. */
const sidechainDistance = 80;
const shellKey = Buffer.from('"bashEditDiff"');
/** Beginnings of results that are no edits but most of the bytes: files read and lines found. */
const bulky = ['{"type":"text","file":', '{"mode":"content",'].map((text) => Buffer.from(text));

/** Paths have a limit of their own; a working directory is never further from the session id than this. */
const placeLength = 4200;
const longestName = 64;
const quote = 34;

/** What the bytes of a line say. `placeFrom`, `placeTo` bound the working directory and session, -1 when not compact. */
export interface LineLook {
  /** `parse`: it can matter, or its form is unusual. `pass`: nothing in it but its time, its place and whose turn it is. */
  readonly verdict: 'parse' | 'pass';
  readonly placeFrom: number;
  readonly placeTo: number;
  /** The agent itself did something, no subagent of it. */
  readonly agent: boolean;
}

const parse: LineLook = { verdict: 'parse', placeFrom: -1, placeTo: -1, agent: false };
const types = byteWords(knownTypes);
const tools = byteWords(rememberedTools);

/**
 * @param waiting ids of calls whose result is looked for
 * @returns a function that looks at a line of the block; lines are given in order, without line ends
 */
export function lineScan(block: LineBlock, waiting: { readonly size: number; has(id: string): boolean }): (from: number, to: number) => LineLook {
  const { bytes, to: end } = block;
  const session = needle(bytes, end, sessionKey);
  const type = needle(bytes, end, typeKey);
  const sidechain = needle(bytes, end, sidechainKey);

  const topType = (from: number, to: number): string | null => {
    // Content parts have types of their own; the record's is the first that can be one.
    for (let at = type.find(from, to); at >= 0 && at < to; at = bytes.indexOf(typeKey, at + 1)) {
      const name = types.at(bytes, at + typeKey.length, to);
      if (name !== null) return name;
    }
    return null;
  };

  const answersCall = (from: number, to: number): boolean => {
    if (waiting.size === 0) return false;
    const line = bytes.subarray(from, to);
    for (let at = line.indexOf(resultKey); at >= 0; at = line.indexOf(resultKey, at + 1)) {
      const id = quoted(line, at + resultKey.length, line.length);
      if (id === null || waiting.has(id)) return true;
    }
    return false;
  };

  /** An edit's result, whose call may not have been seen. */
  const givesEdit = (from: number, to: number): boolean => {
    const line = bytes.subarray(from, to);
    const given = line.indexOf(givenKey);
    if (given < 0) return false;
    const at = given + givenKey.length;
    if (bulky.some((start) => line.compare(start, 0, start.length, at, Math.min(at + start.length, line.length)) === 0)) return false;
    return line.indexOf(patchKey, at) >= 0 || line.indexOf(shellKey, at) >= 0;
  };

  /** Nothing but a result has one of these; the few other records of a person's side are parsed. */
  const mayBePrompt = (from: number, to: number, placeFrom: number): boolean => {
    const line = bytes.subarray(from, to);
    return line.indexOf(resultKey) < 0 && line.indexOf(givenKey) < 0 && !isSidechain(from, to, placeFrom);
  };

  /** The key stands before the place; only where it does not is the whole line searched. */
  const isSidechain = (from: number, to: number, placeFrom: number): boolean => {
    for (let at = placeFrom - 1; at > from && placeFrom - at < sidechainDistance; at--) if (bytes[at] === quote && sameBytes(bytes, at, mainKey)) return false;
    return sidechain.find(from, to) >= 0;
  };

  const makesCall = (from: number, to: number): boolean => {
    const line = bytes.subarray(from, to);
    for (let at = line.indexOf(nameKey); at >= 0; at = line.indexOf(nameKey, at + 1)) {
      if (tools.at(line, at + nameKey.length, line.length) !== null) return true;
    }
    return false;
  };

  /** The line before this one, mostly, says the same of its place, in the same distance from its beginning. */
  let lastPlace: Uint8Array = new Uint8Array(0);
  const distances = [-1, -1];

  const findPlace = (from: number, to: number): number => {
    for (const distance of distances) if (distance >= 0 && from + distance + lastPlace.length <= to && sameBytes(bytes, from + distance, lastPlace)) return from + distance;
    const sessionAt = session.find(from, to);
    if (sessionAt < 0) return -1;
    const cwdAt = bytes.subarray(Math.max(from, sessionAt - placeLength), sessionAt).lastIndexOf(cwdKey);
    const sessionEnd = bytes.indexOf(quote, sessionAt + sessionKey.length);
    if (cwdAt < 0 || sessionEnd < 0 || sessionEnd >= to) return -1;
    const placeFrom = Math.max(from, sessionAt - placeLength) + cwdAt;
    const place = bytes.subarray(placeFrom, sessionEnd + 1);
    if (place.length !== lastPlace.length || !sameBytes(place, 0, lastPlace)) {
      lastPlace = place;
      distances.fill(-1);
    }
    distances.unshift(placeFrom - from);
    distances.pop();
    return placeFrom;
  };

  return (from, to) => {
    const placeFrom = findPlace(from, to);
    if (placeFrom < 0) return parse;
    const kind = topType(from, to);
    const matters =
      kind === null ||
      (kind === 'assistant' && makesCall(from, to)) ||
      (kind === 'user' && (answersCall(from, to) || givesEdit(from, to) || mayBePrompt(from, to, placeFrom)));
    if (matters) return parse;
    return { verdict: 'pass', placeFrom, placeTo: placeFrom + lastPlace.length, agent: kind === 'assistant' && !isSidechain(from, to, placeFrom) };
  };
}

/** The JSON string that starts at `from` (after its quote), when it is short and plain; null otherwise. */
function quoted(bytes: Buffer, from: number, to: number): string | null {
  const end = bytes.indexOf(quote, from);
  if (end < 0 || end >= to || end - from > longestName) return null;
  return bytes.toString('latin1', from, end);
}
