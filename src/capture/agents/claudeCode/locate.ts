import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Folders below `projects`: slug, session, `subagents`, `workflows`, run. Deeper ones are not the agent's. */
const deepest = 6;

/**
 * Transcripts below a home folder, in every layout:
 *
 *   <config>/projects/<slug>/<session>.jsonl
 *   <config>/projects/<slug>/agent-<id>.jsonl                               subagents, to 2.0.x
 *   <config>/projects/<slug>/<session>/subagents/agent-<id>.jsonl           subagents, later
 *   <config>/projects/<slug>/<session>/subagents/workflows/<run>/agent-<id>.jsonl
 *
 * `<config>` is each folder that CLAUDE_CONFIG_DIR lists, `~/.claude` and `~/.config/claude`: older sessions
 * stay where they were when the setting changes.
 */
export async function locateClaudeLogs(home: string, env: Readonly<Record<string, string | undefined>>): Promise<readonly string[]> {
  const files: string[] = [];
  for (const folder of configFolders(home, env)) await addLogs(join(folder, 'projects'), 0, files);
  return files.sort();
}

function configFolders(home: string, env: Readonly<Record<string, string | undefined>>): Set<string> {
  const named = (env['CLAUDE_CONFIG_DIR'] ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '');
  const listed = named.map((part) => resolve(home, part.replace(/^~(?=$|[\\/])/, home)));
  return new Set([...listed, join(home, '.claude'), join(home, '.config', 'claude')]);
}

async function addLogs(folder: string, depth: number, files: string[]): Promise<void> {
  const entries = await entriesOf(folder);
  if (entries === 'refused') files.push(folder);
  else await addEntries(folder, entries, depth, files);
}

async function addEntries(folder: string, entries: readonly Dirent[], depth: number, files: string[]): Promise<void> {
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isFile() || entry.isSymbolicLink()) {
      if (depth > 0 && entry.name.endsWith('.jsonl')) files.push(path);
      else if (entry.isSymbolicLink() && depth < deepest && (await isFolder(path))) await addLogs(path, depth + 1, files);
    } else if (entry.isDirectory() && depth < deepest && entry.name !== 'tool-results') await addLogs(path, depth + 1, files);
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (isAbsent(error)) return false;
    throw error;
  }
}

/** A folder that may not be read is listed in place of its logs, so that it is reported and not forgotten. */
async function entriesOf(folder: string): Promise<Dirent[] | 'refused'> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (isAbsent(error)) return [];
    if (codeOf(error) === 'EACCES' || codeOf(error) === 'EPERM') return 'refused';
    throw error;
  }
}

/** Not there, no folder, a link in a circle: nothing to read, and no fault. */
function isAbsent(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP';
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
