import { isUtf8 } from 'node:buffer';
import type { CaptureContext, LogCursor, LogReading } from '../../model/captureSource.ts';
import { asArguments, asObject, parseJson } from '../json.ts';
import type { Json } from '../json.ts';
import { eachLine } from '../lineBlocks.ts';
import type { LineBlock } from '../lineBlocks.ts';
import { tailLines } from '../tail.ts';
import { startCollecting } from './collector.ts';
import type { Collector, SourceName } from './collector.ts';
import { readTurnCarry } from './turnTimes.ts';
import { readCarried, waitingCalls } from './waitingCalls.ts';
import type { WaitingCalls } from './waitingCalls.ts';

/** What understands one agent's records, of one log file, in order. */
export interface RecordReader {
  readonly take: (record: Json) => void;
  /** Of a record from before the cursor: remembers the calls in it, nothing else. */
  readonly remember: (record: Json) => void;
  /** What later records need to know of earlier ones (session, folder, model), as small JSON without text. */
  readonly save: () => Json;
}

/** An agent that appends one JSON record a line. */
export interface JsonLinesFormat<Call> extends SourceName {
  /** `saved` is what `save` gave when the file was last read; null at the file's start. */
  readonly start: (collector: Collector, calls: WaitingCalls<Call>, saved: Json | null) => RecordReader;
  /**
   * Whether the beginning of a line shows that nothing but its time is needed of it: most bytes of a log are what
   * was said and what commands printed. Such lines are not parsed, but for the last of each block read.
   */
  readonly passes?: (beginning: string, calls: Pick<WaitingCalls<Call>, 'has'>) => boolean;
}

/** Bytes looked at to tell whether a line has to be parsed. */
const beginningLength = 256;

/** Reads the lines that a log file has beyond its cursor. */
export async function readJsonLines<Call>(format: JsonLinesFormat<Call>, file: string, cursor: LogCursor | null, context: CaptureContext): Promise<LogReading> {
  const collector = startCollecting(format, context);
  const { counts } = collector;
  const calls = waitingCalls<Call>();
  const carry = asArguments(cursor?.carry);
  const carried = readCarried(carry);
  let reader: RecordReader | null = null;
  const tail = await tailLines(file, cursor, context.key, async ({ from, restarted }, read) => {
    reader = format.start(collector, calls, restarted || from === 0 ? null : asObject(carry?.['state']));
    if (restarted) return;
    if (from > 0) collector.resumeTurn(readTurnCarry(carry?.['turn']));
    for (const { id, offset, length } of carried.calls) {
      calls.at(offset, length, id);
      const record = asObject(parseJson((await read(offset, length)).toString('utf8')));
      if (record !== null) reader.remember(record);
    }
  }, (block) => takeBlock(block, collector, calls, reader!, format.passes));
  counts.unreadable += tail.tooLong;
  counts.unanswered += calls.unanswered() - (tail.restarted ? 0 : carried.counted);
  return collector.finish(
    {
      file, identity: tail.identity, size: tail.size, modifiedAt: tail.modifiedAt, offset: tail.offset, head: tail.head,
      carry: JSON.stringify({ ...calls.save(), state: reader!.save(), turn: collector.savedTurn() }),
    },
    { bytesRead: tail.bytesRead, restarted: tail.restarted, wasRelevant: cursor?.relevant === true && !tail.restarted, sessions: tail.restarted || cursor === null ? 'whole' : 'further' },
  );
}

/** Reads a log all of whose lines are at hand, as compressed ones are once they are unpacked. */
export function takeLines<Call>(format: JsonLinesFormat<Call>, bytes: Buffer, collector: Collector): void {
  const calls = waitingCalls<Call>();
  const to = bytes.lastIndexOf(10) + 1;
  takeBlock({ bytes, from: 0, to, offset: 0 }, collector, calls, format.start(collector, calls, null), format.passes);
  collector.counts.unanswered += calls.unanswered();
}

function takeBlock<Call>(block: LineBlock, { counts }: Collector, calls: WaitingCalls<Call>, reader: RecordReader, passes: JsonLinesFormat<Call>['passes']): void {
  const { bytes } = block;
  const valid = isUtf8(bytes.subarray(block.from, block.to));
  let passed: readonly [from: number, to: number] | null = null;
  const take = (from: number, to: number): void => {
    const json = parseJson(bytes.toString('utf8', from, to));
    if (json === undefined) return void counts.unreadable++;
    const record = asObject(json);
    if (record === null) return void counts.unknownRecords++;
    calls.at(block.offset + from - block.from, to - from, null);
    reader.take(record);
  };
  eachLine(block, (from, to) => {
    if (from === to) return;
    counts.records++;
    if (!valid && !isUtf8(bytes.subarray(from, to))) return void counts.unreadable++;
    // A line cut by a crash is seen by its end, also where its content is not needed.
    const whole = passes !== undefined && bytes[to - 1] === 125;
    if (whole && passes(bytes.toString('latin1', from, Math.min(to, from + beginningLength)), calls)) passed = [from, to];
    else {
      passed = null;
      take(from, to);
    }
  });
  if (passed !== null) take(passed[0], passed[1]);
}
