import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { claudeCode } from '../../../src/capture/agents/claudeCode/claudeCode.ts';
import { locateClaudeLogs } from '../../../src/capture/agents/claudeCode/locate.ts';
import { captureLogs } from '../../../src/capture/captureLogs.ts';
import type { CaptureSummary } from '../../../src/capture/captureLogs.ts';
import { ownedByUser, refuseForeignHome } from '../../../src/capture/ownership.ts';
import { agentSources } from '../../../src/capture/registry.ts';
import type { AgentSource, LogCursor, LogReading } from '../../../src/model/captureSource.ts';
import { HumanError } from '../../../src/model/humanError.ts';
import { claudeLogPath, claudeSession, writeClaudeLog } from '../../fixtures/claudeLog.ts';
import { context, repository, session, start, temporaryFolder } from './support.ts';

const uid = process.getuid?.();
const file = `${repository}/src/tide.ts`;

type Run = { readings: LogReading[]; summary: CaptureSummary };

async function capture(home: string, cursors: Map<string, LogCursor> = new Map(), given: { uid?: number; sources?: readonly AgentSource[] } = {}): Promise<Run> {
  const run = captureLogs({
    sources: given.sources ?? agentSources, homes: [{ path: home, env: {} }], uid: 'uid' in given ? given.uid : uid, context: context(),
    cursorOf: (_source, path) => cursors.get(path) ?? null,
  });
  const readings: LogReading[] = [];
  for await (const { source, reading } of run.readings) {
    assert.equal(source, 'claude-code');
    cursors.set(reading.cursor.file, reading.cursor);
    readings.push(reading);
  }
  return { readings, summary: run.summary() };
}

function homeWithOneSession(home: string): string {
  const log = session();
  log.edit(start, file, 'low', 'ebb', 'low\n');
  return writeClaudeLog(claudeLogPath(home, repository, log.id), log);
}

describe('capturing logs', () => {
  it('reads every changed file once and none that did not change', async () => {
    using folder = temporaryFolder();
    const path = homeWithOneSession(folder.path);
    const cursors = new Map<string, LogCursor>();
    const opened: string[] = [];
    const sources: AgentSource[] = [{ ...claudeCode, read: (...given) => { opened.push(given[0]); return claudeCode.read(...given); } }];
    const first = await capture(folder.path, cursors, { sources });
    assert.deepEqual([first.readings.length, first.summary.sources[0]!.read, first.summary.sources[0]!.bytes], [1, 1, statSync(path).size]);
    const second = await capture(folder.path, cursors, { sources });
    assert.deepEqual([second.readings.length, second.summary.sources[0]!.unchanged, second.summary.sources[0]!.bytes, second.summary.sources[0]!.state], [0, 1, 0, 'unchanged']);
    assert.equal(opened.length, 1);
    appendFileSync(path, '{"type":"mode"}\n');
    const third = await capture(folder.path, cursors, { sources });
    assert.deepEqual([third.summary.sources[0]!.bytes, third.summary.sources[0]!.counts.records], [16, 1]);
  });

  it('says "not found" of an agent without logs, and that is no fault', async () => {
    using folder = temporaryFolder();
    const { readings, summary } = await capture(folder.path);
    assert.deepEqual([readings, summary.problems, summary.sources[0]!.state, summary.sources[0]!.found], [[], [], 'not found', 0]);
  });

  it('counts an edit once across files, and as the older session’s', async () => {
    using folder = temporaryFolder();
    const older = session('b5f0c1d2-0000-4000-8000-0000000000ff');
    older.edit(start, file, 'low', 'ebb', 'low\n');
    older.edit(start, file, 'no', 'x', 'low\n', { outcome: 'rejected' });
    const fork = session('b5f0c1d2-0000-4000-8000-000000000000');
    fork.copyFrom(older);
    for (const [log, at] of [[fork, 2_000_000], [older, 1_000_000]] as const) {
      const path = writeClaudeLog(claudeLogPath(folder.path, repository, log.id), log);
      utimesSync(path, at, at);
    }
    const { readings, summary } = await capture(folder.path);
    const contributions = readings.flatMap((reading) => reading.contributions);
    assert.deepEqual(contributions.map((one) => one.session), [older.id]);
    assert.deepEqual([summary.sources[0]!.counts.duplicates, summary.sources[0]!.counts.rejected], [1, 1]);
  });

  it('counts files in which nothing belongs to this repository', async () => {
    using folder = temporaryFolder();
    homeWithOneSession(folder.path);
    const other = claudeSession({ id: 'b5f0c1d2-0000-4000-8000-00000000000a', cwd: '/home/ada/other' });
    other.say(start, 'hello');
    writeClaudeLog(claudeLogPath(folder.path, '/home/ada/other', other.id), other);
    assert.equal((await capture(folder.path)).summary.sources[0]!.elsewhere, 1);
  });

  it('does not read logs that belong to another user, and says so', async function () {
    if (uid === undefined) return this.skip();
    using folder = temporaryFolder();
    homeWithOneSession(folder.path);
    const { readings, summary } = await capture(folder.path, new Map(), { uid: uid + 1 });
    assert.deepEqual([readings.length, summary.problems.length], [0, 1]);
    assert.match(summary.problems[0]!, /belongs to another user/);
  });

  it('goes on with the other files when one cannot be read, and names the remedy', async () => {
    using folder = temporaryFolder();
    homeWithOneSession(folder.path);
    const bad = join(folder.path, '.claude', 'projects', 'x', 'locked.jsonl');
    mkdirSync(join(bad, '..'));
    writeFileSync(bad, '{}\n');
    const refused = Object.assign(new Error('no'), { code: 'EACCES' });
    const sources: AgentSource[] = [{ ...claudeCode, read: (path, ...rest) => (path === bad ? Promise.reject(refused) : claudeCode.read(path, ...rest)) }];
    const { readings, summary } = await capture(folder.path, new Map(), { sources });
    assert.equal(readings.length, 1);
    assert.deepEqual(summary.problems, [`${bad} could not be read (EACCES). Give yourself permission to read it.`]);
  });

  it('reads one log under two names once', async () => {
    using folder = temporaryFolder();
    homeWithOneSession(folder.path);
    symlinkSync(join(folder.path, '.claude'), join(folder.path, 'linked'));
    mkdirSync(join(folder.path, '.config'));
    symlinkSync(join(folder.path, '.claude'), join(folder.path, '.config', 'claude'));
    const { summary } = await capture(folder.path);
    assert.deepEqual([summary.sources[0]!.found, summary.sources[0]!.counts.duplicates], [1, 0]);
  });
});

