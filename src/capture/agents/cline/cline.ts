import { join, resolve } from 'node:path';
import type { AgentSource } from '../../../model/captureSource.ts';
import { editorFolders } from '../../places/editorFolders.ts';
import { filesBelow } from '../../places/folders.ts';
import { readTask } from './readTask.ts';

const verified = {
  cline: 'Seen in a real session of the newer kind: editor calls with their results. From its source only: tasks, calls as text, SEARCH/REPLACE blocks, patches.',
  roo: 'From its source only: tasks with calls and results, apply_diff, insert_content.',
};

/** Cline, and the extensions made from it; each keeps its tasks in the editor's `globalStorage/<extension>/tasks`. */
export const cline: AgentSource = taskSource('cline', 'Cline', 'saoudrizwan.claude-dev', verified.cline);
export const roo: AgentSource = taskSource('roo', 'Roo Code', 'rooveterinaryinc.roo-cline', verified.roo);
export const kiloCode: AgentSource = taskSource('kilo-code', 'Kilo Code', 'kilocode.kilo-code', verified.roo, 'kilo');

function taskSource(id: string, name: string, extension: string, seen: string, tool = id): AgentSource {
  return {
    id, tool, name, grade: 'recorded', verified: seen,
    async locate(home, env) {
      const files: string[] = [];
      for (const user of await editorFolders(home, env)) files.push(...(await tasksIn(join(user, 'globalStorage', extension))));
      if (id === 'cline') for (const folder of ownFolders(home, env)) files.push(...(await tasksIn(folder)), ...(await sessionsIn(folder)));
      return [...new Set(files)].sort();
    },
    read: async (file, cursor, context) => await readTask({ id, tool }, file, cursor, context),
  };
}

async function tasksIn(folder: string): Promise<string[]> {
  return await filesBelow(join(folder, 'tasks'), 1, (path) => /^[^/]+\/api_conversation_history\.json$/.test(path));
}

async function sessionsIn(folder: string): Promise<string[]> {
  return await filesBelow(join(folder, 'sessions'), 1, (path) => /^[^/]+\/[^/]+\.messages\.json$/.test(path));
}

/** Since 2026 also outside the editor: CLINE_DATA_DIR, CLINE_DIR/data, `~/.cline/data`. */
function ownFolders(home: string, env: Readonly<Record<string, string | undefined>>): Set<string> {
  const data = env['CLINE_DATA_DIR'];
  const dir = env['CLINE_DIR'];
  return new Set([...(data === undefined || data === '' ? [] : [resolve(home, data)]), ...(dir === undefined || dir === '' ? [] : [resolve(home, dir, 'data')]), join(home, '.cline', 'data')]);
}
