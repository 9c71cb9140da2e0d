import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { agentSources } from '../../../src/capture/registry.ts';
import { logFolders, watchedAgents } from '../../../src/vscode/logFolders.ts';

describe('logFolders', () => {
  it('has a place to watch for every agent whose logs are read', () => {
    assert.deepEqual(agentSources.map(({ id }) => id).filter((id) => !watchedAgents.includes(id)), []);
  });

  it('covers every log that is found, also where a variable names other folders', async () => {
    const home = mkdtempSync(join(tmpdir(), 'homes-'));
    try {
      const env = { CLAUDE_CONFIG_DIR: `~/first, ${join(home, 'second')}` };
      for (const folder of ['.claude', '.config/claude', 'first', 'second']) {
        const file = join(home, folder, 'projects/slug/session.jsonl');
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, '');
      }
      const files = (await Promise.all(agentSources.map((source) => source.locate(home, env)))).flat();
      assert.equal(files.length, 4);
      const folders = logFolders([home], env).map(({ folder }) => folder);
      assert.deepEqual(files.filter((file) => !folders.some((folder) => file.startsWith(`${folder}/`))), []);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });

  it('names each folder once', () => {
    const folders = logFolders(['/home/me', '/home/me'], { CLAUDE_CONFIG_DIR: '/home/me/.claude' }).map(({ folder }) => folder);
    assert.equal(new Set(folders).size, folders.length);
  });
});
