import { appendFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension.ts';

/** What one run inside the extension host found, in milliseconds. */
export interface HostTimes {
  readonly activation: number;
  /** Our part of each reveal of the filled side bar: from its page being loaded to its state being drawn. */
  readonly paints: readonly number[];
  /** All of each reveal, VS Code's part included. */
  readonly reveals: readonly number[];
  /** How late the event loop was while nothing was done, and during the first scan. */
  readonly idle: LoopDelay;
  readonly scan: LoopDelay;
  /** Agents' sessions that the scan found: what it was about. */
  readonly sessions: number;
}

export interface LoopDelay {
  readonly max: number;
  readonly p99: number;
  /** How long it was watched. */
  readonly during: number;
  /** Processor time of the loop's thread in that time: unlike the delays, it does not grow with what else the machine does. */
  readonly cpu: number;
}

const id = 'ai-net-value.ai-net-value';
/** VS Code and its own extensions are still starting before. */
const started = 6_000;
const idleTime = 5_000;
const reveals = 5;

/** What VS Code calls inside the extension host, in place of the tests: measures, and says so in the file that TEST_RESULTS names. */
export async function run(): Promise<void> {
  try {
    write({ title: 'host times', state: 'passed', note: JSON.stringify(await measure()) });
  } catch (error) {
    write({ title: 'host times', state: 'failed', error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  } finally {
    write({ end: true });
  }
}

async function measure(): Promise<HostTimes> {
  const extension = vscode.extensions.getExtension<ExtensionApi>(id);
  if (extension === undefined) throw new Error(`${id} is not installed`);
  const api = await extension.activate();
  await sleep(started);
  const idle = await watchLoop(() => sleep(idleTime));
  // Automatic scans are off, so that this is the first.
  const scan = await watchLoop(async () => { await vscode.commands.executeCommand('aiNetValue.scan'); });
  const state = api.sidebarState();
  if (state.kind !== 'report') throw new Error(`the scan left the side bar with "${state.kind}"`);
  const sessions = state.report.coverage.sources.reduce((sum, source) => sum + source.sessions, 0);
  await vscode.commands.executeCommand('aiNetValue.showSidebar');
  const paints = [];
  for (let left = reveals; left > 0; left -= 1) paints.push(await reveal(api));
  return { activation: api.activationMilliseconds, paints: paints.map(({ loaded, painted }) => painted - loaded), reveals: paints.map(({ painted }) => painted), idle, scan, sessions };
}

async function reveal(api: ExtensionApi): Promise<NonNullable<ReturnType<ExtensionApi['lastPaint']>>> {
  await vscode.commands.executeCommand('workbench.action.closeSidebar');
  await sleep(500);
  const before = api.lastPaint();
  await vscode.commands.executeCommand('aiNetValue.showSidebar');
  for (let left = 200; left > 0; left -= 1) {
    const now = api.lastPaint();
    if (now !== null && now !== before) return now;
    await sleep(50);
  }
  throw new Error('the side bar was not drawn within 10 s');
}

/** The timer that watches fires every millisecond; what is beyond that is delay. */
const resolution = 1;

async function watchLoop(work: () => Promise<void>): Promise<LoopDelay> {
  const watch = monitorEventLoopDelay({ resolution });
  const start = performance.now();
  const before = process.threadCpuUsage();
  watch.enable();
  await work();
  watch.disable();
  const used = process.threadCpuUsage(before);
  const beyond = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - resolution);
  return { max: beyond(watch.max), p99: beyond(watch.percentile(99)), during: performance.now() - start, cpu: (used.user + used.system) / 1e3 };
}

function write(record: unknown): void {
  const file = process.env['TEST_RESULTS'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(record)}\n`);
}
