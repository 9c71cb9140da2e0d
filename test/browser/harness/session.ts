import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DemoProject, makeDemo } from '../../demo/makeDemo.ts';
import { startBrowser } from '../../workbench/browser.ts';
import { demoEnvironment } from '../../workbench/demoHome.ts';
import { installVsCode } from '../../workbench/install.ts';
import type { Env } from '../../workbench/program.ts';
import { startServer } from '../../workbench/server.ts';
import type { Settings } from '../../workbench/settings.ts';
import { newest, type VsCodeVersion } from '../../workbench/vscodeVersions.ts';
import { extensionId } from '../../workbench/summaryView.ts';
import { openWorkbench, type Workbench } from '../../workbench/workbench.ts';
import { type Actor, bundleActor, reachActor } from './actor.ts';
import { sharedBrowser } from './sharedBrowser.ts';

export interface SessionOptions {
  readonly version?: VsCodeVersion;
  readonly settings?: Settings;
  readonly env?: Env;
  /** Whether the project opens in restricted mode. */
  readonly restricted?: boolean;
  /** Proposed APIs that the extension declares beside what its package does. */
  readonly proposals?: readonly string[];
  /** Whether it has a browser, and with it a clipboard, of its own: for sessions side by side. */
  readonly ownBrowser?: boolean;
  /** Whether the actor (test/browser/actor) is there, too, and the extension's log kept at the trace level. */
  readonly withActor?: boolean;
  /** What is opened instead of the demo project; what is made for it goes into `dest`. */
  readonly project?: (dest: string) => SessionProject;
}

/** A repository, and the home folder its person's logs, git settings and ledger lie in. */
export type SessionProject = Pick<DemoProject, 'repo' | 'home'>;

/** A clean VS Code with nothing but the packaged extension, open on a demo project made for it, or on another one. */
export interface Session {
  readonly demo: SessionProject;
  readonly workbench: Workbench;
  /** Throws in a session without. */
  readonly actor: () => Actor;
  /** Reloads the window, as a person would; what was not saved comes back. */
  readonly reload: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const vsix = join(import.meta.dirname, '../../../dist/ai-net-value.vsix');

export async function openSession({ version = newest, settings = {}, env = {}, restricted = false, proposals, ownBrowser = false, withActor = false, project }: SessionOptions = {}): Promise<Session> {
  if (!existsSync(vsix)) throw new Error(`${vsix} is missing: npm run package makes it.`);
  const install = await installVsCode(version, print);
  const dest = mkdtempSync(join(tmpdir(), 'session-'));
  const remove = (): void => rmSync(dest, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  try {
    const demo = project === undefined ? await makeDemo({ dest, now: Date.now() }) : project(dest);
    const socket = join(dest, 'actor.sock');
    const actorFolder = withActor ? await bundleActor(join(dest, 'actor')) : undefined;
    const server = await startServer({
      install, settings, restricted,
      env: { ...demoEnvironment(demo.home), ACTOR_SOCKET: socket, ...env },
      vsix: [vsix],
      ...(proposals === undefined ? {} : { proposals: { extension: extensionId, names: proposals } }),
    });
    const close = async (): Promise<void> => {
      await server.stop();
      remove();
    };
    try {
      const more = actorFolder === undefined ? {} : { extension: actorFolder, traced: [extensionId] };
      const browser = ownBrowser ? await startBrowser(print) : await sharedBrowser();
      const workbench = await openWorkbench(browser, server, { folder: demo.repo, ...more });
      let actor = actorFolder === undefined ? undefined : await reachActor(socket);
      return {
        demo, workbench,
        actor: () => {
          if (actor === undefined) throw new Error('This session has no actor.');
          return actor;
        },
        reload: async () => {
          actor?.close();
          const loaded = workbench.page.waitForEvent('load', { timeout: 60_000 });
          await workbench.runCommand('Developer: Reload Window');
          await loaded;
          await workbench.page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
          if (actor !== undefined) actor = await reachActor(socket);
        },
        close: async () => {
          actor?.close();
          await workbench.close();
          if (ownBrowser) await browser.close();
          await close();
        },
      };
    } catch (error) {
      await close();
      throw error;
    }
  } catch (error) {
    remove();
    throw error;
  }
}
