import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import * as z from 'zod/mini';
import type { VsCodeInstall } from './install.ts';
import type { Env } from './program.ts';
import { startServer } from './server.ts';
import type { Settings } from './settings.ts';
import { openWorkbench } from './workbench.ts';

/** One test that ran inside the extension host. */
export type HostTest = z.infer<typeof hostTest>;
const hostTest = z.object({ title: z.string(), state: z.enum(['passed', 'failed', 'pending']), error: z.optional(z.string()), note: z.optional(z.string()) });

export interface HostResults {
  readonly tests: readonly HostTest[];
  /** Whether mocha reached its end. */
  readonly ended: boolean;
}

export interface HostRun {
  readonly install: VsCodeInstall;
  readonly browser: Browser;
  /** Source folder of the extension. */
  readonly extension: string;
  /** The module whose `run()` is called inside the extension host. */
  readonly tests: string;
  readonly folder: string;
  readonly env: Env;
  readonly settings?: Settings;
  /** Milliseconds for everything. */
  readonly timeout: number;
}

/** Runs tests inside the extension host of a real VS Code. Throws when they did not reach their end. */
export async function runInHost({ install, browser, extension, tests, folder, env, settings = {}, timeout }: HostRun): Promise<readonly HostTest[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'host-results-'));
  const results = join(scratch, 'results.ndjson');
  const server = await startServer({ install, env: { ...env, TEST_RESULTS: results }, settings });
  try {
    const ended = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => ended.reject(new Error(`The tests did not end within ${timeout / 1000} s.`)), timeout);
    const prepare = async (page: Page): Promise<void> => {
      page.on('crash', () => ended.reject(new Error('The page crashed.')));
      // The workbench calls this when the test host has ended.
      await page.exposeFunction('codeAutomationExit', () => ended.resolve(undefined));
      await page.exposeFunction('codeAutomationLog', () => undefined);
    };
    const workbench = await openWorkbench(browser, server, { folder, extension, tests, prepare });
    await ended.promise.finally(() => clearTimeout(timer));
    await workbench.close();
    const found = readResults(results);
    if (!found.ended) throw new Error(`The extension host ended before the tests did, after ${found.tests.length} of them.\n${server.log().slice(-2_000)}`);
    return found.tests;
  } finally {
    await server.stop();
    rmSync(scratch, { recursive: true });
  }
}

/** What `test/host/entry.ts` has written so far, one record a line. */
export function readResults(file: string): HostResults {
  if (!existsSync(file)) return { tests: [], ended: false };
  const records = readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map((line): unknown => JSON.parse(line));
  const ended = records.some((record) => z.object({ end: z.literal(true) }).safeParse(record).success);
  return { tests: records.flatMap((record) => hostTest.safeParse(record).data ?? []), ended };
}
