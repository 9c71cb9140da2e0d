import assert from 'node:assert/strict';
import { utimesSync, writeFileSync } from 'node:fs';
import { isAncestor } from '../../../src/git/ancestry.ts';
import { findDefaultBranch } from '../../../src/git/defaultBranch.ts';
import { isDefaultRef, pushEvidence, readRefs, stashEntries, trunkUpdates } from '../../../src/git/refs.ts';
import { readRepository } from '../../../src/git/repositoryFacts.ts';
import { HumanError } from '../../../src/model/humanError.ts';
import type { DefaultBranch } from '../../../src/model/repository.ts';
import { minute } from '../../../src/model/time.ts';
import { gitRepo, type GitRepo } from '../../fixtures/gitRepo.ts';
import { contextOf, scratch } from './scratch.ts';

const start = Date.UTC(2026, 0, 1);

describe('branches', () => {
  const folder = scratch();
  after(folder.remove);
  let count = 0;
  const commit = (repo: GitRepo, minutes: number): string => repo.commit('work', { at: start + minutes * minute, allowEmpty: true });
  const found = async (repo: GitRepo, setting: string | null = null): Promise<DefaultBranch | null> => {
    const context = contextOf(repo.dir);
    return await findDefaultBranch(context, await readRepository(context), await readRefs(context), setting);
  };
  const fresh = (): GitRepo => gitRepo(folder.path(`repo${count++}`));
  /** A bare remote with one commit on `name`, and a clone of it made 10 minutes later. */
  const cloned = (name = 'main'): { remote: GitRepo; repo: GitRepo } => {
    const author = fresh();
    commit(author, 0);
    if (name !== 'main') author.git(['branch', '--move', 'main', name]);
    const remote = folder.path(`remote${count++}.git`);
    author.git(['clone', '--quiet', '--bare', author.dir, remote]);
    const dir = folder.path(`clone${count++}`);
    author.git(['clone', '--quiet', '--origin', 'origin', remote, dir], { at: start + 10 * minute });
    return { remote: gitRepo(remote, { open: true }), repo: gitRepo(dir, { open: true }) };
  };

  it('is what the remote calls its default, known until it was cloned or fetched', async () => {
    const { repo } = cloned('strange');
    const id = repo.id();
    assert.deepEqual(await found(repo), { ref: 'refs/remotes/origin/strange', name: 'origin/strange', commit: id, knownUntil: start + 10 * minute, foundBy: 'the default branch of origin' });
    // A fetch that brings nothing new.
    repo.git(['fetch', '--quiet']);
    const fetchHead = `${repo.dir}/.git/FETCH_HEAD`;
    utimesSync(fetchHead, new Date(start + 20 * minute), new Date(start + 20 * minute));
    assert.equal((await found(repo))?.knownUntil, start + 20 * minute);
    writeFileSync(fetchHead, `${id}\tnot-for-merge\tbranch 'other' of elsewhere\n`);
    assert.equal((await found(repo))?.knownUntil, start + 10 * minute);
  });

  it('is the local one where that is ahead, not where it is behind or has parted', async () => {
    const { repo } = cloned();
    const first = repo.id();
    const ahead = commit(repo, 30);
    assert.deepEqual(await found(repo), { ref: 'refs/heads/main', name: 'main', commit: ahead, knownUntil: start + 30 * minute, foundBy: 'the default branch of origin; the local branch is ahead of it' });
    repo.git(['push', '--quiet'], { at: start + 40 * minute });
    assert.deepEqual([(await found(repo))?.name, (await found(repo))?.knownUntil], ['origin/main', start + 40 * minute]);
    repo.git(['reset', '--quiet', '--hard', first]);
    assert.equal((await found(repo))?.name, 'origin/main');
    commit(repo, 50);
    assert.equal((await found(repo))?.name, 'origin/main');
    assert.deepEqual([await isAncestor(contextOf(repo.dir), first, ahead), await isAncestor(contextOf(repo.dir), ahead, first), await isAncestor(contextOf(repo.dir), 'e'.repeat(40), first)], [true, false, false]);
  });

  it('goes by the usual names, on the remote first', async () => {
    const { repo } = cloned('master');
    repo.git(['remote', 'set-head', 'origin', '--delete']);
    repo.git(['branch', 'main']);
    assert.deepEqual([(await found(repo))?.ref, (await found(repo))?.foundBy], ['refs/remotes/origin/master', 'its usual name, on the remote']);
    const local = fresh();
    commit(local, 0);
    local.git(['branch', '--move', 'trunk']);
    local.git(['branch', 'aaa']);
    assert.deepEqual([(await found(local))?.ref, (await found(local))?.knownUntil], ['refs/heads/trunk', start]);
  });

  it('takes the only branch, the one checked out, the latest, or the commit itself', async () => {
    const repo = fresh();
    assert.equal(await found(repo), null);
    const id = commit(repo, 0);
    repo.git(['branch', '--move', 'one']);
    assert.equal((await found(repo))?.foundBy, 'the only branch');
    repo.git(['branch', 'two']);
    assert.deepEqual([(await found(repo))?.ref, (await found(repo))?.foundBy], ['refs/heads/one', 'the branch that is checked out']);
    repo.git(['checkout', '--quiet', 'two']);
    commit(repo, 5);
    repo.git(['checkout', '--quiet', '--detach', 'one']);
    assert.deepEqual([(await found(repo))?.ref, (await found(repo))?.foundBy], ['refs/heads/two', 'the branch with the latest commit']);
    repo.git(['branch', '--delete', '--force', '--quiet', 'one', 'two']);
    assert.deepEqual(await found(repo), { ref: 'HEAD', name: 'HEAD', commit: id, knownUntil: start, foundBy: 'the commit that is checked out' });
  });

  it('obeys a setting, and says which there are when it names none', async () => {
    const { repo } = cloned();
    repo.git(['branch', 'release']);
    commit(repo, 30);
    assert.equal((await found(repo, 'release'))?.ref, 'refs/heads/release');
    assert.equal((await found(repo, 'main'))?.ref, 'refs/remotes/origin/main');
    assert.equal((await found(repo, 'refs/heads/main'))?.ref, 'refs/heads/main');
    await assert.rejects(found(repo, 'nope'), (error) => HumanError.is(error) && /no branch "nope".*main, release/.test(error.message));
  });

  it('reads pushes of branches under review, and nothing else, from reflogs', async () => {
    const { repo, remote } = cloned();
    repo.git(['checkout', '--quiet', '-b', 'feature/one']);
    const first = commit(repo, 20);
    repo.git(['push', '--quiet', '--set-upstream', 'origin', 'feature/one'], { at: start + 21 * minute });
    const second = commit(repo, 30);
    repo.git(['push', '--quiet', 'origin', 'feature/one', 'feature/one:main'], { at: start + 31 * minute });
    remote.git(['branch', 'by-someone-else', second]);
    repo.git(['fetch', '--quiet'], { at: start + 40 * minute });
    const context = contextOf(repo.dir);
    const facts = await readRepository(context);
    const ref = 'refs/remotes/origin/feature/one';
    assert.deepEqual(await pushEvidence(facts, await found(repo)), [{ ref, commit: first, at: start + 21 * minute }, { ref, commit: second, at: start + 31 * minute }]);
    assert.deepEqual(await pushEvidence(await readRepository(contextOf(fresh().dir)), null), []);
  });

  it('reads when the default branch was seen to move, and from where', async () => {
    const { repo, remote } = cloned();
    const begin = repo.git(['rev-parse', 'HEAD']).trim();
    const pushed = commit(repo, 20);
    repo.git(['push', '--quiet'], { at: start + 25 * minute });
    remote.git(['update-ref', 'refs/heads/main', begin]);
    repo.git(['fetch', '--quiet'], { at: start + 40 * minute });
    const context = contextOf(repo.dir);
    const [facts, refs] = [await readRepository(context), await readRefs(context)];
    const main = await findDefaultBranch(context, facts, refs);
    const ref = 'refs/remotes/origin/main';
    assert.equal(main!.ref, 'refs/heads/main', 'the local branch is ahead');
    const seen = await trunkUpdates(facts, refs, main!);
    assert.deepEqual(seen, { updates: [{ ref, commit: pushed, at: start + 25 * minute }, { ref, commit: begin, at: start + 40 * minute }], before: begin });
    assert.deepEqual([ref, 'refs/heads/main', 'refs/remotes/origin/feature/main'].map((name) => isDefaultRef(name, main!)), [true, true, false]);
  });

  it('reads every entry of the stash', async () => {
    const repo = fresh();
    repo.write('a.txt', 'one\n');
    commit(repo, 0);
    const facts = await readRepository(contextOf(repo.dir));
    assert.deepEqual(await stashEntries(facts), []);
    const ids = [10, 20].map((minutes) => {
      repo.write('a.txt', `at ${minutes}\n`);
      repo.git(['stash', '--quiet'], { at: start + minutes * minute });
      return repo.id('stash');
    });
    assert.deepEqual(await stashEntries(facts), [{ commit: ids[1], at: start + 20 * minute }, { commit: ids[0], at: start + 10 * minute }]);
    assert.deepEqual((await readRefs(contextOf(repo.dir))).map(({ name, checkedOut }) => [name, checkedOut]), [['refs/heads/main', true], ['refs/stash', false]]);
  });
});
