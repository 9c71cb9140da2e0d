import { basename, join } from 'node:path';
import type { AgentSource } from '../../../model/captureSource.ts';
import { writeEdit } from '../../edits/fileEdit.ts';
import { asName, asObject, asText, asTime, parseJson } from '../../json.ts';
import type { Json } from '../../json.ts';
import { uriPath } from '../../places/fileUri.ts';
import { filesBelow } from '../../places/folders.ts';
import type { Collector } from '../../reading/collector.ts';
import { readWholeFile } from '../../reading/wholeFile.ts';

const source = { id: 'windsurf', tool: 'windsurf' };

/**
 * Windsurf's transcripts, which it writes only where the person set up the hook
 * `post_cascade_response_with_transcript`: `~/.windsurf/transcripts/<trajectory>.jsonl`. A transcript is written
 * anew after each answer. It has no times: an edit counts as made not before the last reading, or else when the
 * transcript came into being.
 */
export const windsurf: AgentSource = {
  ...source,
  name: 'Windsurf',
  grade: 'recorded',
  verified: 'Seen in a real file: code actions with both contents, accepted. From documentation only: other acknowledgements.',
  locate: async (home) => await filesBelow(join(home, '.windsurf', 'transcripts'), 0, (path) => path.endsWith('.jsonl')),
  read: async (file, cursor, context) =>
    await readWholeFile(source, file, cursor, context, (bytes, collector, atLeast) => {
      const session = basename(file, '.jsonl');
      bytes.toString('utf8').split('\n').forEach((line, place) => {
        if (line.trim() === '') return;
        collector.counts.records++;
        const record = asObject(parseJson(line));
        if (record === null) collector.counts.unreadable++;
        else if (record['type'] === 'code_action') takeAction(record, session, place, atLeast, collector);
        else if (asName(record['type']) === null) collector.counts.unknownRecords++;
        else collector.seen(session, asName(asObject(record['run_command'])?.['cwd']), atLeast);
      });
    }),
};

function takeAction(record: Json, session: string, place: number, atLeast: number, collector: Collector): void {
  const action = asObject(record['code_action']);
  const uri = asName(action?.['path']);
  const file = uri === null ? null : uriPath(uri);
  if (action === null || file === null) return void collector.counts.unreadable++;
  const id = `${session}/${place}`;
  const answer = asName(action['acknowledgement_type']) ?? '';
  if (record['status'] !== 'done') collector.refuse(id, record['status'] === 'error' ? 'failed' : 'unanswered', [file], null);
  else if (/REJECT/i.test(answer)) collector.refuse(id, 'rejected', [file], null);
  else if (!/ACCEPT/i.test(answer)) collector.refuse(id, 'unanswered', [file], null);
  else {
    const before = asText(action['original_content']);
    const after = asText(action['new_content']);
    const edits = after === null ? null : [writeEdit(file, before === '' ? null : before, after)];
    collector.accept(id, edits, { session, cwd: null, model: asName(action['model_name']), at: asTime(record['timestamp']) ?? atLeast });
  }
}
