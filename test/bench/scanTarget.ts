import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitEnvironment } from '../fixtures/gitRepo.ts';
import type { ScanSummary } from '../../src/model/project.ts';
import { cachePath } from './cache.ts';
import { type ChildRun, runNode } from './child.ts';

/** A repository with the logs that belong to it. */
export interface ScanTarget {
  readonly repo: string;
  readonly homes: readonly string[];
  /** git's settings of the person: user.email says whose commits are "mine". */
  readonly gitConfig: string;
  /** ISO time that counts as now. */
  readonly asOf: string;
}

export interface ScanRun extends ChildRun {
  readonly summary: ScanSummary;
}

/** The environment of a scan: nothing of the machine's own logs and settings gets in. */
export function scanEnvironment(target: ScanTarget): NodeJS.ProcessEnv {
  const empty = cachePath('empty-home');
  mkdirSync(empty, { recursive: true });
  const { CLAUDE_CONFIG_DIR: _, ...env } = gitEnvironment(target.gitConfig);
  return { ...env, HOME: empty, XDG_STATE_HOME: join(empty, 'state'), XDG_CONFIG_HOME: join(empty, 'config') };
}

/** One scan by the built command line, into the given ledger. */
export async function scan(cli: string, target: ScanTarget, ledger: string, memory = false): Promise<ScanRun> {
  const homes = target.homes.flatMap((home) => ['--home', home]);
  const args = [cli, 'scan', '--json', '--repo', target.repo, ...homes, '--ledger', ledger, '--as-of', target.asOf];
  const run = await runNode(args, { env: scanEnvironment(target), memory });
  return { ...run, summary: JSON.parse(run.output) as ScanSummary };
}

/** One scan into a new ledger, which is thrown away. */
export async function coldScan(cli: string, target: ScanTarget, memory = false): Promise<ScanRun> {
  return await withLedger((ledger) => scan(cli, target, ledger, memory));
}

export async function withLedger<T>(work: (ledger: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'ai-net-value-bench-'));
  try {
    return await work(join(folder, 'ledger.sqlite'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds of the steps of a scan that `wanted` says yes to. */
export function stepTime({ steps }: ScanSummary, wanted: (name: string) => boolean): number {
  return steps.filter(({ name }) => wanted(name)).reduce((sum, { milliseconds }) => sum + milliseconds, 0);
}

/** What a command takes that does nothing: to tell the work from the start of the process. */
export async function startUp(cli: string, target: ScanTarget): Promise<number> {
  return (await runNode([cli, '--version'], { env: scanEnvironment(target) })).ms;
}
