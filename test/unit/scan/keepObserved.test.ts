import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startLiveCapture } from '../../../src/capture/live/liveCapture.ts';
import type { AcceptedEdit, AfterAccept, Observed } from '../../../src/model/observed.ts';
import type { ProjectOptions } from '../../../src/model/project.ts';
import { day, minute } from '../../../src/model/time.ts';
import { openProject } from '../../../src/scan/openProject.ts';
import { editor } from '../live/editor.ts';
import { clearDesks, code, newDesk, start } from './desk.ts';
import type { Desk } from './desk.ts';

describe('what the editor saw', () => {
  afterEach(clearDesks);

  const given = code(6, 'sum');

  function optionsOf(desk: Desk): ProjectOptions {
    const logger = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
    return { repoDir: desk.repo.dir, ledgerFile: desk.ledger, homes: [], asOf: start + day, logger, progress: () => undefined };
  }

  async function keep(desk: Desk, observed: Partial<Observed>): Promise<number> {
    await using project = await openProject(optionsOf(desk), desk.machine);
    return await project.keepObserved({ edits: [], typed: [], afterAccepts: [], counts: { characters: 0, unknown: 0 }, activity: [], ...observed });
  }

  async function recognise(desk: Desk, file: string, text: string): Promise<readonly number[]> {
    await using project = await openProject(optionsOf(desk), desk.machine);
    return await project.recognise(file, text);
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

  it('is one contribution when the log, the disk and the editor all tell of it, and the editor learns which lines are AI’s', async () => {
    const desk = project();
    const file = join(desk.repo.dir, 'src/sum.ts');
    const capture = startLiveCapture({ session: 'window', key: { k0: 1, k1: 2 }, branchOf: () => 'main', onSettled: () => undefined });
    const one = editor(capture, file, '// typed by hand\n', { top: desk.repo.dir });
    one.type('// and here\n');
    one.save();
    desk.repo.write('src/sum.ts', one.text());
    one.wait(30_000);
    const text = `${one.text()}${given}`;
    desk.session('first').write(start + 10 * minute, file, one.text(), text);
    desk.repo.write('src/sum.ts', text);
    desk.save(desk.session('first'));
    one.reload(text);
    one.wait(3000);
    const seen = capture.take(one.at(), true).get(desk.repo.dir);
    assert.deepEqual([seen?.edits, seen?.typed.length], [[], 1]);
    await keep(desk, seen!);
    const { contributions } = await desk.scan();
    assert.equal(contributions, 1);
    assert.deepEqual([...new Set((await desk.lines()).map(({ tool }) => tool))], ['claude']);
    const [asked] = capture.unrecognised(desk.repo.dir);
    const lines = await recognise(desk, file, asked!.text);
    assert.deepEqual(lines, [3, 4, 5, 6, 7, 8]);
    capture.recognise(file, asked!.version, lines);
    const begin = text.indexOf(given);
    assert.deepEqual([capture.hasAi(file, 0, begin), capture.hasAi(file, begin, begin + 1)], [false, true]);
  });

  it('is one contribution also when the log is read after the editor told of it, scanned in between or not', async () => {
    for (const between of [false, true]) {
      const desk = project();
      await desk.scan();
      desk.session('first').write(start + 30 * minute, join(desk.repo.dir, 'src/other.ts'), null, code(5, 'other'));
      desk.repo.write('src/other.ts', code(5, 'other'));
      await keep(desk, { edits: [edit(desk, { file: join(desk.repo.dir, 'src/other.ts'), at: start + 30 * minute + 900, before: '', after: code(5, 'other') }), edit(desk, { id: 'editor:window/9' })] });
      if (between) await desk.scan();
      desk.save(desk.session('first'));
      desk.repo.commit('Add other', { at: start + 50 * minute });
      const { contributions, lines } = await desk.scan();
      assert.deepEqual([contributions, lines.committed], [2, 5]);
      assert.deepEqual([...new Set((await desk.lines()).map(({ path, tool, fate }) => `${path} ${tool} ${fate}`))].toSorted(), ['src/other.ts claude kept', 'src/sum.ts copilot dropped']);
      const { steps } = await desk.scan();
      assert.equal(steps.find(({ name }) => name === 'History')?.found, 'no new commits');
    }
  });

  it('is none where git changed 1,000 files, seen by the disk and the editor', async () => {
    const desk = project();
    const capture = startLiveCapture({ session: 'window', key: { k0: 1, k1: 2 }, branchOf: () => 'main', onSettled: () => undefined });
    for (let at = 0; at < 1000; at++) capture.opened(editor(capture, join(desk.repo.dir, `src/${at}.ts`), 'const before = 1;\n', { top: desk.repo.dir }).document);
    const all = Array.from({ length: 1000 }, (_, at) => editor(capture, join(desk.repo.dir, `src/${at}.ts`), 'const before = 1;\n', { top: desk.repo.dir }));
    capture.headMoved(desk.repo.dir, all[0]!.at());
    for (const one of all) one.reload(`const before = 1;\n${given}`);
    const seen = capture.take(all[0]!.at() + minute, true).get(desk.repo.dir);
    assert.equal(seen, undefined);
    assert.equal(await keep(desk, {}), 0);
    assert.equal((await desk.scan()).contributions, 0);
  });

  it('is told of in the report as what was still there minutes later: characters of days, no accepts', async () => {
    const desk = project();
    const found = (seconds: AfterAccept['seconds'], characters: number, kept: number): AfterAccept => ({ tool: 'copilot', at: start + 10 * minute, seconds, characters, kept });
    await keep(desk, { edits: [edit(desk)], afterAccepts: [found(0, 40, 40), found(300, 40, 30)] });
    await keep(desk, { afterAccepts: [found(300, 10, 5)] });
    await desk.scan();
    const report = JSON.parse((await desk.run(['report', '--json'])).out) as { stages: { afterAccept: unknown } };
    assert.deepEqual(report.stages.afterAccept, [{ seconds: 0, characters: 40, kept: 40 }, { seconds: 300, characters: 50, kept: 35 }]);
    assert.match((await desk.run(['report'])).out.replaceAll(/\s+/g, ' '), /Still there 5 minutes after being accepted in the editor: 70% of 50 characters\./);
    const file = join(desk.folder, 'export.ndjson');
    await desk.run(['data', 'export', file]);
    const records = readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { kind: string });
    assert.deepEqual(records.filter(({ kind }) => kind === 'accepted text').map((one) => Object.keys(one).join()), Array(2).fill('kind,day,source,tool,seconds,characters,kept'));
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
