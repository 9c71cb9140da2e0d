import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { demoNow, makeDemo } from '../../demo/makeDemo.ts';
import type { DemoProject } from '../../demo/makeDemo.ts';
import { gitRepo } from '../../fixtures/gitRepo.ts';
import type { GitRepo } from '../../fixtures/gitRepo.ts';

type LogRecord = {
  type: string; uuid: string; timestamp: string; cwd: string; sessionId: string; isSidechain: boolean;
  toolUseResult?: string | { filePath?: string; oldString?: string; newString?: string; originalFile?: string | null; content?: string };
};

describe('the demo project', function () {
  this.timeout(60_000);
  let dest: string;
  let project: DemoProject;
  let repo: GitRepo;
  let records: { file: string; record: LogRecord }[];

  before(async () => {
    dest = mkdtempSync(join(tmpdir(), 'demo-'));
    project = await makeDemo({ dest: join(dest, 'first') });
    repo = gitRepo(project.repo, { open: true });
    const logs = join(project.home, '.claude', 'projects');
    records = readdirSync(logs, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.jsonl')).flatMap((file) =>
      readFileSync(join(logs, file), 'utf8').trimEnd().split('\n').map((line) => ({ file, record: JSON.parse(line) as LogRecord })));
  });
  after(() => rmSync(dest, { recursive: true, force: true }));

  it('is the same for the same seed, wherever it is made, and another for another seed', async () => {
    const again = await makeDemo({ dest: join(dest, 'again') });
    const other = await makeDemo({ dest: join(dest, 'other'), seed: 2 });
    const refs = (dir: string): string => gitRepo(dir, { open: true }).git(['for-each-ref', '--format=%(refname) %(objectname)']);
    assert.equal(refs(again.repo), refs(project.repo));
    assert.deepEqual(again.truth, project.truth);
    assert.notEqual(other.head, project.head);
  });

  it('does not write over an earlier one', async () => {
    await assert.rejects(makeDemo({ dest: join(dest, 'first') }), /holds a demo project already/);
  });

  it('can end on any day of the week', async () => {
    for (let weekday = 1; weekday <= 6; weekday++) {
      const now = demoNow + weekday * 86_400_000 - 6 * 3_600_000;
      const { repo: dir, truth } = await makeDemo({ dest: join(dest, `day-${weekday}`), seed: weekday, now });
      const newest = Number(gitRepo(dir, { open: true }).git(['log', '--all', '-1', '--format=%ct'])) * 1000;
      assert.ok(newest < now && newest > now - 8 * 86_400_000, `newest commit ${new Date(newest).toISOString()}`);
      assert.ok(truth.pending > 0);
    }
  });

  it('has a believable history: its size, two people, every way of merging, and a sound object store', () => {
    const count = Number(repo.git(['rev-list', '--count', '--exclude=refs/notes/*', '--all']));
    assert.ok(count >= 120 && count <= 180, `${count} commits`);
    const authors = new Set(repo.git(['log', '--branches', '--remotes', '--format=%ae']).trim().split('\n'));
    assert.deepEqual([...authors].sort(), ['ada@fernwater.example', 'jonas@fernwater.example']);
    const subjects = repo.git(['log', '--first-parent', '--format=%s', 'origin/main']);
    for (const shape of [/^Merge pull request #\d+/m, / \(#\d+\)$/m, /^Revert "Revert "/m, /^Format src with tabs$/m, /^Rename /m]) assert.match(subjects, shape);
    for (const [pattern, times] of [[/^Simplify the \w+ test helpers$/gm, 4], [/^Revert "Handle /gm, 2], [/^Merge pull request #\d+ from fernwater\/platform-/gm, 3]] as const) {
      assert.equal(subjects.match(pattern)?.length, times, String(pattern));
    }
    const trailers = repo.git(['log', '--branches', '--remotes', '--format=%(trailers:key=Co-authored-by,valueonly)']).split('\n').filter((line) => line.includes('noreply@anthropic.com'));
    assert.ok(trailers.length >= 20 && trailers.length < count / 2, `${trailers.length} trailers`);
    assert.equal(repo.git(['fsck', '--no-dangling', '--no-progress']), '');
    assert.equal(gitRepo(project.origin, { open: true }).git(['rev-parse', 'main']).trim(), project.head);
  });

  it('keeps the pushes and fetches in the reflogs of the remote-tracking refs', () => {
    const reflog = (branch: string): string[] => repo.git(['reflog', 'show', '--date=unix', `origin/${branch}`]).trim().split('\n');
    assert.ok(reflog('main').length > 30);
    assert.equal(reflog('plant-groups').filter((line) => line.endsWith('update by push')).length, 2);
    assert.match(reflog('heat-alerts').join('\n'), /fetch/);
    const [pushed] = reflog('vacation-mode');
    const at = Number(/@\{(\d+)/.exec(pushed ?? '')?.[1]) * 1000;
    assert.ok(at > Number(repo.git(['log', '-1', '--format=%ct', 'origin/vacation-mode'])) * 1000 && at < project.now);
    assert.throws(() => repo.id('origin/zone-queries'), /git rev-parse/, 'a pruned branch leaves nothing');
  });

  it('logs in the agent\'s own form: unique ids but for the resumed session, times inside the story', () => {
    const byUuid = Map.groupBy(records, ({ record }) => record.uuid);
    const copied = [...byUuid.values()].filter((same) => same.length > 1);
    assert.ok(copied.length > 0 && copied.every((same) => new Set(same.map(({ file }) => file)).size === 2));
    assert.ok(records.some(({ record, file }) => record.isSidechain && file.includes('/subagents/agent-')));
    assert.ok(records.some(({ record }) => record.cwd.endsWith('/.claude/worktrees/rain-delay')));
    assert.ok(records.some(({ record }) => record.cwd === project.worktree));
    for (const { record } of records) assert.ok(Date.parse(record.timestamp) < project.now);
    const refused = records.filter(({ record }) => typeof record.toolUseResult === 'string');
    assert.equal(refused.length, project.truth.rejectedEdits);
  });

  it('logs accepted edits whose old text is in the original file exactly once', () => {
    let edits = 0;
    for (const { record: { toolUseResult: result } } of records) {
      if (typeof result !== 'object' || result.oldString === undefined) continue;
      edits++;
      assert.equal(result.originalFile?.split(result.oldString).length, 2, result.filePath);
    }
    assert.ok(edits > 50, `${edits} edits`);
  });

  it('leaves uncommitted agent lines in both working trees, as the log says', () => {
    const changed = repo.git(['status', '--porcelain']).trim().split('\n').map((line) => line.trim());
    assert.deepEqual(changed, ['M src/zones/vacation.ts', '?? test/vacation.test.ts']);
    assert.equal(gitRepo(project.worktree, { open: true }).git(['status', '--porcelain']).trim(), 'M src/forecasts/frost.ts');
    const written = records.findLast(({ record: { toolUseResult: result } }) => typeof result === 'object' && result.filePath === join(project.repo, 'test/vacation.test.ts'));
    const result = written?.record.toolUseResult;
    assert.equal(typeof result === 'object' && result.content, repo.read('test/vacation.test.ts'));
  });

  it('attests the teammate\'s lines by git-ai notes whose ranges lie in the file', () => {
    const notes = repo.git(['notes', '--ref=ai', 'list']).trim().split('\n').map((line) => line.split(' '));
    assert.ok(notes.length >= 4);
    for (const [note = '', commit = ''] of notes) {
      assert.equal(repo.git(['log', '-1', '--format=%ae', commit]).trim(), 'jonas@fernwater.example');
      const [path = '', entry = ''] = repo.git(['cat-file', 'blob', note]).split('\n');
      const last = Number(/(\d+)$/.exec(entry)?.[1]);
      assert.ok(last > 0 && last <= repo.git(['show', `${commit}:${path}`]).split('\n').length - 1, `${path}: ${entry}`);
    }
  });

  it('adds up', () => {
    const { written, committed, merged, alive, dead, pending, dropped } = project.truth;
    assert.equal(committed + pending + dropped, written);
    assert.equal(alive.all + dead.all, merged);
    assert.equal(dead.me + dead.meWithAi + dead.someoneElse, dead.all);
    assert.ok(Math.min(alive.edited, alive.moved, alive.reformatted, dead.me, dead.meWithAi, dead.someoneElse, pending, dropped) > 0);
  });
});
