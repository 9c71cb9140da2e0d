import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { HumanError } from '../../src/model/humanError.ts';

export type Env = Readonly<Record<string, string | undefined>>;

export interface ProgramOptions {
  readonly cwd?: string;
  readonly env?: Env;
}

/** The path of the first of these programs that is on PATH, or undefined. */
export function findProgram(names: readonly string[], env: Env = process.env): string | undefined {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const paths = names.flatMap((name) => folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))));
  return paths.find(isProgram);
}

function isProgram(path: string): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EACCES') return false;
    throw error;
  }
}

/** Runs a program to its end; resolves to its exit code and what it printed. */
export function tryProgram(program: string, args: readonly string[], options: ProgramOptions = {}): Promise<{ code: number; output: string }> {
  return new Promise((done, failed) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.stderr.on('data', (part: Buffer) => parts.push(part));
    child.on('error', failed);
    child.on('close', (code) => done({ code: code ?? 1, output: Buffer.concat(parts).toString('utf8') }));
  });
}

/** Like `tryProgram`, but anything except exit code 0 is an error that carries the output and the `remedy`. */
export async function runProgram(program: string, args: readonly string[], options: ProgramOptions & { readonly remedy: string }): Promise<string> {
  const { code, output } = await tryProgram(program, args, options);
  if (code !== 0) throw new HumanError(`${program} ${args.join(' ')} ended with ${code}. ${options.remedy}\n${firstLines(output)}`);
  return output;
}

function firstLines(text: string): string {
  return text.split('\n').filter((line) => line.trim() !== '').slice(0, 12).join('\n');
}

/** Prints a line every ten seconds until the work is done. */
export async function withProgress<T>(what: string, print: (text: string) => void, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const seconds = (): number => Math.round((performance.now() - started) / 1000);
  const timer = setInterval(() => print(`  … still ${what}, ${seconds()} s`), 10_000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
