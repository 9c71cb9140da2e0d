import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitFoldersOf } from '../../../src/vscode/gitFolders.ts';

describe('gitFoldersOf', () => {
  let base = '';
  beforeEach(() => {
    base = realpathSync(mkdtempSync(join(tmpdir(), 'git folders ')));
    mkdirSync(join(base, 'repo/.git/worktrees/side'), { recursive: true });
    mkdirSync(join(base, 'repo/src/deep'), { recursive: true });
    writeFileSync(join(base, 'repo/.git/HEAD'), 'ref: refs/heads/main\n');
  });
  afterEach(() => rmSync(base, { recursive: true, force: true }));

  it('finds the repository a folder lies in', async () => {
    const found = await gitFoldersOf(join(base, 'repo/src/deep'));
    assert.deepEqual(found, { root: join(base, 'repo'), gitDir: join(base, 'repo/.git'), commonDir: join(base, 'repo/.git') });
  });

  it('follows a linked working tree to what it shares', async () => {
    mkdirSync(join(base, 'side'));
    writeFileSync(join(base, 'side/.git'), `gitdir: ${join(base, 'repo/.git/worktrees/side')}\n`);
    writeFileSync(join(base, 'repo/.git/worktrees/side/commondir'), '../..\n');
    const found = await gitFoldersOf(join(base, 'side'));
    assert.deepEqual(found, { root: join(base, 'side'), gitDir: join(base, 'repo/.git/worktrees/side'), commonDir: join(base, 'repo/.git') });
  });

  it('takes no other folder named .git for one', async () => {
    mkdirSync(join(base, 'other/.git'), { recursive: true });
    assert.equal(await gitFoldersOf(join(base, 'other')), null);
  });

  it('is null for a folder that is gone', async () => {
    assert.equal(await gitFoldersOf(join(base, 'nowhere/at/all')), null);
  });
});
