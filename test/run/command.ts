import { spawn } from 'node:child_process';

/** How a command ended, and everything it printed, in order. */
export interface Outcome {
  readonly code: number;
  readonly output: string;
}

/** Runs a command in a folder to its end and collects what it prints to either stream. */
export function command(folder: string, program: string, args: readonly string[]): Promise<Outcome> {
  return new Promise((done, failed) => {
    const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.stderr.on('data', (part: Buffer) => parts.push(part));
    child.on('error', failed);
    child.on('close', (code) => done({ code: code ?? 1, output: Buffer.concat(parts).toString('utf8') }));
  });
}
