import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minute } from '../../../src/model/time.ts';
import { gitRepo } from '../../fixtures/gitRepo.ts';
import { clearDesks, code, newDesk, start, temporaryFolder } from './desk.ts';
import type { Desk } from './desk.ts';

describe('a scan in a repository', () => {
  afterEach(clearDesks);

  /** Two commits; the second holds what the agent wrote. */
  function usual(): Desk {
    const desk = newDesk();
    desk.repo.write('README.md', '# Tide tables\n');
    desk.repo.commit('Begin', { at: start });
    desk.agentWrites('src/tide.ts', code(5), 1);
    desk.repo.commit('Add tide', { at: start + 10 * minute });
    return desk;
  }

  /** Exit code 1 and one line that says what is wrong and what to do; nothing on the output. */
  async function refused(desk: Desk, args: readonly string[], options: Parameters<Desk['run']>[1], ...words: readonly RegExp[]): Promise<void> {
    const { code: exit, out, err } = await desk.run(args, options);
    assert.deepEqual([exit, out], [1, ''], err);
    assert.match(err, /^ai-net-value: [^\n]+\n$/);
    assert.doesNotMatch(err, /unexpected/);
    for (const word of words) assert.match(err, word);
  }

  it('without git on the PATH says how to get it', async () => {
    const desk = usual();
    const env = { ...desk.machine.env, PATH: temporaryFolder() };
    for (const command of ['scan', 'report', 'lines', 'look', 'sources']) await refused(desk, [command], { machine: { env } }, /Git was not found .*Install it .* see that it is on the PATH/);
  });

  it('that is none says so, and makes no ledger', async () => {
    const desk = usual();
    const folder = temporaryFolder();
    await refused(desk, ['scan'], { folder }, /is not inside a git repository\. Choose a folder that is \(--repo DIR\), or make it one with: git init/);
    await refused(desk, ['scan', '--repo', join(folder, 'missing')], { folder }, /does not exist\. Choose one inside a git repository \(--repo DIR\)\./);
    assert.equal(readdirSync(desk.folder).includes('state'), false);
  });

  it('without any commit reads the logs, holds their lines as pending, and goes on after the first commit', async () => {
    const desk = newDesk();
    desk.agentWrites('src/tide.ts', code(5), 1);
    const first = await desk.scan();
    assert.deepEqual([first.lines.written, first.lines.pending, first.commitsRead], [5, 5, 0]);
    assert.match(first.notes.join(' '), /has no commit yet; scan again after the first one/);
    for (const command of ['report', 'lines', 'look', 'sources']) assert.equal((await desk.run([command])).code, 0, command);
    desk.repo.commit('Add tide', { at: start + 10 * minute });
    assert.deepEqual((await desk.scan()).lines.committed, 5);
  });

  it('that is bare gives the same lines, and says that uncommitted text can not be seen', async () => {
    const desk = usual();
    await desk.scan();
    const expected = (await desk.lines()).map(({ line, commit, fate }) => ({ line, commit, fate }));
    const bare = join(desk.folder, 'tide.git');
    desk.repo.git(['clone', '--quiet', '--bare', desk.repo.dir, bare]);
    // the person works in a worktree of the bare repository, as some do
    rmSync(desk.repo.dir, { recursive: true });
    gitRepo(bare, { open: true }).git(['worktree', 'add', '--quiet', '--force', desk.repo.dir, 'main']);
    const options = { folder: bare, ledger: join(desk.folder, 'bare.sqlite') };
    const summary = await desk.scan(options);
    assert.match(summary.notes.join(' '), /bare repository: uncommitted text can not be seen/);
    assert.deepEqual((await desk.lines(options)).map(({ line, commit, fate }) => ({ line, commit, fate })), expected);
    const explained = await desk.run(['explain', 'src/tide.ts', '--json'], options);
    assert.equal(explained.code, 0, explained.err);
    assert.equal(explained.out.match(/"origin":"ai"/g)?.length, 5);
  });

  it('that is a shallow clone follows what it holds, and says what it can not see', async () => {
    const desk = usual();
    desk.agentWrites('src/more.ts', code(3, 'more'), 20, 'second');
    desk.repo.commit('Add more', { at: start + 30 * minute });
    const clone = join(desk.folder, 'shallow');
    desk.repo.git(['clone', '--quiet', '--depth', '1', `file://${desk.repo.dir}`, clone]);
    desk.session('third', clone).write(start + 40 * minute, join(clone, 'src/new.ts'), null, code(4, 'fresh'));
    desk.save(desk.session('third', clone));
    const there = gitRepo(clone, { open: true });
    there.write('src/new.ts', code(4, 'fresh'));
    there.commit('Add new', { at: start + 50 * minute });
    const summary = await desk.scan({ folder: clone });
    assert.match(summary.notes.join(' '), /shallow clone: history before its border is unseen\. Run `git fetch --unshallow`/);
    assert.equal(summary.lines.committed, 4);
    // after the rest was fetched, by the person, it is found
    there.git(['fetch', '--quiet', '--unshallow']);
    assert.doesNotMatch((await desk.scan({ folder: clone })).notes.join(' '), /shallow/);
  });

  it('that is a partial clone fetches nothing', async () => {
    const desk = usual();
    desk.agentWrites('src/more.ts', code(3, 'more'), 20, 'second');
    desk.repo.commit('Add more', { at: start + 30 * minute });
    desk.repo.git(['config', 'uploadpack.allowFilter', 'true']);
    const clone = join(desk.folder, 'partial');
    desk.repo.git(['clone', '--quiet', '--filter=blob:none', '--no-checkout', `file://${desk.repo.dir}`, clone]);
    desk.session('third', clone).write(start + 40 * minute, join(clone, 'src/new.ts'), null, code(4, 'fresh'));
    desk.save(desk.session('third', clone));
    const there = gitRepo(clone, { open: true });
    const packs = (): string[] => readdirSync(join(clone, '.git/objects/pack')).toSorted();
    const before = packs();
    const ran = await desk.run(['scan', '--json'], { folder: clone });
    assert.deepEqual(packs(), before);
    if (ran.code === 0) assert.match(ran.out, /partial clone: nothing is fetched/);
    else {
      assert.equal(ran.code, 1);
      assert.match(ran.err, /^ai-net-value: .* partial clone .* nothing is ever downloaded for you\. Fetch them once with: git fetch --refetch --no-filter\n$/);
    }
    there.git(['checkout', '--quiet', 'main']);
    const after = packs();
    const second = await desk.run(['scan', '--json'], { folder: clone });
    assert.deepEqual(packs(), after);
    assert.ok(second.code === 0 || second.err.endsWith('git fetch --refetch --no-filter\n'), second.err);
    there.git(['fetch', '--quiet', '--refetch', '--no-filter']);
    assert.equal((await desk.scan({ folder: clone })).contributions, 1);
  });

  it('on a detached HEAD follows the default branch', async () => {
    const desk = usual();
    desk.repo.git(['checkout', '--quiet', '--detach', 'HEAD~1']);
    const { lines } = await desk.scan();
    assert.deepEqual([lines.committed, lines.merged], [5, 5]);
    await refused(desk, ['explain', 'src/tide.ts'], {}, /HEAD has no file src\/tide\.ts\./);
    desk.repo.git(['checkout', '--quiet', 'main']);
    desk.repo.git(['branch', '--quiet', 'side']);
    desk.repo.git(['checkout', '--quiet', '--detach', 'main']);
    desk.repo.git(['branch', '--quiet', '-D', 'main', 'side']);
    // no branch left at all: the commit that is checked out counts
    assert.equal((await desk.scan({ ledger: join(desk.folder, 'second.sqlite') })).lines.merged, 5);
  });

  it('without a remote takes the local branch', async () => {
    const desk = usual();
    assert.equal(desk.repo.git(['remote']), '');
    const report = JSON.parse((await desk.scan().then(() => desk.run(['report', '--json', '--since', 'all']))).out) as { repo: { defaultBranch: { name: string } } };
    assert.equal(report.repo.defaultBranch.name, 'main');
    assert.equal((await desk.lines()).every(({ pathNow }) => pathNow === 'src/tide.ts'), true);
  });

  it('from a linked worktree finds the same repository, and text that lies in either', async () => {
    const desk = usual();
    const linked = join(desk.folder, 'linked tree');
    desk.repo.git(['worktree', 'add', '--quiet', '-b', 'side', linked]);
    desk.session('second', linked).write(start + 20 * minute, join(linked, 'src/side.ts'), null, code(3, 'side'));
    desk.save(desk.session('second', linked));
    writeFileSync(join(linked, 'src/side.ts'), code(3, 'side'));
    const first = await desk.scan({ folder: linked });
    assert.deepEqual([first.contributions, first.lines.merged, first.lines.pending], [2, 5, 3]);
    const second = await desk.scan();
    assert.deepEqual([second.contributions, second.logs.bytesRead, second.commitsRead], [2, 0, 0]);
    assert.match((await desk.run(['data', 'show'])).out, /1 repository\b/);
    rmSync(linked, { recursive: true });
    assert.equal((await desk.run(['scan'])).code, 0);
  });

  it('leaves the submodules inside it to themselves', async () => {
    const desk = usual();
    const module = gitRepo(join(desk.folder, 'module'), {});
    module.write('lib.ts', code(3, 'lib'));
    module.commit('Begin', { at: start });
    desk.repo.git(['-c', 'protocol.file.allow=always', 'submodule', 'add', '--quiet', module.dir, 'vendor/module']);
    desk.repo.commit('Add the module', { at: start + 15 * minute });
    const inside = join(desk.repo.dir, 'vendor/module');
    desk.session('second').write(start + 20 * minute, join(inside, 'more.ts'), null, code(4, 'more'));
    desk.save(desk.session('second'));
    writeFileSync(join(inside, 'more.ts'), code(4, 'more'));
    const outer = await desk.scan();
    assert.deepEqual([outer.contributions, outer.counts.elsewhere, outer.lines.committed], [1, 1, 5]);
    const inner = await desk.scan({ folder: inside });
    assert.deepEqual([inner.contributions, inner.lines.pending], [1, 4]);
  });

  it('that is damaged says how to look', async () => {
    const desk = usual();
    const objects = join(desk.repo.dir, '.git/objects');
    for (const part of readdirSync(objects)) if (part.length === 2) rmSync(join(objects, part), { recursive: true });
    mkdirSync(objects, { recursive: true });
    await refused(desk, ['scan'], {}, /damaged: git cannot read all of its objects\. See what is wrong with: git fsck --full/);
  });
});
