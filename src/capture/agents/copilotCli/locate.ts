import { join, resolve } from 'node:path';
import { filesBelow } from '../../places/folders.ts';

/**
 * Sessions below `<copilot>`, which is COPILOT_HOME or `~/.copilot`, on every system:
 *
 *   session-state/<session>/events.jsonl
 *   session-state/<session>.jsonl                 older versions; also in history-session-state
 */
export async function locateCopilotCliLogs(home: string, env: Readonly<Record<string, string | undefined>>): Promise<readonly string[]> {
  const named = env['COPILOT_HOME'];
  const folders = new Set([...(named === undefined || named === '' ? [] : [resolve(home, named)]), join(home, '.copilot')]);
  const files: string[] = [];
  for (const folder of folders) {
    for (const name of ['session-state', 'history-session-state']) {
      files.push(...(await filesBelow(join(folder, name), 1, (path) => /^(?:[^/]+\/events|[^/]+)\.jsonl$/.test(path))));
    }
  }
  return files.sort();
}
