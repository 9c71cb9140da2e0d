import { join } from 'node:path';
import { filesBelow } from '../../places/folders.ts';

/**
 * Conversations below a folder of Gemini CLI's layout:
 *
 *   <folder>/tmp/<project>/chats/session-<time>-<id>.json | .jsonl
 *   <folder>/tmp/<project>/chats/<session>/<subagent>.jsonl
 */
export async function chatsBelow(folder: string): Promise<readonly string[]> {
  return await filesBelow(join(folder, 'tmp'), 3, (path) => /^[^/]+\/chats\/(?:[^/]+\/)?[^/]+\.jsonl?$/.test(path));
}
