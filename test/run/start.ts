import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HumanError } from '../../src/model/humanError.ts';
import { makeDemo } from '../demo/makeDemo.ts';
import { demoEnvironment } from '../workbench/demoHome.ts';
import { findProgram } from '../workbench/program.ts';
import type { Opened } from './opened.ts';
import { startCheck } from './startCheck.ts';
import { startDesktop } from './startDesktop.ts';
import { type StartOptions, startOptions } from './startOptions.ts';
import { startWeb } from './startWeb.ts';

/**
 * `npm start [REPO]`: the extension from this source in a real VS Code, on REPO with this person's own logs and
 * ledger, or on a demo project with a home of its own. See startOptions.ts for the command line.
 */
const root = join(import.meta.dirname, '../..');
const print = (text: string): void => { process.stdout.write(`${text}\n`); };

const scratch = mkdtempSync(join(tmpdir(), 'ai-net-value-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

/** Lets what runs end by itself; what does not is left after five seconds. */
function stop(): void {
  stopped.abort();
  setTimeout(() => process.exit(1), 5_000).unref();
}

try {
  const options = startOptions(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  const opened: Opened = { root, scratch, theme: options.theme, ...(await whatToOpen(options)), print, stopped: stopped.signal };
  if (options.check !== undefined) await startCheck(opened, { file: options.check, width: options.width });
  else if (!options.web && findProgram(['code']) !== undefined) await startDesktop(opened);
  else await startWeb(opened);
} catch (error) {
  if (!stopped.signal.aborted) {
    process.stderr.write(`${HumanError.is(error) || !(error instanceof Error) ? String((error as Error).message) : (error.stack ?? error.message)}\n`);
    process.exitCode = 1;
  }
}
// Nothing that was started may keep this from ending.
process.exit();

async function whatToOpen({ repository }: StartOptions): Promise<Pick<Opened, 'folder' | 'env'>> {
  if (repository !== undefined) return { folder: repository, env: {} };
  print('Making the demo project …');
  const demo = await makeDemo({ dest: join(scratch, 'demo'), now: Date.now() });
  return { folder: demo.repo, env: demoEnvironment(demo.home) };
}
