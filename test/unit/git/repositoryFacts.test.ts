import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { trunkPatches } from '../../../src/git/history.ts';
import { readRepository } from '../../../src/git/repositoryFacts.ts';
import { HumanError } from '../../../src/model/humanError.ts';
import { gitRepo } from '../../fixtures/gitRepo.ts';
import { collect, contextOf, scratch } from './scratch.ts';

const usual = { bare: false, shallow: false, partial: false, empty: false, idLength: 40 };

describe('repository facts', () => {
  const folder = scratch();
  after(folder.remove);
  const rejected = (sign: RegExp) => (error: unknown): boolean => HumanError.is(error) && sign.test(error.message);

  for (const name of ['plain', 'with spaces', 'quote"\'s', 'line\nfeed', 'ünïcode ★', 'ends with line feed\n']) {
    it(`reads a repository at a path like ${JSON.stringify(name)}, from any folder of it`, async () => {
      const repo = gitRepo(folder.path(name));
      repo.write('a/b/c.txt', 'x\n');
      repo.commit('first');
      const expected = { ...usual, commonDir: `${repo.dir}/.git`, top: repo.dir, worktrees: [repo.dir] };
      assert.deepEqual(await readRepository(contextOf(repo.dir)), expected);
      assert.deepEqual(await readRepository(contextOf(`${repo.dir}/a/b`)), expected);
      assert.deepEqual(await readRepository(contextOf(`${repo.dir}/.git`)), expected);
    });
  }

  it('names all working trees from each of them, also those that are gone', async () => {
    const repo = gitRepo(folder.path('main'));
    repo.write('a/b.txt', 'x\n');
    repo.commit('first');
    for (const name of ['linked one', 'gone', 'line\nfeed tree']) repo.git(['worktree', 'add', '--quiet', '--detach', folder.path(name)]);
    rmSync(folder.path('gone'), { recursive: true });
    const tops = ['main', 'linked one', 'gone', 'line\nfeed tree'].map((name) => folder.path(name));
    for (const top of [tops[0]!, tops[1]!, `${tops[1]}/a`, tops[3]!]) {
      const facts = await readRepository(contextOf(top));
      assert.deepEqual({ ...facts, worktrees: facts.worktrees.toSorted() }, { ...usual, commonDir: `${repo.dir}/.git`, top: repo.dir, worktrees: tops.toSorted() });
    }
  });

  it('tells empty, bare, shallow, partial and SHA-256 repositories', async () => {
    const source = gitRepo(folder.path('source'));
    assert.equal((await readRepository(contextOf(source.dir))).empty, true);
    source.write('a.txt', 'one\n');
    source.commit('first');
    source.write('a.txt', 'two\n');
    source.commit('second');
    source.git(['config', 'uploadpack.allowFilter', 'true']);
    const clone = (name: string, ...options: string[]): string => {
      source.git(['clone', '--quiet', ...options, `file://${source.dir}`, folder.path(name)]);
      return folder.path(name);
    };
    const bare = clone('bare.git', '--bare');
    assert.deepEqual(await readRepository(contextOf(bare)), { ...usual, commonDir: bare, top: null, worktrees: [], bare: true });
    gitRepo(bare, { open: true }).git(['config', '--unset', 'core.bare']);
    assert.equal((await readRepository(contextOf(bare))).bare, true);
    gitRepo(bare, { open: true }).git(['config', 'core.bare', 'true']);
    assert.equal((await readRepository(contextOf(clone('shallow', '--depth=1')))).shallow, true);
    assert.equal((await readRepository(contextOf(clone('partial', '--filter=blob:none', '--no-checkout')))).partial, true);

    source.git(['--git-dir', bare, 'worktree', 'add', '--quiet', folder.path('of bare'), 'main']);
    assert.deepEqual(await readRepository(contextOf(folder.path('of bare'))), { ...usual, commonDir: bare, top: null, worktrees: [folder.path('of bare')], bare: true });

    source.git(['checkout', '--quiet', '--orphan', 'fresh']);
    assert.equal((await readRepository(contextOf(source.dir))).empty, false);
    mkdirSync(folder.path('sha256'));
    source.git(['init', '--quiet', '--object-format=sha256', folder.path('sha256')]);
    assert.equal((await readRepository(contextOf(folder.path('sha256')))).idLength, 64);
  });

  it('reads a submodule as a repository of its own', async () => {
    const library = gitRepo(folder.path('library'));
    library.write('a.txt', 'x\n');
    library.commit('first');
    const outer = gitRepo(folder.path('outer'));
    outer.git(['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', library.dir, 'sub']);
    outer.commit('with submodule');
    const facts = await readRepository(contextOf(folder.path('outer', 'sub')));
    assert.deepEqual(facts, { ...usual, commonDir: folder.path('outer/.git/modules/sub'), top: folder.path('outer/sub'), worktrees: [folder.path('outer/sub')] });
    const [patch] = await collect(trunkPatches(contextOf(outer.dir), { from: null, to: outer.id() }));
    assert.deepEqual(patch?.files.map((file) => [file.newPath, file.special]), [['.gitmodules', false], ['sub', true]]);
  });

  it('says what is wrong and what to do', async () => {
    mkdirSync(folder.path('nothing'));
    await assert.rejects(readRepository(contextOf(folder.path('nothing'))), rejected(/not inside a git repository.*git init/));
    await assert.rejects(readRepository(contextOf(folder.path('absent'))), rejected(/does not exist/));
    await assert.rejects(readRepository({ ...contextOf(folder.path('nothing')), program: folder.path('no git here') }), rejected(/Git was not found.*Install it/));
    writeFileSync(folder.path('nothing/.git'), 'gitdir: /nowhere\n');
    await assert.rejects(readRepository(contextOf(folder.path('nothing'))), rejected(/not inside a git repository/));
  });

  it('says so when a partial clone lacks what is needed, and fetches nothing', async () => {
    const context = contextOf(folder.path('partial'));
    const head = gitRepo(folder.path('source'), { open: true }).id('main');
    await assert.rejects(collect(trunkPatches(context, { from: null, to: head })), rejected(/partial clone.*git fetch --refetch --no-filter/));
  });

  it('says so when objects are damaged', async () => {
    const repo = gitRepo(folder.path('damaged'));
    repo.write('a.txt', 'x\n');
    const id = repo.commit('first');
    const blob = repo.id('HEAD:a.txt');
    rmSync(`${repo.dir}/.git/objects/${blob.slice(0, 2)}/${blob.slice(2)}`);
    await assert.rejects(collect(trunkPatches(contextOf(repo.dir), { from: null, to: id })), rejected(/damaged.*git fsck/));
  });
});
