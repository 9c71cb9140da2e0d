import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { minute } from '../../../src/model/time.ts';
import { clearDesks, code, newDesk, start } from './desk.ts';
import type { Desk, LineRow } from './desk.ts';

describe('a path', () => {
  const decomposed = 'src/cafe\u0301.ts';
  const composed = 'src/caf\u00e9.ts';
  const names = ['with spaces/in it.ts', 'quo"te\'s.ts', 'back\\slash.ts', 'tab\tstop.ts', 'line\nfeed.ts', 'Ünïcode/日本語.ts', 'a:12.ts', '-dash.ts', ' lead.ts', '🌊.ts'];
  const possible = names.filter((name) => process.platform !== 'win32' || !/["\\\t\n:]/.test(name));

  describe('that holds anything a name may hold', () => {
    let desk: Desk;
    let lines: LineRow[];

    // all in one commit of a repository with such a name itself
    before(async () => {
      desk = newDesk({ repoName: 'ti de "x"' });
      for (const [at, name] of possible.entries()) desk.agentWrites(name, code(5, `word${at}`), at + 1);
      desk.repo.commit('Add them', { at: start + 60 * minute });
      await desk.scan();
      lines = await desk.lines();
    });
    after(clearDesks);

    for (const name of possible) {
      it(`${JSON.stringify(name)} is followed from the log into git, and explained`, async () => {
        const mine = lines.filter(({ path }) => path === name);
        assert.deepEqual(mine.map(({ line, pathNow, lineNow, fate }) => [line, pathNow, lineNow, fate]), [1, 2, 3, 4, 5].map((line) => [line, name, line, 'kept']));
        const explained = await desk.run(['explain', `./${name}`, '--json']);
        assert.equal(explained.code, 0, explained.err);
        const said = JSON.parse(explained.out) as { path: string; lines: { origin: string }[] };
        assert.deepEqual([said.path, said.lines.map(({ origin }) => origin)], [name, Array.from({ length: 5 }, () => 'ai')]);
      });
    }

    it('leaves text output one line a line', async () => {
      assert.equal((await desk.run(['lines'])).out.trimEnd().split('\n').length, 5 * possible.length);
    });
  });

  describe('of its own kind', () => {
    afterEach(clearDesks);

  it('in decomposed Unicode form is the same path as in composed form', async () => {
      const desk = newDesk();
      // as macOS hands it to git without core.precomposeUnicode; the agent's log has the other form
      mkdirSync(join(desk.repo.dir, 'src'));
      writeFileSync(join(desk.repo.dir, decomposed), code(5));
      desk.session('first').write(start + minute, join(desk.repo.dir, composed), null, code(5));
      desk.save(desk.session('first'));
      desk.repo.git(['-c', 'core.precomposeUnicode=false', 'add', '--all']);
      desk.repo.git(['commit', '--quiet', '--message', 'Add it'], { at: start + 10 * minute });
      assert.equal((await desk.scan()).lines.merged, 5);
      assert.deepEqual([...new Set((await desk.lines()).map(({ path, pathNow }) => `${path} ${pathNow}`))], [`${composed} ${composed}`]);
      for (const form of [composed, decomposed]) {
        const { code: exit, out, err } = await desk.run(['explain', form, '--json']);
        assert.equal(exit, 0, err);
        assert.equal(out.match(/"origin":"ai"/g)?.length, 5);
      }
    });

    it('through a symbolic link is the file it leads to', async function () {
      if (process.platform === 'win32') return this.skip();
      const desk = newDesk();
      const link = join(desk.folder, 'link');
      symlinkSync(desk.repo.dir, link);
      desk.session('first', link).write(start + minute, join(link, 'src/tide.ts'), null, code(5));
      desk.save(desk.session('first', link));
      desk.repo.write('src/tide.ts', code(5));
      desk.repo.commit('Add tide', { at: start + 10 * minute });
      assert.equal((await desk.scan({ folder: link })).lines.merged, 5);
      assert.equal((await desk.run(['explain', 'src/tide.ts'], { folder: link })).code, 0);
      assert.equal((await desk.run(['explain', join(link, 'src/tide.ts')])).code, 0);
      assert.equal((await desk.run(['explain', 'tide.ts'], { folder: join(link, 'src') })).code, 0);
    });

    it('of a log or a home may hold anything too', async function () {
      if (process.platform === 'win32') return this.skip();
      const desk = newDesk();
      const home = join(desk.folder, 'ho me\n"é"');
      desk.agentWrites('src/tide.ts', code(5), 1);
      desk.repo.commit('Add tide', { at: start + 10 * minute });
      mkdirSync(home);
      execFileSync('mv', [join(desk.home, '.claude'), home]);
      const summary = JSON.parse((await desk.run(['scan', '--json', '--home', home])).out) as { contributions: number };
      assert.equal(summary.contributions, 1);
      const ledger = join(home, 'led ger\n.sqlite');
      assert.equal((await desk.run(['scan', '--home', home], { ledger })).code, 0);
      assert.equal((await desk.run(['scan', '--home', join(home, 'missing')])).err.split('\n').length, 2);
    });

    it('outside of the repository is refused by explain in one line', async () => {
      const desk = newDesk();
      desk.repo.write('a.ts', code(2));
      desk.repo.commit('Begin', { at: start });
      for (const file of [join(desk.folder, 'elsewhere.ts'), '../x.ts', dirname(desk.repo.dir), '.']) {
        const { code: exit, err } = await desk.run(['explain', file]);
        assert.equal(exit, 1, file);
        assert.match(err, /^ai-net-value: [^\n]* is not in the repository [^\n]*Name a file inside of it, or pass --repo\.\n$/);
      }
      const missing = await desk.run(['explain', 'missing.ts']);
      assert.deepEqual([missing.code, missing.err], [1, 'ai-net-value: HEAD has no file missing.ts. Commit it first, or name a file that is committed.\n']);
      assert.equal((await desk.run(['explain', 'a.ts:99'])).code, 1);
    });

    it('of a file with CRLF line ends is followed like any other', async () => {
      const desk = newDesk();
      const crlf = code(5).replaceAll('\n', '\r\n');
      // the log has line feeds alone, as agents write them; the file on disk and in git has both
      desk.session('first').write(start + minute, join(desk.repo.dir, 'dos.ts'), null, code(5));
      desk.save(desk.session('first'));
      desk.repo.write('dos.ts', crlf);
      desk.repo.commit('Add dos', { at: start + 10 * minute });
      const other = newDesk();
      other.agentWrites('dos.ts', crlf, 1);
      other.repo.commit('Add dos', { at: start + 10 * minute });
      for (const one of [desk, other]) {
        await one.scan();
        assert.deepEqual((await one.lines()).map(({ line, fate }) => `${line} ${fate}`), [1, 2, 3, 4, 5].map((line) => `${line} kept`));
      }
      // the whole file going over to line feeds is no death
      other.repo.write('dos.ts', code(5));
      other.repo.commit('Normalise line ends', { at: start + 20 * minute });
      await other.scan();
      assert.deepEqual((await other.lines()).map(({ lineNow }) => lineNow), [1, 2, 3, 4, 5]);
    });
  });
});
