import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AcceptedEdit, Observed } from '../../../src/model/observed.ts';
import { day, minute } from '../../../src/model/time.ts';
import { openProject } from '../../../src/scan/openProject.ts';
import { clearDesks, code, newDesk, start } from './desk.ts';
import type { Desk } from './desk.ts';

describe('what the editor saw', () => {
  afterEach(clearDesks);

  const given = code(6, 'sum');

  async function keep(desk: Desk, observed: Partial<Observed>): Promise<number> {
    const logger = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
    const options = { repoDir: desk.repo.dir, ledgerFile: desk.ledger, homes: [], asOf: start + day, logger, progress: () => undefined };
    await using project = await openProject(options, desk.machine);
    return await project.keepObserved({ edits: [], typed: [], counts: { characters: 0, unknown: 0 }, activity: [], ...observed });
  }

  function edit(desk: Desk, more: Partial<AcceptedEdit> = {}): AcceptedEdit {
    return { id: 'editor:window/2', session: 'window', at: start + 10 * minute, file: join(desk.repo.dir, 'src/sum.ts'), branch: null, tool: 'copilot', model: null, before: '// typed by hand\n', after: `// typed by hand\n${given}`, ...more };
  }

  function project(): Desk {
    const desk = newDesk();
    desk.repo.write('src/sum.ts', '// typed by hand\n');
    desk.repo.commit('Begin', { at: start });
    return desk;
  }

  it('is followed like any other edit, and counts as observed', async () => {
    const desk = project();
    assert.equal(await keep(desk, { edits: [edit(desk)] }), 1);
    await desk.scan();
    desk.repo.write('src/sum.ts', `// typed by hand\n${given}`);
    desk.repo.commit('Add sum', { at: start + 20 * minute });
    const { contributions } = await desk.scan();
    const rows = (await desk.lines()) as { fate?: string; grade?: string; tool: string; path: string; line: number | null }[];
    assert.equal(contributions, 1);
    assert.deepEqual(rows.map(({ fate, grade, tool, path, line }) => [fate, grade, tool, path, line]), [1, 2, 3, 4, 5, 6].map((at) => ['kept', 'observed', 'copilot', 'src/sum.ts', at + 1]));
  });

  it('is found also in commits that were followed before it was told', async () => {
    const desk = project();
    desk.repo.write('src/sum.ts', `// typed by hand\n${given}`);
    desk.repo.commit('Add sum', { at: start + 20 * minute });
    await desk.scan();
    await keep(desk, { edits: [edit(desk)] });
    await desk.scan();
    assert.deepEqual((await desk.lines()).map(({ fate }) => fate), Array(6).fill('kept'));
    const { commitsRead } = await desk.scan();
    assert.equal(commitsRead, 0, 'and is not looked for again');
  });

  it('is one contribution however often it is told, and none when an agent says in its log that it wrote it', async () => {
    const desk = project();
    assert.equal(await keep(desk, { edits: [edit(desk)] }), 1);
    assert.equal(await keep(desk, { edits: [edit(desk)] }), 0);
    desk.agentWrites('src/other.ts', code(5, 'other'), 30);
    await desk.scan();
    const again = edit(desk, { id: 'editor:window/3', file: join(desk.repo.dir, 'src/other.ts'), at: start + 30 * minute + 900, before: '', after: code(5, 'other') });
    assert.equal(await keep(desk, { edits: [again] }), 0);
    const rows = await desk.lines();
    assert.deepEqual([...new Set(rows.map(({ path, tool }) => `${path} ${tool}`))].toSorted(), ['src/other.ts claude', 'src/sum.ts copilot']);
  });

  it('is left out when it lies elsewhere, and marked in files whose lines never count', async () => {
    const desk = project();
    assert.equal(await keep(desk, { edits: [edit(desk, { file: join(desk.folder, 'elsewhere.ts') })] }), 0);
    assert.equal(await keep(desk, { edits: [edit(desk, { file: join(desk.repo.dir, 'vendor/lib.ts') })] }), 1);
    const { lines } = await desk.scan();
    assert.deepEqual([lines.written, lines.effective], [6, 0]);
  });

  it('is shown by sources with the share that could not be told apart, and leaves no text behind', async () => {
    const desk = project();
    await keep(desk, { counts: { characters: 3000, unknown: 1200 }, activity: [{ kind: 'editing own', from: start, to: start + minute }] });
    await keep(desk, { edits: [edit(desk)], activity: [{ kind: 'editing own', from: start, to: start + minute }, { kind: 'reading diff', from: start + minute, to: start + 2 * minute }] });
    const { out } = await desk.run(['sources', '--json']);
    const editor = (JSON.parse(out) as { id: string; found: boolean; problems: string[] }[]).find(({ id }) => id === 'editor');
    assert.equal(editor?.found, true);
    assert.match(editor.problems.join(), /^40 % of the characters/);
    const file = join(desk.folder, 'export.ndjson');
    await desk.run(['data', 'export', file]);
    const text = readFileSync(file, 'utf8');
    const records = text.trim().split('\n').map((line) => JSON.parse(line) as { kind: string; activity?: string; from?: number; to?: number });
    assert.deepEqual(records.filter(({ kind }) => kind === 'activity').map(({ activity, from, to }) => [activity, from, to]), [['editing own', start, start + minute], ['reading diff', start + minute, start + 2 * minute]]);
    assert.ok(!text.includes('sum0') && !text.includes('typed by hand'));
  });
});
