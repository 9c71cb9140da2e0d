import assert from 'node:assert/strict';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { captureLogs } from '../../../src/capture/captureLogs.ts';
import { agentSources } from '../../../src/capture/registry.ts';
import { createPathMapper } from '../../../src/git/pathMapping.ts';
import { readRepository } from '../../../src/git/repositoryFacts.ts';
import type { Contribution } from '../../../src/model/contribution.ts';
import { fingerprintText } from '../../../src/model/fingerprint.ts';
import { cached } from '../../bench/cache.ts';
import { runNode } from '../../bench/child.ts';
import { recordScan, replay } from '../../bench/gitCommands.ts';
import { growHistory } from '../../bench/history/growHistory.ts';
import { logsFromHistory } from '../../bench/history/logsFromHistory.ts';
import { me } from '../../bench/history/people.ts';
import { testKey } from '../../fixtures/contributions.ts';
import { gitRepo } from '../../fixtures/gitRepo.ts';
import type { GitRepo } from '../../fixtures/gitRepo.ts';

const end = Date.UTC(2026, 4, 28, 12);

/** What capture finds in the logs of a home, and whether each inserted line is among a commit's added lines for its path. */
async function capturedFrom(repo: GitRepo, home: string): Promise<{ contributions: Contribution[]; found: number; lines: number }> {
  const facts = await readRepository({ directory: repo.dir, env: process.env });
  const run = captureLogs({ sources: agentSources, homes: [{ path: home, env: {} }], uid: process.getuid?.(), cursorOf: () => null, context: { key: testKey, paths: createPathMapper(facts, new Set()), known: () => false } });
  const contributions: Contribution[] = [];
  for await (const { reading } of run.readings) contributions.push(...reading.contributions);
  const added = new Set<string>();
  let path = '';
  for (const line of repo.git(['log', '--all', '-p', '-m', '--format=', '--no-renames']).split('\n')) {
    if (line.startsWith('+++ b/')) path = line.slice(6);
    else if (line.startsWith('+')) added.add(`${path} ${fingerprintText(testKey, line.slice(1))}`);
  }
  const lines = contributions.flatMap((one) => one.inserted.map(({ fingerprint }) => `${one.path} ${fingerprint}`));
  return { contributions, found: lines.filter((line) => added.has(line)).length, lines: lines.length };
}

describe('histories for the bench', function () {
  this.timeout(60_000);
  let folder = '';
  let home = '';
  let repo: GitRepo;
  let grown: { changedLines: number; edits: number };

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bench-test-'));
    home = join(folder, 'home');
    mkdirSync(home);
    repo = gitRepo(join(folder, 'project'), { who: me });
    grown = await growHistory({ commits: 300, days: 60, logDays: 30, files: 40, repo: repo.dir, home, end });
    repo.git(['reset', '--quiet', '--hard', 'refs/heads/main']);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('have the size asked for, with merges, squashes and open branches', () => {
    const count = (args: readonly string[]): number => Number(repo.git(['rev-list', '--count', ...args]).trim());
    assert.ok(Math.abs(count(['main']) - 300) < 30, `${count(['main'])} commits`);
    assert.ok(count(['--merges', 'main']) > 10);
    assert.ok(count(['--grep', '^Topic .*(#', 'main']) > 10);
    assert.ok(repo.git(['for-each-ref', 'refs/heads']).trim().split('\n').length > 3);
    assert.equal(repo.git(['fsck', '--no-dangling', '--no-progress']), '');
  });

  it('have logs of the days asked for, whose lines are in the commits', async () => {
    const { contributions, found, lines } = await capturedFrom(repo, home);
    assert.equal(contributions.length, grown.edits);
    assert.ok(contributions.length > 10 && lines > 50);
    assert.ok(contributions.every(({ at }) => at > end - 31 * 86_400_000));
    // of a squashed branch whose steps are gone, lines that a later step replaced
    assert.ok(found / lines > 0.8, `${found} of ${lines}`);
  });

  it('are invented for a real repository from its own commits', async () => {
    const invented = join(folder, 'invented');
    mkdirSync(invented);
    const { edits, commits } = await logsFromHistory({ repo: repo.dir, home: invented, weeks: 1 });
    const { contributions, found, lines } = await capturedFrom(repo, invented);
    assert.ok(commits > 5 && edits >= commits);
    assert.ok(contributions.length > 5);
    assert.equal(found, lines);
  });

  it('are scanned by git commands that can be run again', async () => {
    const cli = join(folder, 'cli.mjs');
    const target = { repo: repo.dir, homes: [home], gitConfig: join(home, '.gitconfig'), asOf: new Date(end).toISOString() };
    // stands for the command line: what matters is that git is found on the PATH and that its input is kept
    writeFileSync(cli, `import { spawnSync } from 'node:child_process';
      const cwd = process.argv[process.argv.indexOf('--repo') + 1];
      const ids = spawnSync('git', ['rev-list', '-2', 'HEAD'], { cwd, encoding: 'utf8' }).stdout;
      spawnSync('git', ['diff-tree', '--stdin', '-r'], { cwd, input: ids });
      spawnSync('git', ['log', '-1', '--format=%x01%H'], { cwd });\n`);
    const recorded = await recordScan(cli, target);
    try {
      assert.deepEqual(recorded.commands.map(({ args }) => args), [['diff-tree', '--stdin', '-r'], ['log', '-1', '--format=%x01%H']]);
      assert.equal(readFileSync(recorded.commands[0]!.input!, 'utf8'), repo.git(['rev-list', '-2', 'HEAD']));
      await replay(recorded.commands, target);
    } finally {
      recorded.remove();
    }
    assert.ok(!existsSync(recorded.folder));
  });
});

describe('what the bench keeps and starts', () => {
  it('makes a thing once, and again what was left half made', async () => {
    const name = `test-${process.pid}`;
    let made = 0;
    const make = async (folder: string): Promise<{ made: number }> => {
      if (++made === 1) throw new Error('out of paper');
      assert.deepEqual(globSync('*', { cwd: folder }), []);
      return await Promise.resolve({ made });
    };
    await assert.rejects(cached(name, make), /out of paper/);
    assert.deepEqual(await cached(name, make), { made: 2 });
    assert.deepEqual(await cached(name, make), { made: 2 });
    rmSync(join(tmpdir(), 'ai-net-value-bench', name), { recursive: true });
  });

  it('tells the memory of a process by itself', async () => {
    const ballast = new Uint8Array(250_000_000).fill(1);
    const peak = async (code: string): Promise<number> => (await runNode(['-e', code], { env: process.env, memory: true })).peakMb!;
    const [little, much] = [await peak('0'), await peak('globalThis.held = new Uint8Array(200_000_000).fill(1)')];
    assert.ok(little < 150, `${little} MB while the parent holds ${ballast.length} bytes`);
    assert.ok(much - little > 150, `${much} - ${little} MB`);
  });

  it('fails when the process does', async () => {
    await assert.rejects(runNode(['-e', 'process.exit(3)'], { env: process.env }), /ended with 3/);
  });
});
