import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { catFiles, listTree } from '../../../src/git/blobs.ts';
import { findDefaultBranch } from '../../../src/git/defaultBranch.ts';
import { historyContext, trunkPatches } from '../../../src/git/history.ts';
import { readRefs } from '../../../src/git/refs.ts';
import { readRepository } from '../../../src/git/repositoryFacts.ts';
import { gitEnvironment } from '../../fixtures/gitRepo.ts';
import { applyPatch, type Documents, linesOf } from './documents.ts';
import { contextOf, scratch } from './scratch.ts';

const bundle = '../shared/data/entire-cli.bundle';

describe('history of a real project', () => {
  const folder = scratch();
  after(folder.remove);

  it('gives the files of the default branch when the patches of its trunk are applied in turn', async function () {
    if (!existsSync(bundle)) {
      console.log(`      skipped: ${bundle} is not there`);
      return this.skip();
    }
    const top = folder.path('cli');
    const clone = spawnSync('git', ['clone', '--quiet', bundle, top], { env: gitEnvironment(), encoding: 'utf8' });
    assert.equal(clone.status, 0, clone.stderr);
    const context = contextOf(top);
    const facts = await readRepository(context);
    const main = await findDefaultBranch(context, facts, await readRefs(context));
    assert.ok(main !== null);
    const documents: Documents = new Map();
    let commits = 0;
    for await (const patch of trunkPatches(historyContext(context, facts), { from: null, to: main.commit })) {
      applyPatch(documents, patch);
      commits++;
    }
    const tree = (await listTree(context, main.commit)).filter((entry) => entry.mode.startsWith('100'));
    assert.deepEqual([...documents.keys()].toSorted(), tree.map((entry) => entry.path).toSorted());
    let compared = 0;
    let index = 0;
    for await (const { content } of catFiles(context, tree.map((entry) => entry.id))) {
      const { path } = tree[index++]!;
      const lines = documents.get(path);
      if (lines === null) continue;
      assert.deepEqual(lines, linesOf(content!), path);
      compared++;
    }
    assert.ok(commits > 100 && compared > 100, `${commits} commits, ${compared} files`);
  }).timeout(60_000);
});
