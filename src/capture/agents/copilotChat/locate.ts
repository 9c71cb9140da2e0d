import { dirname, join } from 'node:path';
import { editorFolders } from '../../places/editorFolders.ts';
import { filesBelow, foldersIn } from '../../places/folders.ts';

/**
 * What an editor keeps of its chats, below each editor's `User` folder:
 *
 *   workspaceStorage/<workspace>/chatSessions/<session>.json | .jsonl         the conversation
 *   workspaceStorage/<workspace>/chatEditingSessions/<session>/state.json     its edits, exactly
 *   globalStorage/emptyWindowChatSessions/<session>.json | .jsonl
 *   ../agentSessionData/<session>/session.db                                  edits of the agent host
 */
export async function locateChats(home: string, env: Readonly<Record<string, string | undefined>>): Promise<readonly string[]> {
  const files: string[] = [];
  const isChat = (path: string): boolean => /\.jsonl?$/.test(path);
  for (const user of await editorFolders(home, env)) {
    for (const workspace of await foldersIn(join(user, 'workspaceStorage'))) {
      const folder = join(user, 'workspaceStorage', workspace);
      files.push(...(await filesBelow(join(folder, 'chatSessions'), 0, isChat)));
      files.push(...(await filesBelow(join(folder, 'chatEditingSessions'), 1, (path) => /^[^/]+\/state\.json$/.test(path))));
    }
    for (const name of ['emptyWindowChatSessions', 'transferredChatSessions']) files.push(...(await filesBelow(join(user, 'globalStorage', name), 0, isChat)));
    files.push(...(await filesBelow(join(dirname(user), 'agentSessionData'), 1, (path) => /^[^/]+\/session\.db$/.test(path))));
  }
  return files.sort();
}

/** What kind of record a file is, by its name. */
export function kindOfRecord(file: string): 'editing' | 'agent host' | 'chat' {
  if (/[\\/]state\.json$/.test(file)) return 'editing';
  return file.endsWith('.db') ? 'agent host' : 'chat';
}
