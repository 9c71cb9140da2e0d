import assert from 'node:assert/strict';
import { minute } from '../../../src/model/time.ts';
import { clearDesks, code, newDesk, start } from './desk.ts';

describe('a file that came with a merge', () => {
  afterEach(clearDesks);

  it('is no draft’s that says the same and was written after the branch', async () => {
    const desk = newDesk();
    const at = (minutes: number): { at: number } => ({ at: start + minutes * minute });
    desk.agentWrites('src/kept.ts', code(12, 'kept'), 1);
    desk.repo.commit('Keep it', at(2));
    desk.repo.git(['switch', '-q', '-c', 'topic']);
    desk.repo.write('src/new.ts', code(6, 'same'));
    desk.repo.commit('Bring a file', at(5));
    desk.repo.write('src/kept.ts', code(12, 'kept').replace("measure('kept', 8)", '8'));
    desk.repo.commit('Change a line', at(6));
    desk.repo.git(['switch', '-q', 'main']);
    desk.repo.write('src/kept.ts', code(12, 'kept').replace("measure('kept', 71)", '71'));
    desk.repo.commit('Change another line', at(7));
    desk.agentWrites('docs/draft.ts', code(6, 'same'), 10);
    desk.repo.remove('docs/draft.ts');
    desk.repo.git(['merge', '-q', '--no-ff', '-m', 'Merge topic', 'topic'], at(20));
    await desk.scan();
    const lines = await desk.lines();
    assert.equal(lines.filter(({ path }) => path === 'src/kept.ts').length, 12);
    assert.deepEqual(lines.filter(({ path }) => path === 'src/new.ts'), []);
  });
});
