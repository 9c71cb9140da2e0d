import { join } from 'node:path';
import type { AgentSource } from '../../../model/captureSource.ts';
import { filesBelow } from '../../places/folders.ts';
import { readPartDatabase } from './readParts.ts';
import { readSessionFiles } from './readSessionFiles.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const verified = 'Seen in a made-up database with the real tables: edits with their arguments. From its source only: diffs and contents that results carry, the older files, changes while it runs.';

/** OpenCode, and Kilo, which is made from it since March 2026. */
export const opencode: AgentSource = partSource('opencode', 'opencode', 'OpenCode', 'opencode');
export const kilo: AgentSource = partSource('kilo', 'kilo', 'Kilo', 'kilo');

/**
 * `<data>/<name>/<name>.db` or `<name>-<channel>.db`, and before that files in `<data>/<name>/storage`. `<data>` is
 * XDG_DATA_HOME or `~/.local/share` on every system, Windows too.
 */
function partSource(id: string, tool: string, name: string, folder: string): AgentSource {
  return {
    id, tool, name, grade: 'recorded', verified,
    async locate(home, env) {
      const files: string[] = [];
      for (const data of dataFolders(home, env)) {
        const isDatabase = (path: string): boolean => path.startsWith(folder) && path.endsWith('.db');
        files.push(...(await filesBelow(join(data, folder), 0, isDatabase)));
        files.push(...(await filesBelow(join(data, folder, 'storage', 'session'), 1, (path) => /^[^/]+\/ses_[^/]*\.json$/.test(path))));
      }
      return files.sort();
    },
    read: async (file, cursor, context) => await (file.endsWith('.db') ? readPartDatabase : readSessionFiles)({ id, tool }, file, cursor, context),
  };
}

function dataFolders(home: string, env: Environment): Set<string> {
  const named = [env['XDG_DATA_HOME'], env['APPDATA'], env['LOCALAPPDATA']].filter((folder) => folder !== undefined && folder !== '') as string[];
  return new Set([...named, join(home, '.local', 'share')]);
}
