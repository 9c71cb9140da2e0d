import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { readIdentity } from '../../../src/git/identity.ts';
import { readRepository } from '../../../src/git/repositoryFacts.ts';
import { readSettings } from '../../../src/git/settings.ts';
import { gitRepo } from '../../fixtures/gitRepo.ts';
import { contextOf, scratch } from './scratch.ts';

describe('identity', () => {
  const folder = scratch();
  after(folder.remove);

  it('knows every address of this person and no other', async () => {
    const repo = gitRepo(folder.path('repo'));
    const addresses = async (...further: string[]): Promise<string[]> => [...(await readIdentity(contextOf(repo.dir), further)).addresses].toSorted();
    assert.deepEqual(await addresses(), []);
    assert.deepEqual(await addresses('<Old@Example.org>', ' '), ['old@example.org']);
    repo.git(['config', 'user.email', 'Ada@Work.example']);
    repo.git(['config', 'user.name', 'Ada Brook']);
    repo.write('.mailmap', 'Ada <ada@home.example> <ada@work.example>\nAda <ada@new.example> Ada Brook <old@example.org>\nBob <bob@home.example> <bob@work.example>\n');
    assert.deepEqual(await addresses(), ['ada@home.example', 'ada@work.example']);
    assert.deepEqual(await addresses('old@example.org'), ['ada@home.example', 'ada@new.example', 'ada@work.example', 'old@example.org']);
    repo.git(['config', '--add', 'ainetvalue.address', 'Me@Elsewhere.example']);
    repo.git(['config', '--add', 'ainetvalue.address', 'me@third.example']);
    assert.deepEqual(await addresses(), ['ada@home.example', 'ada@work.example', 'me@elsewhere.example', 'me@third.example']);
  });

  it('asks for a mailmap only where there may be one, and finds it wherever it may lie', async () => {
    const repo = gitRepo(folder.path('mapped'));
    repo.git(['config', 'user.email', 'ada@work.example']);
    repo.write('a/b.txt', 'x\n');
    repo.commit('first');
    const both = async (dir: string): Promise<string[]> => {
      const context = contextOf(dir);
      const [facts, settings] = [await readRepository(context), await readSettings(context)];
      const known = [...(await readIdentity(context, [], { facts, settings })).addresses].toSorted();
      assert.deepEqual(known, [...(await readIdentity(context)).addresses].toSorted(), dir);
      return known;
    };
    const mailmap = '<ada@home.example> <ada@work.example>\n';
    const mapped = ['ada@home.example', 'ada@work.example'];
    assert.deepEqual(await both(repo.dir), ['ada@work.example']);
    repo.git(['worktree', 'add', '--quiet', '--detach', folder.path('linked')]);
    writeFileSync(folder.path('linked', '.mailmap'), mailmap);
    assert.deepEqual(await both(folder.path('linked')), mapped);
    assert.deepEqual(await both(repo.dir), ['ada@work.example']);
    repo.write('.mailmap', mailmap);
    assert.deepEqual(await both(`${repo.dir}/a`), mapped);
    repo.commit('with a mailmap');
    repo.git(['clone', '--quiet', '--bare', repo.dir, folder.path('mapped.git')]);
    gitRepo(folder.path('mapped.git'), { open: true }).git(['config', 'user.email', 'ada@work.example']);
    assert.deepEqual(await both(folder.path('mapped.git')), mapped);
    rmSync(`${repo.dir}/.mailmap`);
    assert.deepEqual(await both(repo.dir), ['ada@work.example']);
    writeFileSync(folder.path('people'), mailmap);
    repo.git(['config', 'mailmap.file', folder.path('people')]);
    assert.deepEqual(await both(repo.dir), mapped);
  });
});
