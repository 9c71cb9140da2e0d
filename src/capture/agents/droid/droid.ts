import { basename, join } from 'node:path';
import type { AgentSource } from '../../../model/captureSource.ts';
import type { EditKind } from '../../edits/toolArguments.ts';
import { asName, asObject, asTime, parseJson } from '../../json.ts';
import { filesBelow } from '../../places/folders.ts';
import { refusalInWords, takeToolMessages, wordsOf } from '../../reading/toolMessages.ts';
import type { ToolMessage } from '../../reading/toolMessages.ts';
import { readWholeFile } from '../../reading/wholeFile.ts';

const source = { id: 'droid', tool: 'droid' };
const tools: ReadonlyMap<string, EditKind> = new Map([['Create', 'write'], ['Write', 'write'], ['Edit', 'replace'], ['MultiEdit', 'replace'], ['ApplyPatch', 'patch']]);
const types = new Set(['session_start', 'message', 'todo_state', 'session_end', 'compaction_state']);

/** Factory's Droid: `~/.factory/sessions/<slug>/<id>.jsonl`. */
export const droid: AgentSource = {
  ...source,
  name: 'Droid',
  grade: 'recorded',
  verified: 'Seen in a real session: ApplyPatch with its result. From other programs that read them only: Edit, Create.',
  locate: async (home) => await filesBelow(join(home, '.factory', 'sessions'), 1, (path) => path.endsWith('.jsonl')),
  read: async (file, cursor, context) =>
    await readWholeFile(source, file, cursor, context, (bytes, collector) => {
      let session = basename(file, '.jsonl');
      let cwd: string | null = null;
      const messages: ToolMessage[] = [];
      for (const line of bytes.toString('utf8').split('\n')) {
        if (line.trim() === '') continue;
        const record = asObject(parseJson(line));
        if (record?.['type'] === 'message') {
          const message = asObject(record['message']);
          messages.push({ content: message?.['content'], role: message?.['role'], at: asTime(record['timestamp']), model: asName(message?.['model']) });
          continue;
        }
        collector.counts.records++;
        if (record === null) collector.counts.unreadable++;
        else if (record['type'] === 'session_start') {
          session = asName(record['id']) ?? session;
          cwd = asName(record['cwd']) ?? cwd;
        } else if (!types.has(String(record['type']))) collector.counts.unknownRecords++;
      }
      const refusal = (result: Readonly<Record<string, unknown>>): 'rejected' | 'failed' | null => {
        const said = refusalInWords(wordsOf(result['content']));
        return said === 'rejected' ? said : result['is_error'] === true || said !== null ? 'failed' : null;
      };
      takeToolMessages(messages, { session, cwd, tools, refusal }, collector);
    }),
};
