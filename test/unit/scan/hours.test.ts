import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Project, ReportFacts } from '../../../src/model/project.ts';
import { day, hour, minute } from '../../../src/model/time.ts';
import { isAlive } from '../../../src/model/fate.ts';
import { buildReport } from '../../../src/report/buildReport.ts';
import { skipKey } from '../../../src/report/weekToAsk.ts';
import { openProject } from '../../../src/scan/openProject.ts';
import { valueOf } from '../../../src/value/valueReport.ts';
import { claudeLogPath, claudeSession, writeClaudeLog } from '../../fixtures/claudeLog.ts';
import { uuidFrom } from '../../fixtures/claudeRecords.ts';
import { evidenceTest } from '../../../src/vscode/worker/evidenceTest.ts';
import { clearDesks, code, type Desk, newDesk, start } from './desk.ts';

/** For test/unit/scan: what hours are told from, out of real logs and a real repository. */
async function asked<T>(desk: Desk, asOf: number, ask: (project: Project) => Promise<T>): Promise<T> {
  const logger = { trace: () => undefined, debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  await using project = await openProject({ repoDir: desk.repo.dir, ledgerFile: desk.ledger, homes: [], asOf, logger: logger as never, progress: () => undefined }, desk.machine);
  return await ask(project);
}

const scanned = async (desk: Desk, asOf: number): Promise<ReportFacts> => await asked(desk, asOf, async (project) => {
  await project.scan();
  return await project.reportFacts();
});

/** A task a day: asked, written, read, committed. */
function work(desk: Desk, days: number, later = 0): void {
  for (let at = 0; at < days; at++) {
    const began = start + at * day + later;
    const path = `src/part${at}.ts`;
    const session = desk.session('tasks');
    session.prompt(began, 'Write a part.');
    session.write(began + 3 * minute, join(desk.repo.dir, path), null, code(20, `part${at}`));
    session.say(began + 4 * minute, 'Done.');
    desk.save(session);
    desk.repo.write(path, code(20, `part${at}`));
    desk.repo.commit(`Add part ${at}`, { at: began + 7 * minute });
  }
}

describe('hours', () => {
  afterEach(clearDesks);

  it('are told from lines, turns and commits', async () => {
    const desk = newDesk();
    work(desk, 6);
    // until its last commit the branch is known
    desk.repo.write('README.md', '# Tide\n');
    desk.repo.commit('Say what it is', { at: start + 50 * day });
    const { work: facts } = await scanned(desk, start + 60 * day);
    assert.equal(facts.episodes.length, 6);
    for (const episode of facts.episodes) {
      assert.deepEqual([episode.aiLines, episode.survival[30], episode.branch, episode.repo], [20, { alive: 20, dead: 0, open: 0 }, 'main', facts.repo]);
      // a minute before the prompt, four watched, three until the commit
      assert.equal(Math.round(60 * Object.values(episode.hours).reduce((sum, one) => sum + one, 0)), 8);
    }
    const { time, value } = valueOf({ ...facts, window: { since: start - day, until: start + 60 * day }, asOf: start + 60 * day });
    assert.deepEqual([time.total, time.grade, time.aiEpisodes, time.untimed, value.provisional], [0.8, 'reconstructed', 6, 0, 0]);
    assert.ok(value.net !== null && value.paceLabel !== null);
    assert.deepEqual(facts.groups.map(({ name, alive }) => [name, alive]), [['source', 120], ['TypeScript', 120], ['6 to 20 lines', 120], ['claude', 120]]);
  });

  it('belong to the branch that was checked out, where the log names none', async () => {
    const desk = newDesk();
    desk.repo.write('README.md', 'Tide.\n');
    desk.repo.commit('Begin', { at: start - day });
    const log = claudeSession({ id: uuidFrom('nameless'), cwd: desk.repo.dir, branch: 'HEAD' });
    for (const [name, hours] of [['one', 1], ['two', 4]] as const) {
      desk.repo.git(['checkout', '--quiet', '-b', name, 'main'], { at: start + hours * hour });
      log.prompt(start + hours * hour + minute, 'Write a part.');
      log.write(start + hours * hour + 3 * minute, join(desk.repo.dir, `src/${name}.ts`), null, code(20, name));
      log.say(start + hours * hour + 4 * minute, 'Done.');
      desk.repo.write(`src/${name}.ts`, code(20, name));
      desk.repo.commit(`Add ${name}`, { at: start + hours * hour + 6 * minute });
    }
    writeClaudeLog(claudeLogPath(desk.home, log.cwd, log.id), log);
    const { work: facts } = await scanned(desk, start + 5 * day);
    assert.deepEqual(facts.episodes.map(({ branch, aiLines, hours }) => [branch, aiLines, hours.waiting > 0]), [['one', 20, true], ['two', 20, true]]);
  });

  it('of groups are none, but their counts open exactly the lines counted', async () => {
    const desk = newDesk();
    work(desk, 5);
    // two files are rewritten in part by hand, and one draft the agent replaces itself
    for (const at of [1, 3]) desk.repo.write(`src/part${at}.ts`, code(20, `part${at}`).replaceAll('measure', 'estimate').split('\n').slice(0, 12 + at).join('\n'));
    desk.repo.commit('Estimate instead', { at: start + 6 * day });
    const log = desk.session('drafts');
    log.prompt(start + 7 * day, 'Write a test.');
    log.write(start + 7 * day + minute, join(desk.repo.dir, 'src/part.test.ts'), null, code(8, 'draft'));
    log.write(start + 7 * day + 2 * minute, join(desk.repo.dir, 'src/part.test.ts'), code(8, 'draft'), code(6, 'final'));
    desk.save(log);
    desk.repo.write('src/part.test.ts', code(6, 'final'));
    desk.repo.commit('Test', { at: start + 7 * day + hour });
    log.write(start + 45 * day, join(desk.repo.dir, 'src/young.ts'), null, code(9, 'young'));
    desk.save(log);
    desk.repo.write('src/young.ts', code(9, 'young'));
    desk.repo.commit('Young', { at: start + 46 * day });
    const asOf = start + 60 * day;
    await asked(desk, asOf, async (project) => {
      await project.scan();
      const { window, repo, causes } = buildReport(await project.reportFacts(), { since: { length: 10 * day }, asOf });
      const seen = { since: Date.parse(window.since), until: Date.parse(window.until), knownUntil: Date.parse(repo.knownUntil), asOf };
      assert.deepEqual(causes.groups.map(({ grouping, name, lines }) => [grouping, name, lines.lines]), [
        ['kind of work', 'source', 100], ['kind of work', 'tests', 6], ['language', 'TypeScript', 106], ['size', '6 to 20 lines', 106], ['tool', 'claude', 106],
      ]);
      for (const { grouping, name, lines, alive } of causes.groups) {
        const opened = await Array.fromAsync(project.evidence(evidenceTest({ filters: [lines.evidence], seen })));
        assert.equal(opened.length, lines.lines, `${grouping}: ${name}`);
        assert.equal(opened.filter(({ fate }) => isAlive(fate)).length, alive, `${grouping}: ${name}`);
      }
    });
  });

  it('are revised when a week’s lines died, in a log that grows; the same day tells nothing twice', async () => {
    const desk = newDesk();
    work(desk, 6);
    const first = await scanned(desk, start + 10 * day);
    assert.deepEqual(first.work.revisions, []);
    for (let at = 0; at < 5; at++) desk.repo.write(`src/part${at}.ts`, 'export const other = measure(0);\n');
    desk.repo.commit('Write it anew', { at: start + 12 * day });
    assert.deepEqual((await scanned(desk, start + 10 * day + hour)).work.revisions, []);
    const { revisions } = (await scanned(desk, start + 40 * day)).work;
    assert.deepEqual(revisions.map(({ week, at, why }) => [week, at, why]), [[Date.UTC(2026, 2, 2), start + 40 * day, 'its 30 days went on']]);
    assert.ok(revisions[0]!.now.mid < revisions[0]!.was.mid);
    assert.deepEqual((await scanned(desk, start + 41 * day)).work.revisions, revisions);
  });

  it('keep what a person answers and enters, and take assumptions from outside', async () => {
    const desk = newDesk();
    work(desk, 1);
    await asked(desk, start + day, async (project) => {
      await project.answerWeek({ week: Date.UTC(2026, 2, 2), saved: 2, fixing: 0.5 });
      await project.setPaceRange({ low: 0.5, high: 1.5 });
      const { work: facts } = await project.reportFacts();
      assert.deepEqual([facts.felt, facts.paceRange], [[{ week: Date.UTC(2026, 2, 2), saved: 2, fixing: 0.5 }], { low: 0.5, high: 1.5 }]);
      await assert.rejects(project.setPaceRange({ low: 2, high: 1 }), /longer one/);
      await project.setPaceRange(null);
      assert.equal((await project.reportFacts()).work.paceRange, null);
    });
  });

  it('let a coin decide a task; the first one of a branch and day stands', async () => {
    const desk = newDesk();
    work(desk, 1);
    const evening = start + 10 * hour;
    const first = await asked(desk, evening, async (project) => await project.flipCoin());
    assert.deepEqual([first.branch, first.again], ['main', false]);
    for (let again = 0; again < 8; again++) assert.deepEqual(await asked(desk, evening + again + 1, async (project) => await project.flipCoin()), { ...first, again: true });
    const { work: facts } = await scanned(desk, start + day);
    assert.deepEqual(facts.episodes.map(({ coin }) => coin), [first.side]);
    desk.repo.git(['checkout', '--quiet', '--detach']);
    await assert.rejects(asked(desk, evening, async (project) => await project.flipCoin()), /Check out the branch/);
  });

  it('are asked about once a week, in however many repositories', async () => {
    const [desk, other] = [newDesk(), newDesk()];
    work(desk, 5);
    // a minute counts once: the other one is worked on in the afternoon
    work(other, 5, 5 * hour);
    const now = start + 8 * day;
    const asks = async (one: Desk): Promise<string | undefined> => await asked({ ...one, ledger: desk.ledger }, now, async (project) => {
      await project.scan();
      return buildReport(await project.reportFacts(), { since: { length: 30 * day }, asOf: now }).value.question?.week;
    });
    const week = (await asks(desk))!;
    assert.equal(await asks(other), week);
    await asked(desk, now, (project) => project.dismiss(skipKey(Date.parse(week))));
    assert.deepEqual([await asks(desk), await asks(other)], [undefined, undefined]);
  });

  it('are the same, report after report', async () => {
    const desk = newDesk();
    work(desk, 3);
    const one = await scanned(desk, start + 60 * day);
    assert.deepEqual((await scanned(desk, start + 60 * day)).work, one.work);
  });
});
