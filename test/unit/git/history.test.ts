import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readGraph } from '../../../src/git/graph.ts';
import { historyContext, patchesOf, touchedPaths, trunkPatches } from '../../../src/git/history.ts';
import type { GitContext } from '../../../src/git/process.ts';
import { readRepository } from '../../../src/git/repositoryFacts.ts';
import type { CommitPatch } from '../../../src/model/patch.ts';
import { gitRepo, type GitRepo } from '../../fixtures/gitRepo.ts';
import { textOf } from './documents.ts';
import { hostileSettings } from './hostileSettings.ts';
import { collect, contextOf, scratch } from './scratch.ts';

const numbered = (from: number, to: number): string => Array.from({ length: to - from + 1 }, (_, index) => `line ${from + index}\n`).join('');

describe('history', () => {
  const folder = scratch();
  after(folder.remove);
  let repo: GitRepo;
  let context: GitContext;
  let root: string;
  let side: string;
  let ours: string;
  let merge: string;
  let nothing: string;
  const summary = (patches: readonly CommitPatch[]): unknown =>
    patches.map(({ commit, parent, files }) => [commit, parent, files.map((file) => [file.oldPath, file.newPath, file.hunks.map((hunk) => [hunk.oldStart, textOf(hunk.removed), hunk.newStart, textOf(hunk.added)])])]);

  //   root ── ours ──── merge ── nothing       the first parents are the trunk
  //      └─── side ────┘
  before(() => {
    repo = gitRepo(folder.path('history'));
    context = contextOf(repo.dir);
    repo.write('a.txt', numbered(1, 9));
    repo.write('notes.md', 'first\n\nsecond\n');
    repo.write('z/ä.txt', 'x\n');
    root = repo.commit('root');
    repo.git(['checkout', '--quiet', '-b', 'side']);
    repo.write('a.txt', `top\n${numbered(1, 9)}`);
    repo.write('side.txt', 'side\n');
    side = repo.commit('side');
    repo.git(['checkout', '--quiet', 'main']);
    repo.write('a.txt', `${numbered(1, 8)}last\n`);
    repo.git(['mv', 'notes.md', 'renamed.md']);
    ours = repo.commit('ours');
    repo.git(['merge', '--quiet', '--no-ff', '--message', 'merge', 'side']);
    merge = repo.id();
    repo.git(['merge', '--quiet', '--no-ff', '--strategy=ours', '--message', 'nothing new', repo.git(['commit-tree', '-p', root, '-m', 'aside', `${side}^{tree}`]).trim()]);
    nothing = repo.id();
  });

  it('walks the trunk from the oldest commit on, merges against their first parent', async () => {
    assert.deepEqual(summary(await collect(trunkPatches(context, { from: root, to: nothing }))), [
      [ours, 0, [['a.txt', 'a.txt', [[9, ['line 9'], 9, ['last']]]], ['notes.md', 'renamed.md', []]]],
      [merge, 0, [['a.txt', 'a.txt', [[0, [], 1, ['top']]]], [null, 'side.txt', [[0, [], 1, ['side']]]]]],
      [nothing, 0, []],
    ]);
    assert.deepEqual((await collect(trunkPatches(context, { from: null, to: merge }))).map((patch) => patch.commit), [root, ours, merge]);
    assert.deepEqual(await collect(trunkPatches(context, { from: merge, to: merge })), []);
  });

  it('compares with every parent in the order asked for, also where nothing differs', async () => {
    const commits = [{ id: nothing, parents: [merge] }, { id: merge, parents: [ours, side] }, { id: root, parents: [] }, { id: merge, parents: [side, ours] }];
    const rename = ['notes.md', 'renamed.md', []];
    assert.deepEqual(summary(await collect(patchesOf(context, commits.slice(0, 2), { allParents: true }))), [
      [nothing, 0, []],
      [merge, 0, [['a.txt', 'a.txt', [[0, [], 1, ['top']]]], [null, 'side.txt', [[0, [], 1, ['side']]]]]],
      [merge, 1, [['a.txt', 'a.txt', [[10, ['line 9'], 10, ['last']]]], rename]],
    ]);
    const first = await collect(patchesOf(context, commits, { allParents: false }));
    assert.deepEqual(first.map((patch) => [patch.commit, patch.parent, patch.files.length]), [[nothing, 0, 0], [merge, 0, 2], [root, 0, 3], [merge, 0, 2]]);
    assert.deepEqual(await collect(patchesOf(context, [], { allParents: true })), []);
  });

  it('names the paths each commit touched, of a rename both', async () => {
    const commits = [{ id: ours, parents: [root] }, { id: nothing, parents: [merge] }, { id: root, parents: [] }];
    assert.deepEqual(await collect(touchedPaths(context, commits)), [
      { commit: ours, paths: ['a.txt', 'notes.md', 'renamed.md'] },
      { commit: nothing, paths: [] },
      { commit: root, paths: ['a.txt', 'notes.md', 'z/ä.txt'] },
    ]);
  });

  it('takes thousands of commits at once', async () => {
    const many = Array.from({ length: 4000 }, (_, index) => (index % 2 === 0 ? { id: merge, parents: [ours, side] } : { id: nothing, parents: [merge] }));
    let patches = 0;
    for await (const patch of patchesOf(context, many, { allParents: true })) patches += patch.commit === merge ? 1 : 0;
    assert.equal(patches, 4000);
  }).timeout(60_000);

  it('stops git when the reader stops, and when it is told to', async () => {
    for await (const patch of trunkPatches(context, { from: null, to: nothing })) {
      assert.equal(patch.commit, root);
      break;
    }
    const abort = new AbortController();
    abort.abort();
    await assert.rejects(collect(trunkPatches(context, { from: null, to: nothing }, { signal: abort.signal })), { name: 'AbortError' });
  });

  it('refuses anything but full commit ids', async () => {
    assert.throws(() => trunkPatches(context, { from: null, to: '--output=x' }), /Not a commit id/);
    await assert.rejects(collect(touchedPaths(context, [{ id: 'HEAD', parents: [] }])), /Not a commit id/);
  });

  it('is the same whatever a person has set or has checked out, and starts none of their programs', async () => {
    const { file, started } = hostileSettings(folder);
    const facts = await readRepository(context);
    const all = async (configFile?: string): Promise<unknown> => {
      const here = contextOf(repo.dir, configFile);
      const one = historyContext(here, facts);
      const graph = await readGraph(here, ['refs/heads/main'], { sinceMs: null, declaredToolsOf: () => [] });
      return [graph, summary(await collect(trunkPatches(one, { from: null, to: nothing }))), summary(await collect(patchesOf(one, graph, { allParents: true }))), await collect(touchedPaths(one, graph))];
    };
    const expected = await all();
    assert.deepEqual(await all(file), expected);
    repo.write('.gitattributes', '* diff=mine\n*.txt -diff\n*.md binary\n');
    assert.deepEqual(await all(), expected);
    assert.deepEqual(await all(file), expected);
    // The same in the repository's own settings.
    repo.git(['config', 'include.path', file]);
    assert.deepEqual(await all(), expected);
    assert.equal(existsSync(started), false);
  });
});
