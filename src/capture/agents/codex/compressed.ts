import { promisify } from 'node:util';
import type * as nodeZlib from 'node:zlib';
import type { CaptureContext, LogCursor, LogReading } from '../../../model/captureSource.ts';
import { HumanError } from '../../../model/humanError.ts';
import { takeLines } from '../../reading/jsonLines.ts';
import { largestFile, readWholeFile } from '../../reading/wholeFile.ts';
import { codexFormat } from './records.ts';

/**
 * Reads a rollout that was compressed with Zstandard when it was finished. Such a file no longer grows.
 * @throws {HumanError} where Node can't unpack it
 */
export async function readCompressed(file: string, cursor: LogCursor | null, context: CaptureContext): Promise<LogReading> {
  return await readWholeFile(codexFormat, file, cursor, context, async (bytes, collector) => {
    const unpacked = await unpack(file, bytes);
    if (unpacked === null) collector.counts.unreadable++;
    else takeLines(codexFormat, unpacked, collector);
  });
}

/** Null when the file is damaged. */
async function unpack(file: string, bytes: Buffer): Promise<Buffer | null> {
  // Loaded when there is something to unpack; missing before Node 22.15.
  const { zstdDecompress } = (await import('node:zlib')) as { zstdDecompress?: typeof nodeZlib.zstdDecompress };
  if (zstdDecompress === undefined) throw new HumanError(`${file} is compressed and needs Node 22.15 or newer to be read. Update Node, or VS Code to 1.104 or newer.`);
  try {
    return await promisify(zstdDecompress)(bytes, { maxOutputLength: 2 * largestFile });
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
