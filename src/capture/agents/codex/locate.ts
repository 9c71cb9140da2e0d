import { join, resolve } from 'node:path';
import { filesBelow } from '../../places/folders.ts';

/**
 * Rollouts below a home folder:
 *
 *   <codex>/sessions/YYYY/MM/DD/rollout-<time>-<id>.jsonl      older ones may be compressed: .jsonl.zst
 *   <codex>/archived_sessions/rollout-<time>-<id>.jsonl
 *
 * `<codex>` is CODEX_HOME and `~/.codex`, on every system. Where a rollout is there in both forms, the plain
 * one counts.
 */
export async function locateCodexLogs(home: string, env: Readonly<Record<string, string | undefined>>): Promise<readonly string[]> {
  const named = env['CODEX_HOME'];
  const folders = new Set([...(named === undefined || named === '' ? [] : [resolve(home, named)]), join(home, '.codex')]);
  const files = new Set<string>();
  for (const folder of folders) {
    for (const part of ['sessions', 'archived_sessions']) {
      for (const file of await filesBelow(join(folder, part), 3, (path) => /\.jsonl(?:\.zst)?$/.test(path))) files.add(file);
    }
  }
  return [...files].filter((file) => !file.endsWith('.zst') || !files.has(file.slice(0, -'.zst'.length))).sort();
}
