import { spawn } from 'node:child_process';
import { addressOf } from '../workbench/address.ts';
import { findProgram } from '../workbench/program.ts';
import type { Opened } from './opened.ts';
import { startOpened } from './startOpened.ts';

/** Serves the workbench until it is stopped, and says where. */
export async function startWeb(opened: Opened): Promise<void> {
  const server = await startOpened(opened);
  try {
    if (opened.stopped.aborted) return;
    const address = addressOf(server, { folder: opened.folder });
    opened.print(`Ready: ${address}\nCtrl+C ends it.`);
    showOnDesktop(address);
    // A timer keeps the process alive; the signal alone would not.
    const alive = setInterval(() => undefined, 60_000);
    await new Promise((done) => opened.stopped.addEventListener('abort', done));
    clearInterval(alive);
  } finally {
    await server.stop();
  }
}

/** Opens the person's browser where there is a desktop to open it on. */
function showOnDesktop(address: string): void {
  const { DISPLAY, WAYLAND_DISPLAY, SSH_CONNECTION } = process.env;
  if ((DISPLAY ?? WAYLAND_DISPLAY) === undefined || SSH_CONNECTION !== undefined) return;
  const opener = findProgram(['xdg-open']);
  if (opener !== undefined) spawn(opener, [address], { stdio: 'ignore', detached: true }).unref();
}
