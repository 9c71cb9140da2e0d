import assert from 'node:assert/strict';
import { minute } from '../../../src/model/time.ts';
import { clearDesks, code, newDesk, start } from './desk.ts';
import type { Desk } from './desk.ts';

const numbered = (count: number): string[] => Array.from({ length: count }, (_, at) => `const base${at} = load(${at});\n`);

/** Where a map is not kept up with its file, the next diff does not fit it and the lines in it are given up. */
describe('a file whose lines were nobody\'s for a while', () => {
  afterEach(clearDesks);

  it('is followed on a branch that is older than the default branch', async () => {
    const desk = newDesk();
    const base = numbered(30);
    const write = (lines: readonly string[]): void => desk.repo.write('src/a.ts', lines.join(''));
    begin(desk, base);
    // a change of the scan's own time, so that the file's lines are known from here on
    const known = base.with(10, 'const tenth = renew(10);\n');
    write(known);
    desk.repo.commit('Renew the tenth', { at: start + 10 * minute });
    desk.repo.git(['branch', 'topic']);
    // the default branch goes on: the tenth line stands elsewhere now
    write(['const first = 1;\n', 'const second = 2;\n', ...known]);
    desk.repo.commit('Add above', { at: start + 20 * minute });
    desk.repo.git(['checkout', '--quiet', 'topic']);
    const session = desk.session('first');
    const text = known.join('');
    const added = code(4);
    session.edit(start + 30 * minute, `${desk.repo.dir}/src/a.ts`, known[20]!, `${added}${known[20]}`, text);
    desk.save(session);
    const withAi = known.toSpliced(20, 0, added);
    write(withAi);
    desk.repo.commit('Add what the agent wrote', { at: start + 35 * minute });
    write(withAi.with(12, 'const twelfth = renew(12);\n'));
    desk.repo.commit('Renew the twelfth', { at: start + 40 * minute });
    merge(desk);
    assert.deepEqual((await scanned(desk)).slice(-4), ['src/a.ts:23', 'src/a.ts:24', 'src/a.ts:25', 'src/a.ts:26']);
  });

  it('is followed on the default branch after a merge that nobody had reason to look at', async () => {
    const desk = newDesk();
    // remarks are nobody's: not even the comparison asks for them
    const remarks = (...some: number[]): string => some.map((at) => `// remark ${at}\n`).join('');
    begin(desk, [remarks(1, 2)]);
    desk.agentWrites('src/b.ts', code(3), 5);
    desk.repo.commit('Add it', { at: start + 6 * minute });
    // moved to a file no agent ever wrote to, and on from there
    desk.repo.write('src/b.ts', '\n');
    desk.repo.write('src/a.ts', `${code(3)}${remarks(1, 2)}`);
    desk.repo.commit('Move it', { at: start + 10 * minute });
    desk.repo.write('src/a.ts', remarks(1, 2));
    desk.repo.write('src/c.ts', code(3));
    desk.repo.commit('Move it on', { at: start + 20 * minute });
    desk.repo.git(['checkout', '--quiet', '-b', 'topic']);
    desk.repo.write('src/a.ts', remarks(0, 1, 2));
    desk.agentWrites('src/d.ts', code(3, 'further'), 25);
    desk.repo.commit('Add above', { at: start + 30 * minute });
    merge(desk);
    desk.repo.write('src/a.ts', `${code(3)}${remarks(0, 3, 2)}`);
    desk.repo.write('src/c.ts', '\n');
    desk.repo.commit('Move it back', { at: start + 70 * minute });
    const at = new Set(await scanned(desk));
    assert.deepEqual(['src/a.ts:1', 'src/a.ts:2', 'src/a.ts:3'].filter((place) => !at.has(place)), []);
  });

  function begin(desk: Desk, base: readonly string[]): void {
    desk.repo.write('src/a.ts', base.join(''));
    desk.repo.commit('Begin', { at: start });
    // the scan begins with the earliest text of an agent
    desk.agentWrites('src/other.ts', code(3, 'elsewhere'), 1);
    desk.repo.commit('Begin elsewhere', { at: start + 2 * minute });
  }

  function merge(desk: Desk): void {
    desk.repo.git(['checkout', '--quiet', 'main']);
    desk.repo.git(['merge', '--quiet', '--no-ff', '--message', 'Merge', 'topic'], { at: start + 60 * minute });
  }

  async function scanned(desk: Desk): Promise<(string | null)[]> {
    await desk.scan();
    return (await desk.lines()).map(({ pathNow, lineNow }) => (pathNow === null ? null : `${pathNow}:${lineNow}`));
  }
});
