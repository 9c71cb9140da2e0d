import assert from 'node:assert/strict';
import { checkedOutBranches } from '../../../src/git/checkedOut.ts';
import { readRepository } from '../../../src/git/repositoryFacts.ts';
import { minute } from '../../../src/model/time.ts';
import { gitRepo, type GitRepo } from '../../fixtures/gitRepo.ts';
import { contextOf, scratch } from './scratch.ts';

const start = Date.UTC(2026, 0, 1);

describe('what was checked out', () => {
  const folder = scratch();
  after(folder.remove);
  const at = (minutes: number): { at: number } => ({ at: start + minutes * minute });
  const told = async (repo: GitRepo, tree: string, minutes: readonly number[]): Promise<(string | null)[]> => {
    const branchAt = await checkedOutBranches(await readRepository(contextOf(repo.dir)));
    return minutes.map((one) => branchAt(tree, start + one * minute));
  };

  it('is told of every moment since git keeps the log of HEAD', async () => {
    const repo = gitRepo(folder.path('moves'));
    repo.commit('Begin', { ...at(0), allowEmpty: true });
    assert.deepEqual(await told(repo, repo.dir, [-1, 0, 500]), [null, 'main', 'main']);
    repo.git(['checkout', '--quiet', '-b', 'feature/one'], at(10));
    repo.commit('Work', { ...at(15), allowEmpty: true });
    repo.git(['checkout', '--quiet', '--detach', 'HEAD~1'], at(20));
    repo.git(['checkout', '--quiet', 'main'], at(30));
    repo.git(['branch', '--quiet', '-D', 'feature/one']);
    assert.deepEqual(await told(repo, repo.dir, [-1, 5, 10, 19, 25, 30, 500]), [null, 'main', 'feature/one', 'feature/one', null, 'main', 'main']);
  });

  it('is told of each working tree by itself, and of none that is not there', async () => {
    const repo = gitRepo(folder.path('trees'));
    repo.commit('Begin', { ...at(0), allowEmpty: true });
    repo.git(['worktree', 'add', '--quiet', '-b', 'beside', folder.path('beside')], at(5));
    assert.deepEqual(await told(repo, folder.path('beside'), [4, 6]), [null, 'beside']);
    assert.deepEqual(await told(repo, repo.dir, [6]), ['main']);
    assert.deepEqual(await told(repo, folder.path('gone'), [6]), [null]);
  });
});
