import type { InsertedLine } from '../model/contribution.ts';
import { byteReader, byteWriter } from './byteWriter.ts';
import { type LineFindings, type LinePrint, noFindings, sameFate } from './lineFindings.ts';

/**
 * All lines of a contribution in one blob: they are read and written together, and neighbours mostly share
 * their fate. First what never changes, then what following found:
 *
 *   7 bytes fingerprint, 7 bytes loose fingerprint              for each line
 *   flags * 2 + 0                                               a line that shares the fate of the line before it
 *                                                               and, once committed, stood right below it
 *   flags * 2 + 1, state, lost share, first, first path,        any other line
 *     first line, pushed, merged, died, superseded
 */
const printLength = 14;

export function encodeWritten(lines: readonly InsertedLine[]): Uint8Array {
  const writer = byteWriter();
  for (const { fingerprint, loose } of lines) {
    writer.seven(fingerprint);
    writer.seven(loose);
  }
  writer.bytes(encodeFindings(lines.map((line) => noFindings(line.flags))));
  return writer.done();
}

/** The same lines with other findings. */
export function replaceFindings(block: Uint8Array, findings: readonly LineFindings[]): Uint8Array {
  const writer = byteWriter();
  writer.bytes(block.subarray(0, findings.length * printLength));
  writer.bytes(encodeFindings(findings));
  return writer.done();
}

function encodeFindings(lines: readonly LineFindings[]): Uint8Array {
  const writer = byteWriter();
  let above: LineFindings | null = null;
  for (const line of lines) {
    if (above !== null && line.firstLine === lineBelow(above) && sameFate(line, above)) {
      writer.number(line.flags * 2);
    } else {
      writer.number(line.flags * 2 + 1);
      writer.number(line.state);
      writer.number(line.lostShare);
      for (const reference of [line.first, line.firstPath, line.firstLine, line.pushed, line.merged, line.died, line.superseded]) writer.optional(reference);
    }
    above = line;
  }
  return writer.done();
}

function lineBelow(above: LineFindings): number | null {
  return above.firstLine === null ? null : above.firstLine + 1;
}

/** @param count how many lines the block holds */
export function decodeFindings(block: Uint8Array, count: number): LineFindings[] {
  const reader = byteReader(block, count * printLength);
  const lines: LineFindings[] = [];
  let above: LineFindings | undefined;
  for (let line = 0; line < count; line++) {
    const head = reader.number();
    const flags = Math.floor(head / 2);
    if (head % 2 === 0) {
      if (above === undefined) throw new RangeError('The first line of a block shares nothing.');
      above = { ...above, flags, firstLine: lineBelow(above) };
    } else {
      above = {
        flags,
        state: reader.number(),
        lostShare: reader.number(),
        first: reader.optional(),
        firstPath: reader.optional(),
        firstLine: reader.optional(),
        pushed: reader.optional(),
        merged: reader.optional(),
        died: reader.optional(),
        superseded: reader.optional(),
      };
    }
    lines.push(above);
  }
  return lines;
}

/** @param tokens by ordinal, see tokenBlock.ts */
export function decodePrints(block: Uint8Array, count: number, tokens: ReadonlyMap<number, Int32Array>): LinePrint[] {
  const reader = byteReader(block);
  const prints: LinePrint[] = [];
  for (let ordinal = 0; ordinal < count; ordinal++) {
    prints.push({ ordinal, fingerprint: reader.seven(), loose: reader.seven(), tokens: tokens.get(ordinal) ?? null });
  }
  return prints;
}
