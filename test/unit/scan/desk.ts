import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { registry } from '../../../src/cli/registry.ts';
import { runCli } from '../../../src/cli/runCli.ts';
import type { ScanSummary } from '../../../src/model/project.ts';
import { day, minute } from '../../../src/model/time.ts';
import { thisMachine } from '../../../src/scan/machine.ts';
import type { Machine } from '../../../src/scan/machine.ts';
import { openProject } from '../../../src/scan/openProject.ts';
import { openStore } from '../../../src/scan/openStore.ts';
import { claudeLogPath, claudeSession, writeClaudeLog } from '../../fixtures/claudeLog.ts';
import type { ClaudeSession } from '../../fixtures/claudeLog.ts';
import { uuidFrom } from '../../fixtures/claudeRecords.ts';
import { ada, gitEnvironment, gitRepo } from '../../fixtures/gitRepo.ts';
import type { GitRepo, Person } from '../../fixtures/gitRepo.ts';

/** 2026-03-02T09:00:00Z: when the first thing happens in these tests. */
export const start = Date.UTC(2026, 2, 2, 9);

/** What a command came to. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** One object of `lines --json`. */
export interface LineRow {
  readonly path: string;
  readonly line: number | null;
  readonly commit: string | null;
  readonly contribution: string;
  readonly tool: string;
  readonly mine: boolean;
  readonly fate: string;
  readonly pathNow: string | null;
  readonly lineNow: number | null;
}

/** A person's machine in a temporary folder: home, repository, ledger, and the real command line. */
export interface Desk {
  readonly folder: string;
  readonly home: string;
  readonly ledger: string;
  readonly machine: Machine;
  readonly repo: GitRepo;
  /** Runs a command in the repository; `--as-of` is a year after `start`. `args` come last and so win. */
  readonly run: (args: readonly string[], options?: RunOptions) => Promise<Ran>;
  /** A scan that has to succeed. */
  readonly scan: (options?: RunOptions) => Promise<ScanSummary>;
  readonly lines: (options?: RunOptions) => Promise<LineRow[]>;
  /** The agent's transcript, empty at first; `save` writes it to where the agent would. */
  readonly session: (name: string, cwd?: string) => ClaudeSession;
  readonly save: (session: ClaudeSession) => string;
  /** The agent writes a file, in the log (saved) and on the disk. */
  readonly agentWrites: (path: string, text: string, minutes: number, name?: string) => string;
}

export interface RunOptions {
  /** Instead of the repository. */
  readonly folder?: string;
  readonly machine?: Partial<Machine>;
  readonly ledger?: string;
}

const folders: string[] = [];

/** For `afterEach`. */
export function clearDesks(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ainv-scan-')));
  folders.push(folder);
  return folder;
}

/** A desk with a repository that has no commit yet. */
export function newDesk(options: { readonly repoName?: string; readonly who?: Person; readonly folder?: string } = {}): Desk {
  const { who = ada, folder = temporaryFolder() } = options;
  const home = join(folder, 'home');
  mkdirSync(home, { recursive: true });
  const configFile = join(home, '.gitconfig');
  writeFileSync(configFile, `[user]\n\tname = ${who.name}\n\temail = ${who.email}\n[protocol "file"]\n\tallow = always\n`);
  const repo = gitRepo(join(folder, options.repoName ?? 'tide'), { who, configFile });
  return deskOf({ folder, home, configFile, repo });
}

/** A desk around what is there already. */
export function deskOf(there: { readonly folder: string; readonly home: string; readonly configFile: string; readonly repo: GitRepo }): Desk {
  const { folder, home, repo } = there;
  const ledger = join(folder, 'state', 'ledger.sqlite');
  const machine: Machine = { ...thisMachine(), home, env: { ...gitEnvironment(there.configFile), HOME: home } };
  const sessions = new Map<string, ClaudeSession>();
  const run: Desk['run'] = (args, options = {}) => runOn({ ...machine, ...options.machine }, ['--ledger', options.ledger ?? ledger, '--as-of', new Date(start + 365 * day).toISOString()], args, options.folder ?? repo.dir);
  const out = async (args: readonly string[], options?: RunOptions): Promise<string> => {
    const { code, out: text, err } = await run(args, options);
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${err}`);
    return text;
  };
  const session: Desk['session'] = (name, cwd = repo.dir) => {
    const made = sessions.get(name) ?? claudeSession({ id: uuidFrom(name), cwd });
    sessions.set(name, made);
    return made;
  };
  const save: Desk['save'] = (made) => writeClaudeLog(claudeLogPath(home, made.cwd, made.id), made);
  return {
    folder, home, ledger, machine, repo, run, session, save,
    scan: async (options) => JSON.parse(await out(['scan', '--json'], options)) as ScanSummary,
    lines: async (options) => rows(await out(['lines', '--json'], options)) as unknown[] as LineRow[],
    agentWrites: (path, text, minutes, name = 'first') => {
      session(name).write(start + minutes * minute, join(repo.dir, path), null, text);
      mkdirSync(dirname(join(repo.dir, path)), { recursive: true });
      writeFileSync(join(repo.dir, path), text);
      return save(session(name));
    },
  };
}

/** A command line against the real parts, on a machine as told. */
export async function runOn(machine: Machine, common: readonly string[], args: readonly string[], folder: string): Promise<Ran> {
  let out = '';
  let err = '';
  const command = args[0] ?? '';
  const code = await runCli(Object.hasOwn(registry, command) ? [command, ...common, ...args.slice(1)] : args, {
    terminal: {
      out: async (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      outIsTerminal: false, errIsTerminal: false, inIsTerminal: () => false,
      ask: async () => '',
    },
    openProject: (options) => openProject(options, machine),
    openStore: (options) => openStore(options, machine),
    now: Date.now,
    folder,
    version: async () => '0.0.0',
    signal: new AbortController().signal,
  });
  return { code, out, err };
}

/** NDJSON. */
export function rows(text: string): Record<string, unknown>[] {
  return text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** `count` different effective lines of code. */
export function code(count: number, word = 'level'): string {
  return Array.from({ length: count }, (_, at) => `export const ${word}Number${at} = measure('${word}', ${at * 7 + 1});\n`).join('');
}
