import { join } from 'node:path';
import type { AgentSource } from '../../../model/captureSource.ts';
import { filesBelow } from '../../places/folders.ts';
import { readJsonLines } from '../../reading/jsonLines.ts';
import { chatsBelow } from '../gemini/locate.ts';
import { readGeminiChat } from '../gemini/readChats.ts';
import { qwenFormat } from './records.ts';

/** Qwen Code: `~/.qwen/projects/<slug>/chats/<session>.jsonl`; before, Gemini CLI's own layout in `~/.qwen/tmp`. */
export const qwen: AgentSource = {
  id: qwenFormat.id,
  tool: qwenFormat.tool,
  name: 'Qwen Code',
  grade: 'recorded',
  verified: 'Seen in made-up and mock files 0.18 and 0.21: the records and their results. From Gemini CLI\'s source only: edits and what results show of them.',
  async locate(home) {
    const now = await filesBelow(join(home, '.qwen', 'projects'), 2, (path) => /^[^/]+\/chats\/[^/]+\.jsonl$/.test(path));
    return [...now, ...(await chatsBelow(join(home, '.qwen')))].sort();
  },
  read: async (file, cursor, context) =>
    /[\\/]projects[\\/][^\\/]+[\\/]chats[\\/]/.test(file) || !/[\\/]tmp[\\/]/.test(file) ? await readJsonLines(qwenFormat, file, cursor, context) : await readGeminiChat(qwenFormat, file, cursor, context),
};
