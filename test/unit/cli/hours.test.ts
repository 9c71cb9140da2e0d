import assert from 'node:assert/strict';
import { startOfWeek } from '../../../src/report/week.ts';
import { day } from '../../../src/model/time.ts';
import { assumptions } from '../../../src/value/assumptions.ts';
import { asOf, madeUpFacts } from '../report/madeUpFacts.ts';
import { fakeProject, run } from './fakes.ts';

const monday = startOfWeek(asOf) - 7 * day;

describe('commands about hours', () => {
  it('report takes assumptions, any number of them, and passes them on', async () => {
    const { opened, code } = await run(['report', '--assume', 'handHours=2', '--assume', 'ratioCentre=-0.2', '--json']);
    assert.deepEqual([code, opened[0]!.assumptions], [0, { handHours: 2, ratioCentre: -0.2 }]);
    assert.deepEqual((await run(['report', '--json'])).opened[0]!.assumptions, {});
  });

  it('an assumption out of bounds or unknown is an error with its remedy, and nothing is opened', async () => {
    const out = await run(['report', '--assume', 'handHours=50']);
    assert.deepEqual([out.code, out.opened.length], [1, 0]);
    assert.match(out.err, /Time for 50 effective lines by hand: 50 is outside 0\.1 to 5 \(h\)\. Set handHours within these bounds\./);
    assert.match((await run(['report', '--assume', 'luck=1'])).err, /There is no assumption called luck\. Choose from: ratioCentre, /);
    for (const wrong of ['handHours', 'handHours=', 'handHours=a lot', '=2']) assert.equal((await run(['report', '--assume', wrong])).code, 2, wrong);
  });

  it('report --assumptions lists every one with its bounds, marked when changed', async () => {
    const { out, opened } = await run(['report', '--assumptions', '--assume', 'handHours=2']);
    assert.equal(opened.length, 0);
    assert.match(out, /^handHours = 2 h {2}\(changed; published 0\.91\) {2}\[0\.1 to 5\]$/m);
    for (const [name, { label }] of Object.entries(assumptions)) assert.ok(out.includes(`${name} = `) && out.replace(/\s+/g, ' ').includes(label), name);
    const listed = JSON.parse((await run(['report', '--assumptions', '--json'])).out) as { name: string; low: number; high: number; changed: boolean }[];
    assert.deepEqual(listed.map(({ name, low, high, changed }) => [name, low, high, changed]), Object.entries(assumptions).map(([name, { low, high }]) => [name, low, high, false]));
    assert.equal((await run(['report', '--assumptions', '--md'])).code, 2);
  });

  it('felt keeps an answer for the week a day falls into', async () => {
    const project = fakeProject();
    const { out } = await run(['felt', '2026-02-25', '--saved', '3', '--fixing', '1.5'], { project });
    assert.equal(out, 'The week of 23 Feb 2026 felt like 1.5 h net. The report shows it now.\n');
    await run(['felt', '2026-02-23', '--skip'], { project });
    assert.deepEqual(project.calls.filter((call) => /answer|dismiss/.test(call)), [`answerWeek ${monday} 3 1.5`, 'dismiss felt 2026-02-23']);
  });

  it('felt refuses what is no answer', async () => {
    const wrong = [['2026-02-25'], ['2026-02-25', '--saved', '3'], ['2026-02-25', '--saved', 'much', '--fixing', '1'], ['2026-02-25', '--saved', '200', '--fixing', '1'], ['2026-02-25', '--skip', '--saved', '1'], ['soon', '--skip'], ['--saved', '1']];
    for (const args of wrong) {
      const project = fakeProject();
      assert.equal((await run(['felt', ...args], { project })).code, 2, args.join(' '));
      assert.ok(!project.calls.some((call) => /answer|dismiss/.test(call)));
    }
    const early = await run(['felt', '2026-03-03', '--skip']);
    assert.deepEqual([early.code, early.err], [1, 'ai-net-value: The week of 2 Mar 2026 is not over yet. Answer from 9 Mar 2026 on.\n']);
  });

  it('felt alone shows the answers and what may be answered', async () => {
    const { out } = await run(['felt']);
    assert.match(out, /^26 Jan 2026 +3\.0 +1\.0 +2\.0$/m);
    assert.match(out, /A week usually feels [\d.]+ h better than estimated/);
    assert.match(out, /The week of 23 Feb is not shown before/);
    assert.equal((JSON.parse((await run(['felt', '--json'])).out) as unknown[]).length, 4);
    const project = fakeProject({ reportFacts: async () => ({ ...madeUpFacts(), work: { ...madeUpFacts().work, felt: [], episodes: [] } }) });
    assert.equal((await run(['felt'], { project })).out, 'Nothing was answered yet.\n');
  });

  it('coin says what came up', async () => {
    assert.equal((await run(['coin'])).out, 'Tails: do it by hand. (topic, today)\n');
    assert.deepEqual(JSON.parse((await run(['coin', '--json'])).out), { side: 'hand', branch: 'topic', again: false });
  });

  it('pace keeps a range, shows it and takes it back', async () => {
    const project = fakeProject();
    assert.match((await run(['pace', '0.5-2'], { project })).out, /^50 lines by hand: 0\.5 to 2 h/);
    assert.match((await run(['pace', '--clear'], { project })).out, /^No pace is entered/);
    assert.match((await run(['pace'], { project })).out, /^No pace is entered/);
    assert.deepEqual(project.calls.filter((call) => call.startsWith('setPace')), ['setPaceRange 0.5 2', 'setPaceRange none']);
    for (const wrong of ['2-0.5', '0-1', 'fast', '1', '1-1000']) assert.match((await run(['pace', wrong], { project })).err, /Write for instance 0\.5-2/, wrong);
    assert.equal((await run(['pace', '1-2', '--clear'], { project })).code, 2);
  });
});
