import { basename, join } from 'node:path';
import type { AgentSource } from '../../../model/captureSource.ts';
import type { EditKind } from '../../edits/toolArguments.ts';
import { asArray, asName, asObject, asTime } from '../../json.ts';
import type { Json } from '../../json.ts';
import { uriPath } from '../../places/fileUri.ts';
import { filesBelow } from '../../places/folders.ts';
import type { Refusal } from '../../reading/collector.ts';
import { takeToolMessages } from '../../reading/toolMessages.ts';
import type { ToolMessage } from '../../reading/toolMessages.ts';
import { readWholeJson } from '../../reading/wholeFile.ts';

const source = { id: 'amp', tool: 'amp' };
const tools: ReadonlyMap<string, EditKind> = new Map([['create_file', 'write'], ['Write', 'write'], ['edit_file', 'replace'], ['Edit', 'replace'], ['apply_patch', 'patch']]);

/**
 * Amp: `<data>/amp/threads/T-<id>.json`, `<data>` being XDG_DATA_HOME or `~/.local/share`. Newer threads mostly lie
 * with its service. A result has no time; that of the answer it belongs to stands for it.
 */
export const amp: AgentSource = {
  ...source,
  name: 'Amp',
  grade: 'recorded',
  verified: 'Seen in a real thread: calls with their results, reading only. From other programs that read them only: edits.',
  async locate(home, env) {
    const named = env['XDG_DATA_HOME'];
    const folders = new Set([...(named === undefined || named === '' ? [] : [named]), join(home, '.local', 'share')]);
    const files = await Promise.all([...folders].map(async (folder) => await filesBelow(join(folder, 'amp', 'threads'), 0, (path) => path.endsWith('.json'))));
    return files.flat().sort();
  },
  read: async (file, cursor, context) =>
    await readWholeJson(source, file, cursor, context, (json, collector, atLeast) => {
      const thread = asObject(json);
      const tree = asName(asObject(asArray(asObject(asObject(thread?.['env'])?.['initial'])?.['trees'])[0])?.['uri']);
      let at = asTime(thread?.['created']) ?? atLeast;
      const messages = asArray(thread?.['messages']).map((one): ToolMessage => {
        const message = asObject(one);
        const usage = asObject(message?.['usage']);
        at = asTime(usage?.['timestamp']) ?? asTime(asObject(message?.['meta'])?.['sentAt']) ?? at;
        return { content: message?.['content'], role: message?.['role'], at, model: asName(usage?.['model']) };
      });
      takeToolMessages(messages, { session: asName(thread?.['id']) ?? basename(file, '.json'), cwd: tree === null ? null : uriPath(tree), tools, refusal }, collector);
    }),
};

function refusal(result: Json): Refusal | null {
  const status = asName(asObject(result['run'])?.['status']);
  if (status === 'done') return null;
  return status === 'error' ? 'failed' : status === 'rejected-by-user' || status === 'cancelled' ? 'rejected' : 'unanswered';
}
