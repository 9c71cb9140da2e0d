import { readFile } from 'node:fs/promises';
import type { CaptureContext, LogCursor, LogReading } from '../../model/captureSource.ts';
import { HumanError } from '../../model/humanError.ts';
import { parseJson } from '../json.ts';
import { startCollecting } from './collector.ts';
import type { Collector, SourceName } from './collector.ts';
import { stampOf, timeAtLeast } from './fileStamp.ts';

/** Larger files are left alone: they are read into memory as a whole. */
export const largestFile = 128 * 1024 * 1024;

/**
 * Reads a file that its agent writes anew each time: all of it, whenever it changed. Edits read before are
 * known by their ids; the counts stand for the whole file, so `restarted` is set to have them replaced.
 * @param take gets a time not later than that of edits which the log gives no time
 * @throws {HumanError} when the file is too large
 */
export async function readWholeFile(
  source: SourceName, file: string, cursor: LogCursor | null, context: CaptureContext, take: (bytes: Buffer, collector: Collector, atLeast: number) => Promise<void> | void,
): Promise<LogReading> {
  // The stamp is taken first: what is written while reading is read again next time.
  const { identity, size, modifiedAt, stats } = await stampOf(file);
  if (size > largestFile) throw new HumanError(`${file} is larger than ${largestFile / 1024 / 1024} MB and was left out. Delete the session in its agent if it is no longer needed.`);
  const bytes = await readFile(file);
  const collector = startCollecting(source, context);
  await take(bytes, collector, timeAtLeast(stats, cursor?.modifiedAt ?? null));
  return collector.finish(
    { file, identity, size, modifiedAt, offset: bytes.length, head: 0, carry: null },
    { bytesRead: bytes.length, restarted: cursor !== null, wasRelevant: false, sessions: 'unordered' },
  );
}

/** The same for a file that is one JSON value. What is cut or no JSON counts as unreadable. */
export async function readWholeJson(
  source: SourceName, file: string, cursor: LogCursor | null, context: CaptureContext, take: (json: unknown, collector: Collector, atLeast: number) => Promise<void> | void,
): Promise<LogReading> {
  return await readWholeFile(source, file, cursor, context, async (bytes, collector, atLeast) => {
    const json = parseJson(bytes.toString('utf8'));
    if (json === undefined) collector.counts.unreadable++;
    else await take(json, collector, atLeast);
  });
}
