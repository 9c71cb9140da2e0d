import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DemoProject, makeDemo } from '../../demo/makeDemo.ts';
import { demoEnvironment } from '../../workbench/demoHome.ts';
import { installVsCode } from '../../workbench/install.ts';
import type { Env } from '../../workbench/program.ts';
import { startServer } from '../../workbench/server.ts';
import type { Settings } from '../../workbench/settings.ts';
import { newest, type VsCodeVersion } from '../../workbench/vscodeVersions.ts';
import { openWorkbench, type Workbench } from '../../workbench/workbench.ts';
import { sharedBrowser } from './sharedBrowser.ts';

export interface SessionOptions {
  readonly version?: VsCodeVersion;
  readonly settings?: Settings;
  readonly env?: Env;
  /** Whether the project opens in restricted mode. */
  readonly restricted?: boolean;
  /** What is opened instead of the demo project; what is made for it goes into `dest`. */
  readonly project?: (dest: string) => SessionProject;
}

/** A repository, and the home folder its person's logs, git settings and ledger lie in. */
export type SessionProject = Pick<DemoProject, 'repo' | 'home'>;

/** A clean VS Code with nothing but the packaged extension, open on a demo project made for it, or on another one. */
export interface Session {
  readonly demo: SessionProject;
  readonly workbench: Workbench;
  readonly close: () => Promise<void>;
}

const vsix = join(import.meta.dirname, '../../../dist/ai-net-value.vsix');

export async function openSession({ version = newest, settings = {}, env = {}, restricted = false, project }: SessionOptions = {}): Promise<Session> {
  if (!existsSync(vsix)) throw new Error(`${vsix} is missing: npm run package makes it.`);
  const install = await installVsCode(version, (text) => process.stdout.write(`${text}\n`));
  const dest = mkdtempSync(join(tmpdir(), 'session-'));
  const remove = (): void => rmSync(dest, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  try {
    const demo = project === undefined ? await makeDemo({ dest, now: Date.now() }) : project(dest);
    const server = await startServer({ install, env: { ...demoEnvironment(demo.home), ...env }, settings, vsix: [vsix], restricted });
    const close = async (): Promise<void> => {
      await server.stop();
      remove();
    };
    try {
      const workbench = await openWorkbench(await sharedBrowser(), server, { folder: demo.repo });
      return { demo, workbench, close: async () => { await workbench.close(); await close(); } };
    } catch (error) {
      await close();
      throw error;
    }
  } catch (error) {
    remove();
    throw error;
  }
}
