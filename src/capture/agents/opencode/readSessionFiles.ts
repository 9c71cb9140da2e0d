import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { CaptureContext, LogCursor, LogReading } from '../../../model/captureSource.ts';
import { asName, asObject, asTime, parseJson } from '../../json.ts';
import type { Json } from '../../json.ts';
import { filesBelow } from '../../places/folders.ts';
import type { SourceName } from '../../reading/collector.ts';
import { readWholeJson } from '../../reading/wholeFile.ts';
import { modelOf } from './readParts.ts';
import { isEditPart, takeToolPart } from './toolPart.ts';

/**
 * Reads a session of the older layout, one file for each thing:
 *
 *   storage/session/<project>/ses_*.json        says when it changed, and the folder
 *   storage/message/<session>/msg_*.json
 *   storage/part/<message>/prt_*.json
 */
export async function readSessionFiles(source: SourceName, file: string, cursor: LogCursor | null, context: CaptureContext): Promise<LogReading> {
  return await readWholeJson(source, file, cursor, context, async (json, collector) => {
    const about = asObject(json);
    const session = asName(about?.['id']) ?? basename(file, '.json');
    const storage = dirname(dirname(dirname(file)));
    const folder = asName(about?.['directory']);
    collector.counts.records++;
    for (const messageFile of await filesBelow(join(storage, 'message', session), 0, isJson)) {
      const message = await objectIn(messageFile);
      collector.counts.records++;
      if (message === null) {
        collector.counts.unreadable++;
        continue;
      }
      const at = asTime(asObject(message['time'])?.['completed']) ?? asTime(asObject(message['time'])?.['created']);
      const cwd = asName(asObject(message['path'])?.['cwd']) ?? folder;
      collector.seen(session, cwd, at);
      if (asName(about?.['parentID']) === null) collector.turn(message['role'] === 'assistant' ? 'agent' : 'person', session, cwd, at);
      if (message['role'] !== 'assistant') continue;
      for (const partFile of await filesBelow(join(storage, 'part', basename(messageFile, '.json')), 0, isJson)) {
        const part = await objectIn(partFile);
        if (part === null) collector.counts.unreadable++;
        else if (isEditPart(part)) takeToolPart(part, { session, cwd, model: modelOf(message), at }, collector);
      }
    }
  });
}

function isJson(path: string): boolean {
  return path.endsWith('.json');
}

async function objectIn(file: string): Promise<Json | null> {
  try {
    return asObject(parseJson(await readFile(file, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
