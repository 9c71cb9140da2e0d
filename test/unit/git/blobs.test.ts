import assert from 'node:assert/strict';
import { type BlobAnswer, catFiles, listTree } from '../../../src/git/blobs.ts';
import type { GitContext } from '../../../src/git/process.ts';
import { gitRepo, type GitRepo } from '../../fixtures/gitRepo.ts';
import { importStates } from './fastImport.ts';
import { collect, contextOf, scratch } from './scratch.ts';

describe('file contents', () => {
  const folder = scratch();
  after(folder.remove);
  let repo: GitRepo;
  let context: GitContext;
  const big = Buffer.from(Array.from({ length: 40_000 }, (_, index) => `${index} missing\n`).join(''));
  before(() => {
    repo = gitRepo(folder.path('repo'));
    context = contextOf(repo.dir);
    const file = (content: string | Buffer, mode = '644'): { content: Buffer; mode: string } => ({ content: Buffer.from(content as string), mode });
    importStates(repo, [new Map([['a b.txt', file('x\n')], ['dir/empty', file('')], ['line\nfeed', file('y')], ['link', file('a b.txt', '120000')], ['big', file(big)], ['run', file('#!\n', '755')]])]);
  });
  const short = (answers: readonly BlobAnswer[]): unknown => answers.map(({ name, size, content }) => [name, size, content?.toString() ?? null]);

  it('lists a tree with every kind of path', async () => {
    const tree = await listTree(context, repo.id());
    assert.deepEqual(tree.map(({ path, mode }) => [path, mode]), [['a b.txt', '100644'], ['big', '100644'], ['dir/empty', '100644'], ['line\nfeed', '100644'], ['link', '120000'], ['run', '100755']]);
    assert.deepEqual(await listTree(context, 'refs/heads/main'), tree);
    await assert.rejects(listTree(context, '--help'), /Neither a commit id nor a ref/);
    const answers = await collect(catFiles(context, tree.map((entry) => entry.id)));
    assert.deepEqual(answers.map((answer) => answer.id), tree.map((entry) => entry.id));
    assert.deepEqual(answers[1]?.content, big);
    assert.equal(answers[3]?.content?.toString(), 'y');
  });

  it('answers in order, with null for what is missing, a folder, or too large', async () => {
    const names = ['main:a b.txt', 'main:absent', 'main:dir', 'main:dir/empty', 'f'.repeat(40), 'main:line\nfeed', 'main:big', '', 'main:run'];
    assert.deepEqual(short(await collect(catFiles(context, names, { maxBytes: 100 }))), [
      ['main:a b.txt', 2, 'x\n'], ['main:absent', null, null], ['main:dir', null, null], ['main:dir/empty', 0, ''], ['f'.repeat(40), null, null],
      ['main:line\nfeed', null, null], ['main:big', big.length, null], ['', null, null], ['main:run', 3, '#!\n'],
    ]);
    assert.deepEqual(await collect(catFiles(context, [])), []);
  });

  it('takes more names and content than pipes hold, from an asynchronous source, and can be left early', async () => {
    const names = async function* (): AsyncGenerator<string> {
      for (let index = 0; index < 5000; index++) {
        if (index % 1000 === 0) await new Promise(setImmediate);
        yield index % 100 === 0 ? 'main:big' : 'main:a b.txt';
      }
    };
    let bytes = 0;
    for await (const { size } of catFiles(context, names())) bytes += size ?? 0;
    assert.equal(bytes, 50 * big.length + 4950 * 2);
    for await (const { name } of catFiles(context, names())) {
      assert.equal(name, 'main:big');
      break;
    }
  });
});
