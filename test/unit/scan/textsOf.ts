import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GitRepo } from '../../fixtures/gitRepo.ts';

/** Shorter pieces of text may be in any file by chance. */
const shortest = 8;

/**
 * Every piece of text that a scan came by, one line each: what lies in the logs (prompts, prose, file contents,
 * results), in any version of any file, in commit messages and notes; and names and addresses of authors.
 */
export function textsOf(home: string, repo: GitRepo): Set<string> {
  const texts = new Set<string>();
  const add = (text: string): void => {
    for (const line of text.split(/\r?\n/)) for (const form of [line, line.trim()]) if (form.trim().length >= shortest) texts.add(form);
  };
  for (const record of recordsOf(home)) spoken(record, add);
  add(repo.git(['log', '--all', '--format=%an%n%ae%n%cn%n%ce%n%B', '--no-notes']));
  const objects = repo.git(['cat-file', '--batch-all-objects', '--batch-check=%(objectname) %(objecttype)']).trim().split('\n');
  const blobs = objects.filter((row) => row.endsWith(' blob')).map((row) => row.split(' ')[0]!);
  // headers between the blobs are ids, which hold no blank and no text
  add(repo.git(['cat-file', '--batch=%(objectname)'], { input: blobs.join('\n') }).replace(/^[0-9a-f]{40}$/gm, ''));
  return texts;
}

/** The folders that agents worked in. */
export function foldersOf(home: string): Set<string> {
  return new Set(recordsOf(home).map((record) => String((record as { cwd?: string }).cwd)));
}

function recordsOf(home: string): unknown[] {
  const files = readdirSync(join(home, '.claude'), { recursive: true, withFileTypes: true }).filter((entry) => entry.name.endsWith('.jsonl'));
  return files.flatMap((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8').trimEnd().split('\n')).map((line): unknown => JSON.parse(line));
}

/** Names of things (paths, branches, tools, models, sessions, ids) are stored by design: only what was said and written counts. */
const names = new Set(['cwd', 'gitBranch', 'sessionId', 'uuid', 'parentUuid', 'id', 'tool_use_id', 'model', 'file_path', 'filePath', 'sourceToolAssistantUUID', 'agentId', 'requestId', 'notebook_path', 'logicalParentUuid', 'timestamp', 'version']);

function spoken(value: unknown, add: (text: string) => void): void {
  if (typeof value === 'string') add(value);
  else if (Array.isArray(value)) for (const item of value) spoken(item, add);
  else if (typeof value === 'object' && value !== null) for (const [name, item] of Object.entries(value)) if (!names.has(name)) spoken(item, add);
}
