import assert from 'node:assert/strict';
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { agentSources } from '../../../src/capture/registry.ts';
import { sourceHints } from '../../../src/capture/sourceHints.ts';
import { day, minute } from '../../../src/model/time.ts';
import { clearDesks, code, newDesk, start } from './desk.ts';
import type { Desk } from './desk.ts';

interface Source {
  readonly id: string;
  readonly state: string;
  readonly problems: readonly string[];
  readonly remedy: string | null;
}

describe('a source', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = newDesk();
  });
  afterEach(clearDesks);

  const asOf = start + 10 * day;
  const source = async (id: string): Promise<Source> => (JSON.parse((await desk.run(['sources', '--json', '--as-of', new Date(asOf).toISOString()])).out) as Source[]).find((one) => one.id === id)!;
  const scan = async (): Promise<void> => assert.equal((await desk.run(['scan', '--as-of', new Date(asOf).toISOString()])).code, 0);
  const signed = (name: string, at: number, who = 'Claude <noreply@anthropic.com>'): string => {
    desk.repo.write(`src/${name}.ts`, code(3, name));
    return desk.repo.commit(`Add ${name}\n\nCo-Authored-By: ${who}`, { at });
  };

  it('whose tool signs commits while no session of it is seen is silent, and says what to do', async () => {
    signed('one', start);
    signed('two', start + day);
    await scan();
    const { state, problems, remedy } = await source('claude-code');
    assert.equal(state, 'silent');
    assert.match(problems.join(' '), /^2 of your 2 commits of the last three weeks that name claude \(the latest on 2026-03-03\)/);
    assert.match(remedy ?? '', /looked for in ~\/\.claude\/projects\. .*cleanupPeriodDays.*extraLogHomes/);
    assert.equal((await source('codex')).state, 'not found');
  });

  it('is not silent after one commit, which may be old work picked up', async () => {
    signed('one', start);
    await scan();
    assert.equal((await source('claude-code')).state, 'not found');
  });

  it('is not silent where the latest commit is seen, in an edit or a session', async () => {
    signed('one', start - 8 * day);
    signed('two', start - 7 * day);
    desk.agentWrites('src/three.ts', code(3, 'three'), 0);
    signed('three', start + minute);
    await scan();
    assert.equal((await source('claude-code')).state, 'reading');
  });

  it('is silent again when it stops', async () => {
    desk.agentWrites('src/one.ts', code(3, 'one'), 0);
    signed('one', start + minute);
    signed('two', start + 4 * day);
    signed('three', start + 5 * day);
    await scan();
    const { state, problems } = await source('claude-code');
    assert.deepEqual([state, problems[0]?.startsWith('2 of your 3 commits')], ['silent', true]);
  });

  it('is not silent for commits of other people, or of long ago', async () => {
    for (const at of [start, start + day]) desk.repo.commit('Theirs\n\nCo-Authored-By: Claude <noreply@anthropic.com>', { at, allowEmpty: true, who: { name: 'Wil', email: 'wil@elsewhere.example' } });
    for (const at of [start - 20 * day, start - 19 * day]) desk.repo.commit('Old\n\nCo-Authored-By: Codex <noreply@openai.com>', { at, allowEmpty: true });
    await scan();
    assert.deepEqual([(await source('claude-code')).state, (await source('codex')).state], ['not found', 'not found']);
  });

  it('whose tool keeps a newer history of prompts than all its logs is silent', async () => {
    const log = desk.agentWrites('src/one.ts', code(3, 'one'), 0);
    desk.repo.commit('One', { at: start + minute });
    utimesSync(log, start / 1000, start / 1000);
    const history = join(desk.home, sourceHints['claude-code']!.signs![0]!);
    mkdirSync(dirname(history), { recursive: true });
    writeFileSync(history, '{}\n');
    const used = (at: number): void => utimesSync(history, at / 1000, at / 1000);
    used(start + day);
    await scan();
    assert.equal((await source('claude-code')).state, 'reading');
    used(start + 4 * day);
    assert.match((await source('claude-code')).problems[0] ?? '', /^Claude Code was used on 2026-03-06, and its newest log is of 2026-03-02\.$/);
    // a log that was only not read yet is no silence
    utimesSync(log, (start + 4 * day) / 1000, (start + 4 * day) / 1000);
    assert.equal((await source('claude-code')).state, 'reading');
    rmSync(log);
    assert.match((await source('claude-code')).problems[0] ?? '', /no log of it was found/);
    // what happens after the "now" asked for is not known yet
    used(asOf + day);
    assert.notEqual((await source('claude-code')).state, 'silent');
  });

  it('that is an agent has a hint where its logs are looked for', () => {
    assert.deepEqual(agentSources.map(({ id }) => id).filter((id) => sourceHints[id] === undefined), []);
    assert.deepEqual(Object.keys(sourceHints).filter((id) => !agentSources.some((one) => one.id === id)), []);
  });
});
