import { join } from 'node:path';
import type { AgentSource } from '../../../model/captureSource.ts';
import { editorFolders } from '../../places/editorFolders.ts';
import { filesBelow } from '../../places/folders.ts';
import { stampOf, statOrNull, timeAtLeast } from '../../reading/fileStamp.ts';
import { readJsonLines } from '../../reading/jsonLines.ts';
import { hookFormat } from './hookRecords.ts';
import { readComposer } from './readComposer.ts';
import { transcriptFormat } from './transcript.ts';

const source = { id: 'cursor', tool: 'cursor' };

/** Where a hook that a person set up may put what it is handed, one JSON object a line. */
const hookFile = 'ai-net-value.jsonl';

/**
 * Cursor, as far as its disk tells:
 *
 *   <editor>/User/globalStorage/state.vscdb                          conversations, with the outcome of calls
 *   ~/.cursor/projects/<slug>/agent-transcripts/<id>/<id>.jsonl      calls without outcome: counted only
 *   ~/.cursor/ai-net-value.jsonl                                     what a hook of the person's own keeps
 *
 * A hook that keeps edits: in `~/.cursor/hooks.json`, `afterFileEdit` and `afterTabFileEdit` with the command
 * `sh -c 'tr -d "\n" >> ~/.cursor/ai-net-value.jsonl; echo >> ~/.cursor/ai-net-value.jsonl'`. Nothing here sets it up.
 */
export const cursor: AgentSource = {
  ...source,
  name: 'Cursor',
  grade: 'recorded',
  verified: 'Seen in a real file: an agent\'s transcript, which has no outcomes. From other programs that read them and from documentation only: the store of conversations, hooks.',
  async locate(home, env) {
    const own = join(home, '.cursor');
    const files = await filesBelow(join(own, 'projects'), 4, (path) => /^[^/]+\/agent-transcripts\/(?:[^/]+\/)*[^/]+\.jsonl$/.test(path));
    const places = (await editorFolders(home, env)).filter((user) => /[\\/]\.?cursor(?:-server)?[\\/]/i.test(user)).map((user) => join(user, 'globalStorage', 'state.vscdb'));
    for (const file of [...places, join(own, hookFile)]) if ((await statOrNull(file)) !== null) files.push(file);
    return files.sort();
  },
  async read(file, cursorBefore, context) {
    if (file.endsWith('.vscdb')) return await readComposer(source, file, cursorBefore, context);
    if (!file.endsWith(hookFile)) return await readJsonLines(transcriptFormat(source, file), file, cursorBefore, context);
    const { stats } = await stampOf(file);
    return await readJsonLines(hookFormat(source, timeAtLeast(stats, cursorBefore?.modifiedAt ?? null)), file, cursorBefore, context);
  },
};
