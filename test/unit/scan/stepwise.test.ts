import assert from 'node:assert/strict';
import { join } from 'node:path';
import { day, minute } from '../../../src/model/time.ts';
import { clearDesks, code, newDesk, start } from './desk.ts';
import type { LineRow } from './desk.ts';

/** Two histories that once ended otherwise; test/truth/steps.test.ts has more of them. */
describe('scans in steps end with the same lines as one scan', () => {
  afterEach(clearDesks);

  for (const [what, history] of [
    ['a line edited before its commit on a branch that is merged after a scan', edited],
    ['a line dropped long before an agent takes away the same text', dropped],
    ['a line that an amended commit of a branch leaves out', amended],
  ] as const) {
    it(what, async () => {
      const plain = (rows: readonly LineRow[]): unknown[] => rows.map((row) => ({ ...row, commit: null, diedCommit: null }));
      assert.deepEqual(plain(await history(true)), plain(await history(false)));
    });
  }

  async function edited(inSteps: boolean): Promise<LineRow[]> {
    const desk = newDesk();
    desk.repo.write('README.md', '# Tide\n');
    desk.repo.commit('Begin', { at: start });
    desk.repo.git(['checkout', '--quiet', '-b', 'topic']);
    desk.agentWrites('src/a.ts', code(5), 1);
    desk.repo.write('src/a.ts', code(5).replace("('level', 15)", "('level', 99)"));
    desk.repo.commit('Add it, edited', { at: start + 10 * minute });
    if (inSteps) await desk.scan();
    desk.repo.git(['checkout', '--quiet', 'main']);
    desk.repo.git(['merge', '--quiet', '--no-ff', '--message', 'Merge', 'topic'], { at: start + 20 * minute });
    await desk.scan();
    return await desk.lines();
  }

  async function amended(inSteps: boolean): Promise<LineRow[]> {
    const desk = newDesk();
    desk.repo.write('README.md', '# Tide\n');
    desk.repo.commit('Begin', { at: start });
    desk.repo.git(['checkout', '--quiet', '-b', 'topic']);
    desk.agentWrites('src/a.ts', code(5), 1);
    desk.repo.commit('Add it', { at: start + 10 * minute });
    if (inSteps) await desk.scan();
    desk.repo.write('src/a.ts', code(4));
    desk.repo.commit('Add it', { at: start + 20 * minute, amend: true });
    await desk.scan();
    return await desk.lines();
  }

  async function dropped(inSteps: boolean): Promise<LineRow[]> {
    const desk = newDesk();
    const text = code(3);
    desk.agentWrites('src/a.ts', text, 1);
    desk.repo.write('src/a.ts', code(2));
    desk.repo.commit('Add two of three', { at: start + 10 * minute });
    if (inSteps) await desk.scan();
    const later = desk.session('later');
    later.edit(start + 30 * day, join(desk.repo.dir, 'src/a.ts'), text, 'export const nothing = left(1);\n', text);
    desk.save(later);
    desk.repo.write('src/a.ts', 'export const nothing = left(1);\n');
    desk.repo.commit('Replace all', { at: start + 30 * day + 10 * minute });
    await desk.scan();
    return await desk.lines();
  }
});
