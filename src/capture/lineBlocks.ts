/**
 * A run of complete lines: `bytes[from, to)`, the last byte a line feed. `offset` is where `bytes[from]`
 * stands in the file. The memory is used again for the next block.
 */
export interface LineBlock {
  readonly bytes: Buffer;
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/** Sizes in bytes; smaller ones only serve tests. */
export interface BlockLimits {
  /** Bytes read at once. */
  readonly chunk: number;
  /** The longest line that is kept; longer ones are passed over and counted. */
  readonly line: number;
}

export const usualLimits: BlockLimits = { chunk: 1024 * 1024, line: 32 * 1024 * 1024 };

/** Where bytes come from: an open file. */
export interface ByteSource {
  read(buffer: Buffer, offset: number, length: number, position: number): Promise<{ readonly bytesRead: number }>;
}

const lineFeed = 10;

/**
 * Reads `[from, size)` and hands over complete lines in blocks.
 *
 *   buffer  |<-- rest of the line before -->|<-- chunk just read -->|
 *                                    last line feed ^ the block ends here, what follows moves to the front
 *
 * @returns where the last complete line ends, the bytes read, and how many lines were longer than the limit
 */
export async function blockReader(
  source: ByteSource, from: number, size: number, visit: (block: LineBlock) => void, limits: BlockLimits = usualLimits,
): Promise<{ offset: number; bytesRead: number; tooLong: number }> {
  let buffer: Buffer = size - from < limits.chunk ? Buffer.allocUnsafe(Math.max(1, size - from)) : takeBuffer(2 * limits.chunk);
  /** Bytes in the buffer, and where the first of them stands in the file. */
  let held = 0;
  let start = from;
  let position = from;
  let tooLong = 0;
  /** Inside a line that is longer than the limit: nothing is kept until it ends. */
  let skipping = false;
  let offset = from;
  while (position < size) {
    if (held === buffer.length) buffer = grown(buffer, held, limits);
    const { bytesRead } = await source.read(buffer, held, Math.min(limits.chunk, buffer.length - held, size - position), position);
    if (bytesRead === 0) break;
    const searchFrom = held;
    held += bytesRead;
    position += bytesRead;
    let first = 0;
    if (skipping) {
      const end = buffer.subarray(0, held).indexOf(lineFeed);
      if (end >= 0) {
        skipping = false;
        first = end + 1;
        offset = start + first;
      }
    }
    const last = skipping ? -1 : buffer.subarray(Math.max(searchFrom, first), held).lastIndexOf(lineFeed);
    const end = last < 0 ? first : Math.max(searchFrom, first) + last + 1;
    if (end > first) {
      const block = { bytes: buffer, from: first, to: end, offset: start + first };
      if (end - first > limits.line) tooLong += visitShortLines(block, limits.line, visit);
      else visit(block);
      offset = start + end;
    }
    const used = skipping ? held : end;
    buffer.copyWithin(0, used, held);
    held -= used;
    start += used;
    if (held > limits.line) {
      skipping = true;
      tooLong++;
      start += held;
      held = 0;
      buffer = Buffer.allocUnsafe(2 * limits.chunk);
    }
  }
  giveBack(buffer);
  // A line that is too long and has no end yet is counted when its end is seen.
  return { offset, bytesRead: position - from, tooLong: skipping ? tooLong - 1 : tooLong };
}

/** Visits the runs of lines between those that are too long, and says how many were. */
function visitShortLines(block: LineBlock, limit: number, visit: (block: LineBlock) => void): number {
  let run = block.from;
  let tooLong = 0;
  const visitRun = (to: number): void => {
    if (to > run) visit({ ...block, from: run, to, offset: block.offset + run - block.from });
  };
  for (let from = block.from; from < block.to; ) {
    const next = block.bytes.indexOf(lineFeed, from) + 1;
    if (next - 1 - from > limit) {
      visitRun(from);
      run = next;
      tooLong++;
    }
    from = next;
  }
  visitRun(block.to);
  return tooLong;
}

/** Memory of earlier readings: the system hands out fresh pages slowly. */
const spare: Buffer[] = [];
const mostSpare = 2;

function takeBuffer(length: number): Buffer {
  const at = spare.findIndex((buffer) => buffer.length === length);
  return at < 0 ? Buffer.allocUnsafeSlow(length) : spare.splice(at, 1)[0]!;
}

function giveBack(buffer: Buffer): void {
  if (buffer.length === 2 * usualLimits.chunk && spare.length < mostSpare) spare.push(buffer);
}

function grown(buffer: Buffer, held: number, limits: BlockLimits): Buffer {
  const larger = Buffer.allocUnsafe(Math.min(Math.max(2 * buffer.length, limits.chunk), limits.line + 2 * limits.chunk));
  buffer.copy(larger, 0, 0, held);
  return larger;
}

/** Calls `visit` with the bounds of each line in a block, the line feed and a carriage return before it left out. */
export function eachLine(block: LineBlock, visit: (from: number, to: number) => void): void {
  const { bytes, to } = block;
  for (let from = block.from; from < to; ) {
    const end = bytes.indexOf(lineFeed, from);
    visit(from, end > from && bytes[end - 1] === 13 ? end - 1 : end);
    from = end + 1;
  }
}
