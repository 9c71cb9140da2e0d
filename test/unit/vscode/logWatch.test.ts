import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watchLogs } from '../../../src/vscode/logWatch.ts';
import type { LogWatch } from '../../../src/vscode/logWatch.ts';

describe('watchLogs', () => {
  let home = '';
  let homes: string[] = [];
  let active: string[] = [];
  let everWatched = 0;
  let changes = 0;
  let poke: (() => void)[] = [];
  let logs: LogWatch;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'watch-'));
    [homes, active, everWatched, changes, poke] = [[home], [], 0, 0, []];
    logs = watchLogs({
      homes: () => homes, env: {},
      watch: ({ folder, pattern }, changed) => {
        const name = `${folder.slice(home.length)} ${pattern}`;
        everWatched++;
        active.push(name);
        poke.push(changed);
        return [{ dispose: () => active.splice(active.indexOf(name), 1) }];
      },
      changed: () => changes++,
    });
  });
  afterEach(() => {
    logs.dispose();
    rmSync(home, { recursive: true, force: true });
  });

  it('watches an agent from the first look after it came', async () => {
    await logs.look();
    assert.deepEqual(active, []);
    mkdirSync(join(home, '.codex'));
    await logs.look();
    assert.deepEqual(active, ['/.codex/sessions **/*.{jsonl,jsonl.zst}', '/.codex/archived_sessions **/*.{jsonl,jsonl.zst}']);
    poke[0]!();
    assert.equal(changes, 1);
  });

  it('does nothing when it looks again and nothing is new', async () => {
    mkdirSync(join(home, '.codex'));
    for (let round = 0; round < 3; round++) await logs.look();
    assert.equal(everWatched, 2);
  });

  it('stops when there is nothing to watch any more, and at its end', async () => {
    mkdirSync(join(home, '.codex'));
    await logs.look();
    homes = [];
    await logs.look();
    assert.deepEqual(active, []);
    homes = [home];
    await logs.look();
    assert.equal(active.length, 2);
    logs.dispose();
    assert.deepEqual(active, []);
  });

  it('watches nothing when it ends while it looks, and takes the later of two looks', async () => {
    mkdirSync(join(home, '.codex'));
    const first = logs.look();
    homes = [];
    await Promise.all([first, logs.look()]);
    assert.deepEqual(active, []);
    homes = [home];
    const last = logs.look();
    logs.dispose();
    await last;
    assert.deepEqual(active, []);
  });
});
