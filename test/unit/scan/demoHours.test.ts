import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { type ReadModel, readModel } from '../../../src/model/readModel.ts';
import { makeDemo } from '../../demo/makeDemo.ts';
import type { DemoProject } from '../../demo/makeDemo.ts';
import { gitRepo } from '../../fixtures/gitRepo.ts';
import { clearDesks, deskOf, temporaryFolder } from './desk.ts';
import type { Desk } from './desk.ts';

describe('hours of the demo project', function () {
  this.timeout(120_000);
  let demo: DemoProject;
  let desk: Desk;

  before(async () => {
    demo = await makeDemo({ dest: temporaryFolder(), seed: 3 });
    const configFile = join(demo.home, '.gitconfig');
    desk = deskOf({ folder: dirname(demo.repo), home: demo.home, configFile, repo: gitRepo(demo.repo, { open: true, configFile }) });
    assert.equal((await desk.run(['scan', ...now()])).code, 0);
  });
  after(clearDesks);

  const now = (): string[] => ['--as-of', new Date(demo.now).toISOString()];
  const report = async (...args: string[]): Promise<ReadModel> => readModel.parse(JSON.parse((await desk.run(['report', '--json', ...args, ...now()])).out));

  it('are told, with how far pauses decide', async () => {
    const { time, value } = await report();
    assert.ok(time.total > 0 && value.net !== null);
    const { strict, chosen, lax } = time.sensitivity!;
    assert.equal(chosen, time.total);
    assert.ok(strict < chosen && chosen < lax, `${strict} ${chosen} ${lax}`);
  });

  it('wait for the answer about last week, and show what was answered', async () => {
    const { value } = await report();
    const { week } = value.question!;
    const row = value.weeks.find((one) => one.week === week)!;
    assert.match((await desk.run(['report', ...now()])).out, /is not shown before you said/);
    assert.equal((await desk.run(['felt', week.slice(0, 10), '--saved', '2', '--fixing', '0.5', ...now()])).code, 0);
    const answered = await report();
    assert.deepEqual([answered.value.question, answered.value.felt.weeks], [null, [{ week, felt: 1.5, estimated: row.net, gap: Math.round(100 * (1.5 - row.net.mid)) / 100 }]]);
    assert.deepEqual(answered.value.weeks, value.weeks, 'an answer never moves the estimate');
    assert.doesNotMatch((await desk.run(['report', ...now()])).out, /is not shown before you said/);
  });

  it('take the pace a person enters and the assumptions they set, and say so', async () => {
    const published = await report();
    assert.match(published.value.paceLabel!, /^from published pace/);
    assert.equal((await desk.run(['pace', '2-4', ...now()])).code, 0);
    const entered = await report();
    assert.match(entered.value.paceLabel!, /^from the pace you entered/);
    assert.ok(entered.value.net!.mid > published.value.net!.mid);
    await desk.run(['pace', '--clear', ...now()]);
    assert.deepEqual(await report(), published);
    const assumed = await report('--assume', 'readIdle=900', '--assume', 'editIdle=900');
    assert.equal(assumed.time.total, published.time.sensitivity!.lax);
    assert.deepEqual(assumed.assumptions.filter(({ changed }) => changed).map(({ name, value }) => [name, value]), [['editIdle', 900], ['readIdle', 900]]);
  });

  it('can be skipped', async () => {
    const ledger = ['--ledger', join(temporaryFolder(), 'ledger.sqlite')];
    await desk.run(['scan', ...now(), ...ledger]);
    const { week } = (await report(...ledger)).value.question!;
    await desk.run(['felt', week, '--skip', ...now(), ...ledger]);
    assert.equal((await report(...ledger)).value.question, null);
  });
});
