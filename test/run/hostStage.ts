import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { makeDemo } from '../demo/makeDemo.ts';
import { startBrowser } from '../workbench/browser.ts';
import { demoEnvironment } from '../workbench/demoHome.ts';
import { type HostTest, runInHost } from '../workbench/hostRun.ts';
import { bundleHostTests } from '../workbench/hostTests.ts';
import { installVsCode } from '../workbench/install.ts';
import { whyNotHere } from '../workbench/platform.ts';
import { vscodeNumber, type VsCodeVersion, vscodeVersions } from '../workbench/vscodeVersions.ts';
import { command } from './command.ts';
import { chosen } from './mochaStage.ts';
import { add, type StageContext, type StageResult } from './stage.ts';

const timeout = 180_000;

/** `test/host` inside the extension host of each VS Code version, against the extension built from this source. */
export async function run(context: StageContext): Promise<StageResult | undefined> {
  const { files, grep } = chosen(context, 'host');
  if (files.length === 0) return undefined;
  const why = whyNotHere();
  if (why !== undefined) {
    context.print(`   skipped: ${why}; npm run test:desktop runs these tests in the desktop VS Code.`);
    return undefined;
  }
  const built = await command(context.root, context.node, ['esbuild.js']);
  if (built.code !== 0) throw new Error(built.output);
  const tests = await bundleHostTests(context.root, files);
  const browser = await startBrowser(context.print);
  try {
    // One after the other, since two at once may want the same download; what runs in them mostly waits.
    for (const version of vscodeVersions) await installVsCode(version, context.print);
    return add(await Promise.all(vscodeVersions.map((version) => runVersion(context, { version, tests, browser, title: grep[1] ?? '' }))));
  } finally {
    await browser.close();
  }
}

interface VersionRun {
  readonly version: VsCodeVersion;
  readonly tests: string;
  readonly browser: Browser;
  /** What the titles of tests have to hold. */
  readonly title: string;
}

async function runVersion(context: StageContext, { version, tests, browser, title }: VersionRun): Promise<StageResult> {
  const install = await installVsCode(version, context.print);
  const folder = mkdtempSync(join(tmpdir(), 'host-'));
  try {
    const demo = await makeDemo({ dest: folder, now: Date.now() });
    const env = { ...demoEnvironment(demo.home), TEST_GREP: title };
    const found = await runInHost({ install, browser, extension: context.root, tests, folder: demo.repo, env, timeout });
    return counted(found, `VS Code ${vscodeNumber(version)}: `, context.print);
  } catch (error) {
    context.print(`  FAILED: VS Code ${vscodeNumber(version)}: ${error instanceof Error ? error.message : String(error)}`);
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Prints what failed or was skipped, each title with the version in front, and counts. */
export function counted(tests: readonly HostTest[], prefix: string, print: (text: string) => void): StageResult {
  for (const { title, state, error } of tests) {
    if (state === 'pending') print(`  skipped: ${prefix}${title}`);
    if (state === 'failed') print(`  FAILED: ${prefix}${title}\n${(error ?? '').split('\n').map((line) => `    ${line}`).join('\n')}`);
  }
  const count = (wanted: HostTest['state']): number => tests.filter(({ state }) => state === wanted).length;
  return { passed: count('passed'), failed: count('failed'), skipped: count('pending') };
}
