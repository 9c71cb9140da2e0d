import { spawn } from 'node:child_process';
import { accessSync, chmodSync, closeSync, constants, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { gitEnvironment } from '../../src/git/environment.ts';
import { runNode } from './child.ts';
import type { ScanTarget } from './scanTarget.ts';
import { scanEnvironment, withLedger } from './scanTarget.ts';

/** One git command as a scan started it. */
export interface GitCommand {
  readonly args: readonly string[];
  readonly cwd: string;
  /** File with what was written to its standard input, or null. */
  readonly input: string | null;
}

/** The git commands of one cold scan that print history, in the order in which they were started. */
export interface RecordedScan {
  readonly commands: readonly GitCommand[];
  readonly folder: string;
  readonly remove: () => void;
}

/** Commands that print commits or differences; the many small facts beside them are left out, which makes the scan look worse. */
const history = new Set(['log', 'diff-tree']);

/** Runs a cold scan with a `git` in front of the real one that writes down what it is asked. Needs a POSIX shell. */
export async function recordScan(cli: string, target: ScanTarget): Promise<RecordedScan> {
  const folder = mkdtempSync(join(tmpdir(), 'ai-net-value-bench-'));
  const [programs, records] = [join(folder, 'bin'), join(folder, 'records')];
  mkdirSync(programs);
  mkdirSync(records);
  const shim = join(programs, 'git');
  writeFileSync(shim, recorder(realGit(), records));
  chmodSync(shim, 0o755);
  const env = scanEnvironment(target);
  await withLedger((ledger) => runNode([cli, 'scan', '--repo', target.repo, ...target.homes.flatMap((home) => ['--home', home]), '--ledger', ledger, '--as-of', target.asOf], {
    env: { ...env, PATH: `${programs}${delimiter}${env['PATH'] ?? ''}` },
  }));
  const commands = readdirSync(records).filter((name) => name.endsWith('.args')).toSorted().map((name) => commandOf(join(records, name)));
  return { commands: commands.filter(({ args }) => args.some((arg) => history.has(arg))), folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Time in nanoseconds and process id name each record. */
function recorder(git: string, records: string): string {
  return `#!/bin/sh
record="${records}/$(date +%s%N)-$$"
case " $* " in
  *" --stdin "*) tee "$record.in" | "${git}" "$@"; code=$? ;;
  *) "${git}" "$@"; code=$? ;;
esac
{ pwd; printf '%s\\n' "$@"; } > "$record.args"
exit $code
`;
}

function commandOf(file: string): GitCommand {
  // No argument of ours holds a line feed.
  const [cwd = '', ...args] = readFileSync(file, 'utf8').trimEnd().split('\n');
  return { args, cwd, input: args.includes('--stdin') ? file.replace(/\.args$/, '.in') : null };
}

/** Runs the commands again, one after the other, and throws away what they print. */
export async function replay(commands: readonly GitCommand[], target: ScanTarget): Promise<void> {
  for (const command of commands) await replayOne(command, target);
}

async function replayOne({ args, cwd, input }: GitCommand, target: ScanTarget): Promise<void> {
  const stdin = input === null ? null : openSync(input, 'r');
  try {
    const child = spawn('git', args, { cwd, env: gitEnvironment(scanEnvironment(target)), stdio: [stdin ?? 'ignore', 'ignore', 'inherit'] });
    const code = await new Promise((done, failed) => child.once('error', failed).once('close', done));
    if (code !== 0) throw new Error(`git ${args.join(' ')} ended with ${String(code)}`);
  } finally {
    if (stdin !== null) closeSync(stdin);
  }
}

function realGit(): string {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const file = join(folder, 'git');
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch (error) {
      // not in this folder: the next one
      if (!(error instanceof Error && 'code' in error)) throw error;
    }
  }
  throw new Error('There is no git on the PATH: install git.');
}
