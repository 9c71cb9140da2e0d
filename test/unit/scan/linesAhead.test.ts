import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LinesAhead } from '../../../src/model/linesAhead.ts';
import { day, minute } from '../../../src/model/time.ts';
import { openProject } from '../../../src/scan/openProject.ts';
import { gitRepo } from '../../fixtures/gitRepo.ts';
import { clearDesks, code, newDesk, start } from './desk.ts';
import type { Desk } from './desk.ts';

describe('AI lines that no remote has yet', () => {
  afterEach(clearDesks);

  async function ahead(desk: Desk, folder = desk.repo.dir): Promise<LinesAhead> {
    const logger = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
    await using project = await openProject({ repoDir: folder, ledgerFile: desk.ledger, homes: [], asOf: start + day, logger, progress: () => undefined }, desk.machine);
    return await project.linesAhead();
  }
  const places = ({ lines }: LinesAhead): string[] => lines.map(({ path, line, tool }) => `${path}:${line} ${tool}`);

  function project(): Desk {
    const desk = newDesk();
    desk.repo.write('src/a.ts', '// begin\n');
    desk.repo.commit('Begin', { at: start });
    return desk;
  }

  it('are those of the working tree where there is no remote, new files among them, and effective ones only', async () => {
    const desk = project();
    desk.agentWrites('src/new.ts', `${code(2, 'fresh')}}\n`, 10);
    desk.agentWrites('src/kept.ts', code(2, 'kept'), 11);
    desk.repo.git(['add', 'src/kept.ts']);
    await desk.scan();
    const found = await ahead(desk);
    assert.deepEqual(places(found), ['src/kept.ts:1 claude', 'src/kept.ts:2 claude', 'src/new.ts:1 claude', 'src/new.ts:2 claude']);
    assert.equal(found.lines[2]?.text, code(1, 'fresh').trimEnd());
    assert.equal(found.pushedAt, null);
    desk.repo.commit('Add', { at: start + 20 * minute });
    await desk.scan();
    assert.deepEqual(places(await ahead(desk)), []);
  });

  it('are also those of commits that were not pushed, where they stand now, until they are', async () => {
    const desk = project();
    gitRepo(join(desk.folder, 'remote.git'), { bare: true });
    desk.repo.git(['remote', 'add', 'origin', join(desk.folder, 'remote.git')]);
    desk.repo.git(['push', '--quiet', '--set-upstream', 'origin', 'main']);
    desk.agentWrites('src/new.ts', code(3, 'fresh'), 10);
    desk.repo.commit('Add', { at: start + 20 * minute });
    desk.repo.write('src/new.ts', `// by hand\n${code(3, 'fresh').replace('freshNumber1 ', 'renamedByHand ')}`);
    await desk.scan();
    assert.deepEqual(places(await ahead(desk)), ['src/new.ts:2 claude', 'src/new.ts:4 claude']);
    assert.deepEqual(places(await ahead(desk, join(desk.repo.dir, 'src'))), ['src/new.ts:2 claude', 'src/new.ts:4 claude'], 'from a folder in it too');
    desk.repo.git(['push', '--quiet']);
    await desk.scan();
    const pushed = await ahead(desk);
    assert.deepEqual(places(pushed), []);
    assert.ok(pushed.pushedAt !== null);
  });

  it('leave nothing in the ledger or an export', async () => {
    const desk = project();
    desk.agentWrites('src/new.ts', code(2, 'fresh'), 10);
    await desk.scan();
    const exported = async (name: string): Promise<string> => {
      await desk.run(['data', 'export', join(desk.folder, name)]);
      return readFileSync(join(desk.folder, name), 'utf8');
    };
    const before = await exported('before');
    assert.equal((await ahead(desk)).lines.length, 2);
    const after = await exported('after');
    assert.equal(after, before);
    assert.doesNotMatch(after, /screen|unseen|wasRead|freshNumber/i);
  });
});
