import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, matchesGlob, relative } from 'node:path';
import { agentSources } from '../../../src/capture/registry.ts';
import { type LogFolder, logFolders, watchedAgents } from '../../../src/vscode/logFolders.ts';

/** One file of each layout, below a home folder. */
const layouts = [
  '.claude/projects/slug/session.jsonl',
  '.claude/projects/slug/session/subagents/agent-1.jsonl',
  '.config/claude/projects/slug/session.jsonl',
  'first/projects/slug/session.jsonl',
  'second/projects/slug/session.jsonl',
  '.codex/sessions/2026/03/01/rollout-1.jsonl',
  '.codex/archived_sessions/rollout-2.jsonl',
  '.copilot/session-state/one/events.jsonl',
  '.copilot/history-session-state/two.jsonl',
  '.config/Code/User/workspaceStorage/abc/chatSessions/s.json',
  '.config/Code/User/workspaceStorage/abc/chatEditingSessions/s/state.json',
  '.config/Code/User/globalStorage/emptyWindowChatSessions/s.jsonl',
  '.config/Code/agentSessionData/s/session.db',
  '.gemini/tmp/project/chats/session-1.json',
  '.qwen/projects/slug/chats/session.jsonl',
  '.qwen/tmp/project/chats/session-1.json',
  '.local/share/opencode/opencode.db',
  '.local/share/opencode/storage/session/project/ses_1.json',
  '.local/share/kilo/kilo.db',
  '.config/Code/User/globalStorage/saoudrizwan.claude-dev/tasks/1/api_conversation_history.json',
  '.cline/data/tasks/1/api_conversation_history.json',
  '.cline/data/sessions/s/s.messages.json',
  '.config/Code/User/globalStorage/rooveterinaryinc.roo-cline/tasks/1/api_conversation_history.json',
  '.config/Code/User/globalStorage/kilocode.kilo-code/tasks/1/api_conversation_history.json',
  '.cursor/projects/slug/agent-transcripts/t.jsonl',
  '.config/Cursor/User/globalStorage/state.vscdb',
  '.windsurf/transcripts/t.jsonl',
  '.continue/sessions/s.json',
  '.continue/dev_data/0.2.0/autocomplete.jsonl',
  '.local/share/amp/threads/t.json',
  '.factory/sessions/slug/s.jsonl',
  '.pi/agent/sessions/--home-ada-tide--/s.jsonl',
];

function isWatched(file: string, folders: readonly LogFolder[]): boolean {
  return folders.some(({ folder, pattern }) => {
    const below = relative(folder, file);
    return !below.startsWith('..') && matchesGlob(below, pattern);
  });
}

describe('logFolders', () => {
  let home = '';
  before(() => {
    home = mkdtempSync(join(tmpdir(), 'homes-'));
    for (const layout of layouts) {
      mkdirSync(dirname(join(home, layout)), { recursive: true });
      writeFileSync(join(home, layout), '');
    }
  });
  after(() => rmSync(home, { recursive: true, force: true }));

  it('has a place to watch for every agent whose logs are read', () => {
    assert.deepEqual(agentSources.map(({ id }) => id).filter((id) => !watchedAgents.includes(id)), [], 'add them to src/vscode/logFolders.ts');
  });

  it('covers every log that is found', async () => {
    const env = { CLAUDE_CONFIG_DIR: `~/first, ${join(home, 'second')}` };
    const files = (await Promise.all(agentSources.map((source) => source.locate(home, env)))).flat();
    assert.ok(files.length >= 5, files.join('\n'));
    const folders = await logFolders([home], env);
    assert.deepEqual(files.filter((file) => !isWatched(file, folders)), []);
  });

  it('watches nothing of agents that never ran here, and each folder once', async () => {
    assert.deepEqual(await logFolders([join(home, 'nobody')], {}), []);
    const folders = (await logFolders([home, home], { CLAUDE_CONFIG_DIR: join(home, '.claude') })).map(({ folder, pattern }) => folder + pattern);
    assert.equal(new Set(folders).size, folders.length);
  });
});