describe('finding Claude Code logs', () => {
  it('knows every layout and every folder', async () => {
    using folder = temporaryFolder();
    const names = [
      '.claude/projects/-home-ada-tide/one.jsonl',
      '.claude/projects/-home-ada-tide/agent-a1.jsonl',
      '.claude/projects/-home-ada-tide/one/subagents/agent-b2.jsonl',
      '.claude/projects/-home-ada-tide/one/subagents/workflows/w1/agent-c3.jsonl',
      '.config/claude/projects/-home-ada-tide/two.jsonl',
      'elsewhere/projects/s/three.jsonl',
      'second/projects/s/four.jsonl',
    ];
    const others = ['.claude/history.jsonl', '.claude/projects/-home-ada-tide/one/tool-results/toolu_x.jsonl', '.claude/projects/-home-ada-tide/sessions-index.json', '.claude/projects/stray.jsonl'];
    for (const name of [...names, ...others]) {
      mkdirSync(join(folder.path, name, '..'), { recursive: true });
      writeFileSync(join(folder.path, name), '');
    }
    const found = await locateClaudeLogs(folder.path, { CLAUDE_CONFIG_DIR: ` ${join(folder.path, 'elsewhere')} , ~/second,` });
    assert.deepEqual(found, names.map((name) => join(folder.path, name)).sort());
  });

  it('finds nothing where there is nothing', async () => {
    using folder = temporaryFolder();
    assert.deepEqual(await locateClaudeLogs(join(folder.path, 'none'), {}), []);
    writeFileSync(join(folder.path, '.claude'), 'a file');
    assert.deepEqual(await locateClaudeLogs(folder.path, {}), []);
  });
});

describe('whose logs they are', () => {
  it('refuses a home of another user, root being no exception', () => {
    assert.throws(() => refuseForeignHome('/home/bob', 0, { uid: 1001 }), (error) => HumanError.is(error) && /--home/.test(error.message));
    assert.throws(() => refuseForeignHome('/root', 1001, { uid: 0 }), HumanError.is);
    refuseForeignHome('/home/ada', 1000, { uid: 1000 });
  });

  it('leaves it to Windows, where files have no user id', () => {
    refuseForeignHome('C:\\Users\\ada', undefined, { uid: 0 });
    assert.equal(ownedByUser({ uid: 5 }, undefined), true);
  });
});

describe('capture sources', () => {
  it('have ids of their own', () => {
    assert.equal(new Set(agentSources.map(({ id }) => id)).size, agentSources.length);
  });
});
