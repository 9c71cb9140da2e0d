import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hour, minute } from '../../../src/model/time.ts';
import { clearDesks, code, newDesk, start } from './desk.ts';
import type { Desk, LineRow } from './desk.ts';

const byHand = 'export const limit = depthOf(bay, tide, 10);\n';
const byAgent = 'export const limit = depthOf(bay, tide, 11);\n';

/** For test/unit/scan: branches that did not move are not read again, and what is known of them still counts. */
describe('a branch read by an earlier scan', () => {
  afterEach(clearDesks);

  it('is not read again when the default branch moves', async () => {
    const desk = branchWithPendingText();
    await desk.scan();
    squash(desk);
    assert.equal((await desk.scan()).commitsRead, 1);
  });

  it('still tells that a squash repeats its text, and is no changed form of text that is pending', async () => {
    const inSteps = branchWithPendingText();
    await scanSoon(inSteps);
    squash(inSteps);
    await scanSoon(inSteps);
    const atOnce = branchWithPendingText();
    squash(atOnce);
    await scanSoon(atOnce);
    const fates = (rows: readonly LineRow[]): string[] => rows.map(({ path, line, fate }) => `${path}:${line} ${fate}`).toSorted();
    assert.deepEqual(fates(await inSteps.lines()), fates(await atOnce.lines()));
    assert.deepEqual((await inSteps.lines()).filter(({ fate }) => fate === 'pending').length, 1);
  });

  it('still shows that text was left out of its commits once a working tree lacks it', async () => {
    const inSteps = branchWithPendingText();
    inSteps.repo.git(['stash', '--quiet']);
    inSteps.repo.write('src/a.ts', `${code(5)}${byHand}\n`);
    inSteps.repo.commit('Go on without it', { at: start + 45 * minute });
    inSteps.repo.git(['checkout', '--quiet', 'main']);
    await inSteps.scan();
    inSteps.repo.git(['stash', 'drop', '--quiet']);
    inSteps.repo.commit('Something else', { at: start + 60 * minute, allowEmpty: true });
    assert.equal((await inSteps.scan()).commitsRead, 1);
    assert.deepEqual((await inSteps.lines()).filter(({ commit }) => commit === null).map((row) => (row as LineRow & { cause: string }).cause), ['me']);
  });
});

/** While token fingerprints of pending text are still kept. */
async function scanSoon(desk: Desk): Promise<void> {
  const { code: exit, err } = await desk.run(['scan', '--as-of', new Date(start + 2 * hour).toISOString()]);
  assert.equal(exit, 0, err);
}

/** A topic with an agent's lines and one by hand; the agent then changes the one by hand, and nobody commits that. */
function branchWithPendingText(): Desk {
  const desk = newDesk();
  desk.repo.write('README.md', '# Tide\n');
  desk.repo.commit('Begin', { at: start });
  desk.repo.git(['checkout', '--quiet', '-b', 'topic']);
  desk.agentWrites('src/a.ts', code(5), 1);
  desk.repo.write('src/a.ts', `${code(5)}${byHand}`);
  desk.repo.commit('Add it', { at: start + 10 * minute });
  const file = join(desk.repo.dir, 'src/a.ts');
  const later = desk.session('later');
  later.edit(start + 30 * minute, file, byHand, byAgent, `${code(5)}${byHand}`);
  desk.save(later);
  writeFileSync(file, `${code(5)}${byAgent}`);
  return desk;
}

function squash({ repo }: Desk): void {
  const id = repo.git(['commit-tree', 'topic^{tree}', '-p', 'main', '-m', 'Squash'], { at: start + 50 * minute }).trim();
  repo.git(['update-ref', 'refs/heads/main', id]);
}
