import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { silentLogger } from '../../src/model/logger.ts';
import { openProject } from '../../src/scan/openProject.ts';
import { thisMachine } from '../../src/scan/machine.ts';
import type { Truth } from './truth.ts';
import { git, gitEnv } from './world.ts';
import type { World } from './world.ts';

/** A played world that can be put back to what its refs, their reflogs and the agent's logs were at a moment. */
export type WorldInSteps = {
  /** UTC ms at which a ref moved or an agent wrote, ascending. */
  readonly moments: readonly number[];
  readonly goTo: (at: number) => void;
  /** Scans into a ledger of that name, as of the time. */
  readonly scan: (ledger: string, asOf: number) => Promise<void>;
  /** `lines --json` of a ledger, in order. */
  readonly lines: (ledger: string, asOf: number) => Promise<string[]>;
};

type Timed = { readonly at: number; readonly text: string };

/**
 * Turns a world (for good) into a bare repository that knows my clone as a worktree that is gone: what lay there
 * uncommitted is undecided at every step, and only history is compared.
 */
export async function worldInSteps(world: World, truth: Truth): Promise<WorldInSteps> {
  const bare = join(world.root, 'bare.git');
  renameSync(join(truth.repo, '.git'), bare);
  rmSync(truth.repo, { recursive: true });
  mkdirSync(join(bare, 'worktrees', 'main'), { recursive: true });
  writeFileSync(join(bare, 'worktrees', 'main', 'gitdir'), `${join(truth.repo, '.git')}\n`);
  await git(world, bare, ['config', 'core.bare', 'true']);
  const { out } = await git(world, bare, ['for-each-ref', '--format=%(refname) %(symref)']);
  const names = out.trim().split('\n').map((row) => row.split(' '));
  const refs = names.filter(([, target]) => target === '').map(([name]) => String(name));
  const symbolic = names.filter(([, target]) => target !== '');
  const moves = new Map(refs.map((ref) => [ref, timedLines(join(bare, 'logs', ref), (line) => Number(/> (\d+) /.exec(line)?.[1] ?? 0) * 1000)]));
  const claude = join(world.home, '.claude');
  const files = readdirSync(claude, { recursive: true, withFileTypes: true }).filter(({ name }) => name.endsWith('.jsonl')).map(({ parentPath, name }) => join(parentPath, name));
  const logs = new Map(files.map((file) => [file, timedLines(file, (line) => Date.parse((JSON.parse(line) as { timestamp: string }).timestamp))]));
  rmSync(join(bare, 'refs', 'remotes'), { recursive: true, force: true });
  rmSync(join(bare, 'refs', 'heads'), { recursive: true, force: true });
  mkdirSync(join(bare, 'refs', 'heads'), { recursive: true });
  for (const [name, target] of symbolic) {
    mkdirSync(dirname(join(bare, String(name))), { recursive: true });
    writeFileSync(join(bare, String(name)), `ref: ${target}\n`);
  }
  const machine = { ...thisMachine(), home: truth.home, env: { ...process.env, ...gitEnv(world) } };
  const open = (ledger: string, asOf: number): ReturnType<typeof openProject> =>
    openProject({ repoDir: bare, ledgerFile: join(world.root, ledger), homes: [], asOf, logger: silentLogger, progress: () => undefined }, machine);
  return {
    moments: [...new Set([...moves.values(), ...logs.values()].flatMap((some) => some.map(({ at }) => at)))].toSorted((a, b) => a - b),
    goTo(at) {
      const upTo = (some: readonly Timed[]): string[] => some.filter((one) => one.at <= at).map(({ text }) => text);
      const tips: string[] = [];
      for (const ref of refs.toSorted()) {
        const lines = upTo(moves.get(ref) ?? []);
        const tip = lines.at(-1)?.split(' ')[1];
        writeFileSync(join(bare, 'logs', ref), lines.map((line) => `${line}\n`).join(''));
        if (tip !== undefined) tips.push(`${tip} ${ref}\n`);
      }
      writeFileSync(join(bare, 'packed-refs'), `# pack-refs with: sorted \n${tips.join('')}`);
      for (const [file, records] of logs) writeFileSync(file, upTo(records).map((line) => `${line}\n`).join(''));
    },
    async scan(ledger, asOf) {
      await using project = await open(ledger, asOf);
      await project.scan();
    },
    async lines(ledger, asOf) {
      await using project = await open(ledger, asOf);
      return (await Array.fromAsync(project.lines())).map((row) => JSON.stringify(row));
    },
  };
}

/** Lines of a log that is only ever appended to: a line is as late as the one before it. */
function timedLines(file: string, timeOf: (line: string) => number): Timed[] {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '', { flag: 'a' });
  let latest = 0;
  return readFileSync(file, 'utf8').split('\n').filter(Boolean).map((text) => ({ at: (latest = Math.max(latest, timeOf(text))), text }));
}
