import assert from 'node:assert/strict';
import { readGraph } from '../../../src/git/graph.ts';
import { planReads } from '../../../src/survival/commitReads.ts';
import { planHistory } from '../../../src/survival/historyPlan.ts';
import { gitRepo } from '../../fixtures/gitRepo.ts';
import { contextOf, scratch } from '../git/scratch.ts';

const minute = 60_000;
const text = (first: string, last: string): string => `${first}\n${'same\n'.repeat(8)}${last}\n`;

describe('diffs that are read', () => {
  const folder = scratch();
  after(folder.remove);

  it('of a merge are further parents only where both sides changed a file', async () => {
    const repo = gitRepo(folder.path('merges'));
    let at = Date.UTC(2026, 0, 1);
    const commit = (path: string, content: string): string => {
      repo.write(path, content);
      return repo.commit(path, { at: (at += minute) });
    };
    const merge = (name: string): string => {
      repo.git(['merge', '--quiet', '--no-ff', '--message', name, name], { at: (at += minute) });
      return repo.id();
    };
    commit('a.txt', text('one', 'nine'));
    repo.git(['checkout', '--quiet', '-b', 'topic']);
    const first = commit('a.txt', text('uno', 'nine'));
    repo.git(['checkout', '--quiet', 'main']);
    commit('a.txt', text('one', 'nove'));
    repo.git(['checkout', '--quiet', 'topic']);
    // both changed a.txt
    const update = merge('main');
    repo.git(['checkout', '--quiet', 'main']);
    commit('b.txt', 'b\n');
    repo.git(['checkout', '--quiet', 'topic']);
    const quiet = merge('main');
    repo.git(['checkout', '--quiet', 'main']);
    commit('a.txt', text('one', 'neuf'));
    repo.git(['checkout', '--quiet', 'topic']);
    const last = commit('c.txt', 'c\n');
    repo.git(['checkout', '--quiet', 'main']);
    const both = merge('topic');
    repo.git(['checkout', '--quiet', '-b', 'apart']);
    const apart = commit('d.txt', 'd\n');
    repo.git(['checkout', '--quiet', 'main']);
    commit('e.txt', 'e\n');
    const neither = merge('apart');

    const git = contextOf(repo.dir);
    const plan = planHistory(await readGraph(git, [neither], { sinceMs: null, declaredToolsOf: () => [] }), neither, null, new Set());
    const reads = await planReads(git, plan, new Set([first, update, quiet, last, apart]), new Set([both, neither]), undefined);
    assert.deepEqual(Object.fromEntries(reads), { [first]: [0], [update]: [0, 1], [quiet]: [1], [last]: [0], [both]: [1], [apart]: [0], [neither]: [] });
  });
});
