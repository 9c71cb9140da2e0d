import { basename, dirname, join } from 'node:path';
import type { CaptureContext, LogCursor, LogReading } from '../../../model/captureSource.ts';
import { asArray, asName, asObject, asTime } from '../../json.ts';
import type { Json } from '../../json.ts';
import type { SourceName } from '../../reading/collector.ts';
import { readWholeJson } from '../../reading/wholeFile.ts';
import { modelOfRequest } from './chatFile.ts';
import { editId } from './editId.ts';
import { snapshotEntries } from './entryStates.ts';
import { timelineEdits } from './timeline.ts';
import type { TimelineEdit } from './timeline.ts';
import type { Verdict } from './verdicts.ts';
import { chatOf, folderOfWorkspace, textOrNull } from './workspace.ts';

/**
 * Reads an editing state: what each request did to each file, from the text before to the text after. Times and
 * models are those of the requests in the conversation beside it; without it, a time not later than the edit.
 * States of version 1 have no timeline; the conversation is read instead.
 */
export async function readEditingState(source: SourceName, file: string, cursor: LogCursor | null, context: CaptureContext): Promise<LogReading> {
  return await readWholeJson(source, file, cursor, context, async (json, collector, atLeast) => {
    const state = asObject(json);
    collector.counts.records++;
    if (state === null || (state['version'] !== 1 && state['version'] !== 2)) return void collector.counts.unknownRecords++;
    const timeline = asObject(state['timeline']);
    if (timeline === null) return;
    const { edits, unreadable } = timelineEdits(timeline);
    collector.counts.records += edits.length;
    collector.counts.unreadable += unreadable;
    const folder = dirname(file);
    const session = basename(folder);
    const cwd = await folderOfWorkspace(dirname(dirname(folder)));
    const requests = requestsOf(await chatOf(file));
    const verdicts = await verdictsOf(state, edits, join(folder, 'contents'));
    for (const one of edits) {
      const request = requests.get(one.request);
      const id = editId(one.request, one.file);
      const verdict = verdicts.get(one);
      if (verdict === 'undone') collector.refuse(id, 'rejected', [one.file], cwd);
      else if (verdict === 'pending') collector.refuse(id, 'unanswered', [one.file], cwd);
      else collector.accept(id, [one.edit], { session, cwd, model: request === undefined ? null : modelOfRequest(request), at: asTime(request?.['timestamp']) ?? atLeast });
    }
  });
}

function requestsOf(chat: Json | null): Map<string, Json> {
  const requests = new Map<string, Json>();
  for (const one of asArray(chat?.['requests'])) {
    const request = asObject(one);
    const id = asName(request?.['requestId']);
    if (request !== null && id !== null) requests.set(id, request);
  }
  return requests;
}

/**
 * What became of each edit. A file to be decided or rejected stands in the snapshot with the content the person
 * last agreed to: requests up to the one that left the file so are kept, those after it are not.
 */
async function verdictsOf(state: Json, edits: readonly TimelineEdit[], contents: string): Promise<Map<TimelineEdit, Verdict>> {
  const verdicts = new Map<TimelineEdit, Verdict>();
  const entries = snapshotEntries(state);
  for (const file of new Set(edits.map((one) => one.file))) {
    const ofFile = edits.filter((one) => one.file === file);
    const entry = entries.get(file);
    let agreed = ofFile.length - 1;
    if (entry !== undefined && entry.verdict !== 'kept') {
      const original = entry.originalHash === null || !/^[0-9a-f]+$/i.test(entry.originalHash) ? null : await textOrNull(join(contents, entry.originalHash));
      agreed = ofFile.findLastIndex((one) => original !== null && one.after === original);
    }
    ofFile.forEach((one, at) => verdicts.set(one, one.undone ? 'undone' : at <= agreed ? 'kept' : (entry?.verdict ?? 'pending')));
  }
  return verdicts;
}
