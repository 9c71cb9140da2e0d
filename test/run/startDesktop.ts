import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { HumanError } from '../../src/model/humanError.ts';
import { findProgram } from '../workbench/program.ts';
import { command } from './command.ts';
import type { Opened } from './opened.ts';

/** Opens the desktop VS Code with the extension from this source; resolves when its window is closed. */
export async function startDesktop({ root, scratch, folder, env, print, stopped }: Opened): Promise<void> {
  const code = findProgram(['code']);
  if (code === undefined) throw new HumanError('There is no "code" on PATH.');
  const built = await command(root, process.execPath, ['esbuild.js']);
  if (built.code !== 0) throw new HumanError(`The build failed:\n${built.output}`);
  const demo = Object.keys(env).length > 0;
  // A running VS Code would take the window over without its environment; one with its own data does not.
  const apart = demo ? ['--user-data-dir', join(scratch, 'user'), '--disable-workspace-trust'] : [];
  const args = [...apart, '--new-window', '--wait', `--extensionDevelopmentPath=${root}`, folder];
  print(`Opening ${folder} in the desktop VS Code; this ends when its window is closed.`);
  await new Promise<void>((done, failed) => {
    // The only way to start a .cmd on Windows is by a shell.
    const child = spawn(code, args, { env: { ...process.env, ...env }, stdio: 'inherit', shell: process.platform === 'win32' });
    stopped.addEventListener('abort', () => child.kill());
    child.on('error', failed);
    child.on('exit', (end) => (end === 0 || stopped.aborted ? done() : failed(new HumanError(`${code} ended with ${end}. "npm start -- --web" opens it in the browser instead.`))));
  });
}
