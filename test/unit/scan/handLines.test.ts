import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { handLinesByEpisode } from '../../../src/ledger/handLines.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import { repositories } from '../../../src/ledger/repositories.ts';
import type { TypedText } from '../../../src/model/observed.ts';
import type { ReportFacts } from '../../../src/model/project.ts';
import { day, localDay, minute } from '../../../src/model/time.ts';
import { openProject } from '../../../src/scan/openProject.ts';
import { clearDesks, code, newDesk, start } from './desk.ts';
import type { Desk } from './desk.ts';

describe('lines typed by hand, in the ledger', () => {
  afterEach(clearDesks);

  const other = { name: 'Ben Hale', email: 'ben@fernwater.example' };
  const options = (desk: Desk) => {
    const logger = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
    return { repoDir: desk.repo.dir, ledgerFile: desk.ledger, homes: [], asOf: start + 300 * day, logger, progress: () => undefined };
  };
  async function tell(desk: Desk, ...typed: TypedText[]): Promise<number> {
    await using project = await openProject(options(desk), desk.machine);
    return await project.keepObserved({ edits: [], typed, afterAccepts: [], counts: { characters: 0, unknown: 0 }, activity: [] });
  }
  async function facts(desk: Desk): Promise<ReportFacts> {
    await using project = await openProject(options(desk), desk.machine);
    return await project.reportFacts();
  }
  let told = 0;
  function typed(desk: Desk, path: string, minutes: number, before: string, after: string, branch: string | null = 'main'): TypedText {
    return { id: `hand:window/${++told}`, session: 'window', at: start + minutes * minute, file: join(desk.repo.dir, path), branch, before, after };
  }
  function episodes(desk: Desk): unknown[] {
    const ledger = openLedger({ file: desk.ledger, random: randomBytes, now: Date.now });
    try {
      return handLinesByEpisode(ledger, repositories(ledger)[0]!.id).map(({ branch, lines, episode }) => [branch, lines, episode.split('\n')[1]]);
    } finally {
      ledger.close();
    }
  }

  it('are counted by branch and day, followed to their end, and compared with', async () => {
    const desk = newDesk();
    desk.repo.write('src/a.ts', '// begin\n');
    desk.repo.commit('Begin', { at: start });
    const text = `// begin\n${code(6, 'own')}}\n`;
    assert.equal(await tell(desk, typed(desk, 'src/a.ts', 10, '// begin\n', text)), 0, 'no AI contribution');
    desk.repo.write('src/a.ts', text);
    await desk.scan();
    assert.deepEqual(episodes(desk), [['main', 6, localDay(start)]]);
    desk.repo.commit('Type', { at: start + 20 * minute });
    await desk.scan();
    const kept = text.split('\n');
    kept.splice(1, 2);
    desk.repo.write('src/a.ts', kept.join('\n'));
    desk.repo.commit('Take two away', { at: start + 3 * day });
    await desk.scan();
    assert.deepEqual(episodes(desk), [['main', 6, localDay(start)]]);
    const { comparison } = await facts(desk);
    assert.deepEqual(comparison.filter(({ origin }) => origin === 'hand'), [
      { origin: 'hand', mergedAt: start + 20 * minute, diedAt: null, lines: 4 },
      { origin: 'hand', mergedAt: start + 20 * minute, diedAt: start + 3 * day, lines: 2 },
    ]);
    const { out } = await desk.run(['explain', 'src/a.ts', '--json']);
    const { lines } = JSON.parse(out) as { lines: { origin: string; tool: string | null }[] };
    assert.deepEqual(lines.map(({ origin, tool }) => [origin, tool]), [['unknown', null], ...Array.from({ length: 5 }, () => ['hand', null])]);
    assert.match((await desk.run(['explain', 'src/a.ts:2'])).out, /typed by hand/);
  });

  it('are of unknown origin where something changed them unseen before the commit', async () => {
    const desk = newDesk();
    desk.repo.write('src/a.ts', '// begin\n');
    desk.repo.commit('Begin', { at: start });
    await tell(desk, typed(desk, 'src/a.ts', 10, '', 'const first = measure(1);\nconst second = measure(2);\n'));
    desk.repo.write('src/a.ts', '// begin\nconst first = measure(1000);\n  const second = measure( 2 );\n');
    desk.repo.commit('Type', { at: start + 20 * minute });
    await desk.scan();
    const { out } = await desk.run(['explain', 'src/a.ts', '--json']);
    assert.deepEqual((JSON.parse(out) as { lines: { origin: string }[] }).lines.map(({ origin }) => origin), ['unknown', 'unknown', 'hand']);
  });

  it('change no figure about AI: those are the same with and without them', async () => {
    const outputs = await Promise.all([false, true].map(async (withHand) => {
      const desk = newDesk();
      const tellOf = async (...all: TypedText[]): Promise<void> => void (await tell(desk, ...(withHand ? all : [])));
      desk.repo.write('src/a.ts', '// begin\n');
      desk.repo.commit('Begin', { at: start });
      // on one branch and day with AI lines, typed over AI lines, and the very text of one
      desk.agentWrites('src/a.ts', `// begin\n${code(8, 'given')}`, 10);
      const lines = `// begin\n${code(8, 'given')}`.split('\n');
      lines[2] = lines[2]!.replace('measure', 'estimate');
      lines[3] = 'const typedInstead = somethingElse(entirely, different);';
      lines.splice(5, 0, ...code(20, 'own').trimEnd().split('\n'));
      const saved = lines.join('\n');
      await tellOf(
        typed(desk, 'src/a.ts', 15, lines.filter((_, at) => at !== 2 && at !== 3 && !(at >= 5 && at < 25)).join('\n'), saved),
        typed(desk, 'src/a.ts', 16, '', code(2, 'given')),
        typed(desk, 'src/b.ts', 16, '', code(30, 'never')),
      );
      await desk.scan();
      desk.repo.write('src/a.ts', saved);
      desk.repo.commit('Work', { at: start + 20 * minute });
      await desk.scan();
      // someone else squashes a branch with most of the AI lines and few of the typed ones
      desk.agentWrites('src/c.ts', code(6, 'squashed'), 40);
      await tellOf(typed(desk, 'src/c.ts', 41, '', code(30, 'kept back')));
      desk.repo.write('src/c.ts', `${code(6, 'squashed')}${code(30, 'kept back').split('\n').slice(0, 3).join('\n')}\n`);
      desk.repo.commit('Squash', { at: start + 60 * minute, who: other });
      await desk.scan();
      // typed over committed AI lines, and over typed ones
      const after = saved.replace('givenNumber0', 'givenNumber100').replace('ownNumber3 ', 'ownNumber300 ').replace(/.*ownNumber5.*\n/, '');
      await tellOf(typed(desk, 'src/a.ts', 70, saved, after));
      desk.repo.write('src/a.ts', after);
      desk.repo.commit('More', { at: start + 80 * minute });
      const summary = await desk.scan();
      const { value, time, ...report } = JSON.parse((await desk.run(['report', '--json'])).out) as { value: unknown; time: unknown; survival: { other: unknown; horizons: { other: unknown }[] } };
      // Hours are drawn with the ledger's own seed; own pace may well move them.
      assert.ok(value !== undefined && time !== undefined);
      report.survival.other = null;
      for (const one of report.survival.horizons) one.other = null;
      const exported = join(desk.folder, 'export.ndjson');
      await desk.run(['data', 'export', exported]);
      const records = readFileSync(exported, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { kind: string; source?: string });
      return {
        desk, hand: records.filter(({ kind }) => kind === 'typed lines').length, handEpisodes: episodes(desk),
        ai: {
          lines: await desk.lines(), look: (await desk.run(['look', '--json'])).out, sources: (await desk.run(['sources', '--json'])).out, report,
          summary: { ...summary, steps: null }, cohorts: records.filter(({ kind }) => kind === 'cohort'), contributions: records.filter(({ kind }) => kind === 'contribution').length,
          shown: (await desk.run(['data', 'show'])).out.split('\n').find((line) => /^\W*contributions/.test(line)),
        },
      };
    }));
    const [without, withThem] = outputs;
    const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll(/ainv-scan-\w+/g, ''));
    assert.deepEqual(plain(withThem!.ai), plain(without!.ai));
    assert.ok(without!.ai.lines.length >= 14 && without!.hand === 0 && withThem!.hand === 5);
    assert.deepEqual(without!.handEpisodes, []);
    const shown = (await withThem!.desk.run(['data', 'show'])).out;
    assert.match(shown, /typed by hand; counted in no figure about AI/);
  });
});
