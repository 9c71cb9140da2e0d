import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { makeDemo } from '../demo/makeDemo.ts';
import type { HostTimes } from '../host/probe.ts';
import { startBrowser } from '../workbench/browser.ts';
import { demoEnvironment } from '../workbench/demoHome.ts';
import { runInHost } from '../workbench/hostRun.ts';
import { installVsCode } from '../workbench/install.ts';
import type { Env } from '../workbench/program.ts';
import type { Settings } from '../workbench/settings.ts';
import { newest } from '../workbench/vscodeVersions.ts';
import { realTeam } from './history/realTeam.ts';

const probe = join(import.meta.dirname, '../host/probe.ts');
const timeout = 300_000;

interface Opened {
  readonly folder: string;
  readonly env: Env;
  readonly settings: Settings;
  /** Whether it is the real team's project with all its homes. */
  readonly real: boolean;
}

/** Runs the probe in the newest VS Code, with the extension as packaged in `extension`. */
export async function hostTimes(extension: string, say: (text: string) => void): Promise<{ readonly times: HostTimes; readonly real: boolean }> {
  const install = await installVsCode(newest, say);
  const scratch = mkdtempSync(join(tmpdir(), 'host-times-'));
  const browser = await startBrowser(say);
  try {
    const tests = join(scratch, 'probe.cjs');
    await build({ entryPoints: [probe], outfile: tests, bundle: true, platform: 'node', target: 'node22', format: 'cjs', external: ['vscode'], logLevel: 'warning' });
    const { real, ...opened } = await opens(scratch, say);
    const [result] = await runInHost({ install, browser, extension, tests, ...opened, timeout });
    if (result?.note === undefined) throw new Error(`The extension host measured nothing: ${result?.error ?? 'no result'}`);
    return { times: JSON.parse(result.note) as HostTimes, real };
  } finally {
    await browser.close();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

async function opens(scratch: string, say: (text: string) => void): Promise<Opened> {
  // The first scan is started by the probe; VS Code's own git would be measured with ours.
  const settings = { 'aiNetValue.scanAutomatically': false, 'git.enabled': false };
  const team = await realTeam(say);
  if (team === null) {
    const demo = await makeDemo({ dest: scratch, now: Date.now() });
    return { folder: demo.repo, env: demoEnvironment(demo.home), settings, real: false };
  }
  const home = join(scratch, 'home');
  mkdirSync(home);
  return { folder: team.repo, env: { ...demoEnvironment(home), GIT_CONFIG_GLOBAL: team.gitConfig }, settings: { ...settings, 'aiNetValue.extraLogHomes': team.homes }, real: true };
}
