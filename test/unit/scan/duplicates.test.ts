import assert from 'node:assert/strict';
import { join } from 'node:path';
import { lineFlags } from '../../../src/model/lineText.ts';
import { day, minute } from '../../../src/model/time.ts';
import { clearDesks, code, newDesk, rows, start } from './desk.ts';
import type { Desk } from './desk.ts';

/** [path, number] of each line that is flagged as a duplicate, in the order of writing. */
async function duplicates(desk: Desk): Promise<string[]> {
  return (await stored(desk)).flatMap(({ lines }) => lines.filter(({ flags }) => (flags & lineFlags.duplicate) !== 0).map(({ first }) => `${first!.path}:${first!.line}`));
}

interface Stored {
  readonly lines: readonly { readonly flags: number; readonly first: { readonly path: string; readonly line: number } | null }[];
}

async function stored(desk: Desk): Promise<Stored[]> {
  return rows((await desk.run(['data', 'export', '-'])).out).filter(({ kind }) => kind === 'contribution') as unknown[] as Stored[];
}

function places(path: string, from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, at) => `${path}:${from + at}`);
}

const block = code(8, 'tide');
const mate = { name: 'Ben Moor', email: 'ben@fernwater.example' };

describe('text that repeats a block of the repository', () => {
  afterEach(clearDesks);

  /** `src/old.ts` holds the block between other lines, written by hand before any agent came. */
  function withOld(): Desk {
    const desk = newDesk();
    desk.repo.write('src/old.ts', `${code(3, 'head')}${block}${code(3, 'foot')}`);
    desk.repo.commit('Begin', { at: start - day });
    return desk;
  }

  it('is no effective line, and the report counts it among those in no figure', async () => {
    const desk = withOld();
    desk.agentWrites('src/new.ts', `${code(2, 'own')}${block.replaceAll('export', '  export')}${code(2, 'more')}`, 1);
    desk.repo.commit('Add new', { at: start + 10 * minute });
    await desk.scan();
    assert.deepEqual(await duplicates(desk), places('src/new.ts', 3, 10));
    const { coverage } = JSON.parse((await desk.run(['report', '--json'])).out) as { coverage: { lines: number; notEffective: number } };
    assert.deepEqual([coverage.lines, coverage.notEffective], [4, 8]);
    assert.deepEqual((await desk.lines()).map(({ fate }) => fate), Array(12).fill('kept'), 'it is followed like any line');
  });

  it('is told from idiom: fewer than six lines, or six short ones, are none', async () => {
    const desk = withOld();
    const names = Array.from({ length: 9 }, (_, at) => `alpha${at},\n`).join('');
    desk.repo.write('src/names.ts', names);
    desk.repo.commit('Add names', { at: start - 5 * minute });
    desk.agentWrites('src/new.ts', `${code(2, 'own')}${block.split('\n').slice(0, 5).join('\n')}\n${names}`, 1);
    desk.repo.commit('Add new', { at: start + 10 * minute });
    await desk.scan();
    assert.deepEqual(await duplicates(desk), []);
  });

  it('is found in the same file, and in what the same agent wrote before', async () => {
    const desk = withOld();
    const [own, other] = [code(7, 'own'), code(7, 'other')];
    desk.agentWrites('src/a.ts', `${own}${code(1, 'between')}${own}`, 1);
    desk.agentWrites('src/b.ts', other, 2);
    desk.agentWrites('src/c.ts', other, 3);
    desk.repo.commit('Add three', { at: start + 10 * minute });
    await desk.scan();
    assert.deepEqual(await duplicates(desk), [...places('src/a.ts', 9, 15), ...places('src/c.ts', 1, 7)]);
  });

  it('is found on the default branch as it grows, under the names that files have by then', async () => {
    const desk = withOld();
    const later = code(8, 'later');
    desk.agentWrites('src/first.ts', code(2, 'first'), 1);
    desk.repo.commit('Add first', { at: start + 5 * minute });
    desk.repo.write('src/later.ts', later);
    desk.repo.commit('Add later by hand', { at: start + 10 * minute });
    desk.repo.git(['mv', 'src/later.ts', 'src/renamed.ts']);
    desk.repo.commit('Rename it', { at: start + 15 * minute });
    desk.agentWrites('src/new.ts', later, 20);
    desk.repo.commit('Add new', { at: start + 30 * minute });
    await desk.scan();
    assert.deepEqual(await duplicates(desk), places('src/new.ts', 1, 8));
  });

  it('is no duplicate when the block came there only later: after it was written, or with the same commit', async () => {
    const desk = withOld();
    const [first, second] = [code(8, 'first'), code(8, 'second')];
    desk.agentWrites('src/first.ts', first, 1);
    desk.repo.git(['stash', '--quiet', '--include-untracked']);
    desk.repo.write('src/copy.ts', first);
    desk.repo.commit('Write the same by hand', { at: start + 5 * minute, who: mate });
    desk.repo.git(['stash', 'pop', '--quiet']);
    desk.repo.commit('Add first', { at: start + 10 * minute });
    desk.agentWrites('src/second.ts', second, 11);
    desk.repo.commit('Add second', { at: start + 15 * minute });
    desk.repo.write('src/copy.ts', second);
    desk.repo.commit('Copy it by hand', { at: start + 20 * minute });
    // it was there once, and comes back by hand
    desk.repo.write('src/old.ts', code(3, 'head'));
    desk.repo.commit('Take it away', { at: start + 25 * minute });
    desk.agentWrites('src/new.ts', block, 30);
    desk.repo.write('src/old.ts', block);
    desk.repo.commit('Add new, and the old one again', { at: start + 40 * minute });
    await desk.scan();
    assert.deepEqual(await duplicates(desk), []);
  });

  it('is no duplicate when it was moved, in one edit, in two edits, or in two commits', async () => {
    for (const commits of [1, 2]) {
      const desk = withOld();
      const old = join(desk.repo.dir, 'src/old.ts');
      const session = desk.session('first');
      const before = desk.repo.read('src/old.ts');
      desk.agentWrites('src/new.ts', `${code(2, 'own')}${block}`, 1);
      session.edit(start + 2 * minute, old, block, '', before);
      desk.save(session);
      if (commits === 2) desk.repo.commit('Add new', { at: start + 10 * minute });
      desk.repo.write('src/old.ts', before.replace(block, ''));
      desk.repo.commit('Take it out of old', { at: start + 20 * minute });
      await desk.scan();
      assert.deepEqual(await duplicates(desk), [], `${commits} commits`);
    }
  });

  it('is no duplicate when an agent writes anew what it replaced itself, or a revert brings it back', async () => {
    const desk = withOld();
    const session = desk.session('first');
    const file = join(desk.repo.dir, 'src/new.ts');
    const own = code(9, 'own');
    desk.agentWrites('src/new.ts', own, 1);
    session.write(start + 2 * minute, file, own, code(2, 'other'));
    session.write(start + 3 * minute, file, code(2, 'other'), own);
    desk.save(session);
    const added = desk.repo.commit('Add new', { at: start + 10 * minute });
    desk.repo.git(['revert', '--no-edit', added], { at: start + 20 * minute });
    desk.repo.git(['revert', '--no-edit', 'HEAD'], { at: start + 30 * minute });
    await desk.scan();
    assert.deepEqual(await duplicates(desk), []);
    assert.equal((await desk.lines()).filter(({ fate }) => fate === 'kept').length, 9);
  });

  /** Copies on a branch and on the default branch, with hand-written sources that come and go. */
  async function play(desk: Desk, between: () => Promise<unknown>): Promise<void> {
    const sources = [code(8, 'red'), code(8, 'green'), code(8, 'blue')] as const;
    desk.repo.write('src/red.ts', sources[0]);
    desk.repo.commit('Begin', { at: start - day });
    await between();
    desk.agentWrites('src/a.ts', `${code(2, 'a')}${sources[0]}`, 1);
    desk.repo.commit('Copy red', { at: start + 10 * minute });
    await between();
    desk.repo.write('src/green.ts', sources[1]);
    desk.repo.remove('src/red.ts');
    desk.repo.commit('Green for red', { at: start + 20 * minute });
    await between();
    desk.repo.git(['checkout', '--quiet', '-b', 'topic']);
    desk.agentWrites('src/b.ts', `${sources[1]}${code(2, 'b')}`, 21);
    desk.agentWrites('src/c.ts', sources[2], 22);
    desk.repo.commit('Copy green, write blue', { at: start + 30 * minute });
    await between();
    desk.agentWrites('src/d.ts', sources[2], 31);
    desk.repo.commit('Copy blue', { at: start + 40 * minute });
    await between();
    desk.repo.git(['checkout', '--quiet', 'main']);
    desk.repo.git(['merge', '--quiet', '--no-ff', '--message', 'Merge', 'topic'], { at: start + 50 * minute });
    await between();
    desk.agentWrites('src/e.ts', `${sources[2]}${code(1, 'e')}`, 51);
    desk.repo.commit('Copy blue again', { at: start + 60 * minute });
    await between();
  }
  const found = [...places('src/a.ts', 3, 10), ...places('src/b.ts', 1, 8), ...places('src/d.ts', 1, 8), ...places('src/e.ts', 1, 8)];

  it('is found by scanning in steps as it is by scanning at once', async function () {
    this.timeout(120_000);
    const atOnce = newDesk();
    await play(atOnce, async () => undefined);
    await atOnce.scan();
    assert.deepEqual(await duplicates(atOnce), found);
    const inSteps = newDesk();
    await play(inSteps, inSteps.scan);
    assert.deepEqual(await duplicates(inSteps), found);
  });

  it('is found again when history is rewritten', async () => {
    const desk = newDesk();
    await play(desk, async () => undefined);
    await desk.scan();
    desk.repo.git(['branch', '--quiet', '-D', 'topic']);
    desk.repo.git(['commit', '--quiet', '--amend', '--message', 'Copy blue once more'], { at: start + 70 * minute });
    await desk.scan();
    assert.deepEqual(await duplicates(desk), found);
  });

  it('keeps fingerprints of what it compares with, and reads nothing as long as no agent wrote anything', async () => {
    const desk = withOld();
    desk.repo.write('src/blob.bin', `\0${block}`);
    desk.repo.commit('Add a binary file', { at: start - 5 * minute });
    await desk.scan();
    const states = async (): Promise<Record<string, unknown>[]> => rows((await desk.run(['data', 'export', '-'])).out).filter(({ kind, name }) => kind === 'state' && name === 'blocks/1');
    assert.deepEqual(await states(), []);
    desk.agentWrites('src/new.ts', code(9, 'own'), 1);
    desk.repo.commit('Add new', { at: start + 10 * minute });
    await desk.scan();
    const [state] = await states();
    assert.deepEqual((state!['texts'] as [string, number, number][]).map(([path, at]) => [path, at]), [['src/new.ts', start + minute + 400], ['src/new.ts', start + 10 * minute], ['src/old.ts', 0]]);
  });

  it('is not looked for in files that nobody writes, or that are binary', async () => {
    const desk = newDesk();
    desk.repo.write('vendor/old.ts', block);
    desk.repo.write('src/blob.bin', `\0${block}`);
    desk.repo.commit('Begin', { at: start - day });
    desk.agentWrites('src/own.ts', code(1, 'own'), 1);
    desk.repo.commit('Add own', { at: start + 5 * minute });
    desk.repo.write('vendor/later.ts', block);
    desk.repo.commit('Add later', { at: start + 6 * minute });
    desk.agentWrites('src/new.ts', block, 7);
    desk.repo.commit('Add new', { at: start + 10 * minute });
    await desk.scan();
    assert.deepEqual(await duplicates(desk), []);
  });
});
