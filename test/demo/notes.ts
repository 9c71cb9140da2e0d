import { uuidFrom } from '../fixtures/claudeRecords.ts';
import type { DemoCommit } from './project.ts';

/**
 * A git-ai authorship note for the lines a tool wrote in this commit:
 *
 *   forecast/rain.py
 *     s_1f0c…::t_88a2… 1-10,15
 *   ---
 *   { "schema_version": "authorship/3.0.0", … }
 */
export function authorshipNote(commit: DemoCommit, baseId: string, author: string): string {
  const seed = uuidFrom(`${commit.message} ${commit.authorAt}`).replaceAll('-', '');
  const key = `s_${seed.slice(0, 14)}`;
  const out: string[] = [];
  for (const [path, lines] of commit.tree) {
    const before = commit.parents[0]?.tree.get(path);
    if (lines === before) continue;
    const known = new Set(before);
    const numbers = lines.flatMap((line, index) => (line.ai && !line.ai.mine && !known.has(line) ? [index + 1] : []));
    if (numbers.length > 0) out.push(path, `  ${key}::t_${seed.slice(14, 28)} ${ranges(numbers)}`);
  }
  const metadata = {
    schema_version: 'authorship/3.0.0', git_ai_version: '1.3.5', base_commit_sha: baseId, prompts: {},
    sessions: { [key]: { agent_id: { tool: 'cursor', id: uuidFrom(seed), model: 'composer-1' }, human_author: author } }, humans: {},
  };
  return `${out.join('\n')}\n---\n${JSON.stringify(metadata, null, 2)}\n`;
}

function ranges(numbers: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const number of numbers) {
    const last = parts.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else parts.push([number, number]);
  }
  return parts.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(',');
}
