import assert from 'node:assert/strict';
import fc from 'fast-check';
import { catFiles, listTree } from '../../../src/git/blobs.ts';
import { commitFormat, patchOptions } from '../../../src/git/diffOptions.ts';
import { trunkPatches } from '../../../src/git/history.ts';
import { parsePatches } from '../../../src/git/patchParser.ts';
import { runGit } from '../../../src/git/process.ts';
import type { CommitPatch } from '../../../src/model/patch.ts';
import { gitRepo, type GitRepo } from '../../fixtures/gitRepo.ts';
import { applyPatch, type Documents, linesOf, textOf } from './documents.ts';
import { importStates, type Tree } from './fastImport.ts';
import { collect, contextOf, scratch } from './scratch.ts';

describe('patch parser', () => {
  const folder = scratch();
  let count = 0;
  const fresh = (): GitRepo => gitRepo(folder.path(`repo${count++}`));
  after(folder.remove);

  /** Everything a patch says, as plain values. */
  const plain = (patches: readonly CommitPatch[]): unknown =>
    patches.map(({ commit, files }) => [commit, files.map((file) => ({ ...file, hunks: file.hunks.map((hunk) => [hunk.oldStart, textOf(hunk.removed), hunk.newStart, textOf(hunk.added)]) }))]);
  const log = (repo: GitRepo): Promise<Buffer> => runGit(contextOf(repo.dir), ['log', '--reverse', commitFormat, ...patchOptions]);
  const inPieces = async function* (bytes: Buffer, cuts: readonly number[]): AsyncGenerator<Buffer> {
    const places = [...new Set([0, ...cuts.map((cut) => cut % bytes.length), bytes.length])].toSorted((a, b) => a - b);
    for (const [index, from] of places.slice(0, -1).entries()) yield bytes.subarray(from, places[index + 1]);
  };
  const sameAsHead = async (repo: GitRepo): Promise<void> => {
    const documents: Documents = new Map();
    const context = contextOf(repo.dir);
    for await (const patch of trunkPatches(context, { from: null, to: repo.id() })) applyPatch(documents, patch);
    const tree = (await listTree(context, repo.id())).filter((entry) => entry.mode.startsWith('100'));
    const blobs = await collect(catFiles(context, tree.map((entry) => entry.id)));
    assert.deepEqual([...documents.keys()].toSorted(), tree.map((entry) => entry.path).toSorted());
    for (const [index, entry] of tree.entries()) {
      const lines = documents.get(entry.path);
      if (lines !== null) assert.deepEqual(lines, linesOf(blobs[index]!.content!), entry.path);
    }
  };

  // Lines that look like parts of a diff, and other traps.
  const line = fc.constantFrom(
    'diff --git a/x b/x', '@@ -1 +1 @@', '-- a/x', '++ b/x', '--- a/x', '+++ b/x', '\\ No newline at end of file', '\u0001' + '0'.repeat(40), '', ' ', '\r', 'a\r', 'same', 'other', 'rename from x',
    'index 000..111 100644', 'Binary files a/x and b/x differ', 'é', '\u0000late', 'x'.repeat(300),
  );
  const content = fc.tuple(fc.array(line, { maxLength: 12 }), fc.boolean()).map(([lines, ended]) => Buffer.from(lines.join('\n') + (ended && lines.length > 0 ? '\n' : '')));
  const path = fc.constantFrom('x', 'a b', 'dir/x', 'dir/ä', 'say "hi"', 'tab\there', 'line\nfeed', 'back\\slash', ' lead', 'trail ', 'b/x', 'a/b b/a');
  const mode = fc.constantFrom('644', '644', '644', '755', '120000');
  const tree: fc.Arbitrary<Tree> = fc.dictionary(path, fc.record({ content, mode }), { maxKeys: 5 }).map((files) => {
    const entries = Object.entries(files).map(([name, file]) => [name, file.mode === '120000' ? { content: Buffer.from('target'), mode: file.mode } : file] as const);
    return new Map(entries);
  });

  it('gives each file of the last commit when all patches are applied in turn', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(tree, { minLength: 1, maxLength: 8 }), async (states) => {
        const repo = fresh();
        importStates(repo, states);
        await sameAsHead(repo);
      }),
      { numRuns: 15 },
    );
  }).timeout(60_000);

  it('does not depend on where the output is cut, nor on how large a commit may be', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(tree, { minLength: 2, maxLength: 6 }), fc.array(fc.array(fc.nat(), { maxLength: 40 }), { minLength: 5, maxLength: 5 }), fc.integer({ min: 60, max: 900 }), async (states, splits, limit) => {
        const repo = fresh();
        importStates(repo, states);
        const output = await log(repo);
        const whole = await collect(parsePatches(inPieces(output, [])));
        assert.equal(whole.length, states.length);
        const cutShort = await collect(parsePatches(inPieces(output, []), limit));
        for (const cuts of [...splits, [...output.keys()]]) {
          assert.deepEqual(plain(await collect(parsePatches(inPieces(output, cuts)))), plain(whole));
          assert.deepEqual(plain(await collect(parsePatches(inPieces(output, cuts), limit))), plain(cutShort));
        }
        // Too large a commit loses content, never a file.
        const names = (patches: readonly CommitPatch[]): unknown => patches.map(({ commit, files }) => [commit, files.map(({ oldPath, newPath, special }) => [oldPath, newPath, special])]);
        assert.deepEqual(names(cutShort), names(whole));
        for (const [index, patch] of cutShort.entries()) {
          for (const [place, file] of patch.files.entries()) if (!file.binary) assert.deepEqual(plain([{ ...patch, files: [file] }]), plain([{ ...whole[index]!, files: [whole[index]!.files[place]!] }]));
        }
      }),
      { numRuns: 8 },
    );
  }).timeout(60_000);

  it('reads renames, mode changes, binaries, links and line ends', async () => {
    const repo = fresh();
    const body = Array.from({ length: 20 }, (_, index) => `line ${index}`).join('\r\n');
    const file = (text: string | Buffer, fileMode = '644'): { content: Buffer; mode: string } => ({ content: Buffer.from(text as string), mode: fileMode });
    importStates(repo, [
      new Map([['old name', file(body)], ['run', file('x\n')], ['empty', file('')], ['picture', file(Buffer.from([0, 1, 2]))], ['link', file('run', '120000')], ['turns', file('was text\n')]]),
      new Map([['dir/new "name"', file(`${body}\r\nmore`)], ['run', file('x\n', '755')], ['picture', file(Buffer.from([0, 1, 3]))], ['link', file('empty', '120000')], ['turns', file('run', '120000')]]),
    ]);
    const [first, second] = await collect(trunkPatches(contextOf(repo.dir), { from: null, to: repo.id() }));
    const shape = (patch: CommitPatch | undefined): unknown =>
      patch?.files.map(({ oldPath, newPath, binary, special, hunks }) => [oldPath, newPath, binary, special, hunks.map((hunk) => [hunk.oldStart, textOf(hunk.removed).length, hunk.newStart, textOf(hunk.added)])]);
    assert.deepEqual(shape(first), [
      [null, 'empty', false, false, []],
      [null, 'link', false, true, []],
      [null, 'old name', false, false, [[0, 0, 1, body.split('\r\n')]]],
      [null, 'picture', true, false, []],
      [null, 'run', false, false, [[0, 0, 1, ['x']]]],
      [null, 'turns', false, false, [[0, 0, 1, ['was text']]]],
    ]);
    assert.deepEqual(shape(second), [
      ['old name', 'dir/new "name"', false, false, [[20, 1, 20, ['line 19', 'more']]]],
      ['empty', null, false, false, []],
      ['link', 'link', false, true, []],
      ['picture', 'picture', true, false, []],
      ['run', 'run', false, false, []],
      ['turns', null, false, false, [[1, 1, 0, []]]],
      [null, 'turns', false, true, []],
    ]);
  });

  it('reads paths that are no UTF-8, and brings others into composed form', async () => {
    const repo = fresh();
    const id = repo.git(['hash-object', '-w', '--stdin'], { input: 'x\n' }).trim();
    repo.git(['update-index', '--add', '-z', '--index-info'], { input: Buffer.concat([Buffer.from(`100644 ${id}\tcaf`), Buffer.from([0xe9, 0]), Buffer.from(`100644 ${id}\te\u0301t\u00e9\0`)]) });
    repo.git(['commit', '--quiet', '--message', 'names']);
    const [patch] = await collect(trunkPatches(contextOf(repo.dir), { from: null, to: repo.id() }));
    assert.deepEqual(patch?.files.map((file) => file.newPath), ['café', 'été']);
    assert.deepEqual((await listTree(contextOf(repo.dir), repo.id())).map((entry) => entry.path), ['café', 'été']);
  });

  it('fails on output that ends within a hunk instead of losing lines', async () => {
    const repo = fresh();
    importStates(repo, [new Map([['x', { content: Buffer.from('one\ntwo\nthree\n') }]])]);
    const output = await log(repo);
    await assert.rejects(collect(parsePatches(inPieces(output.subarray(0, output.length - 8), []))), /ends within a hunk/);
  });
});
