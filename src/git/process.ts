import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { gitEnvironment, safeSettings } from './environment.ts';
import { gitFailure, startFailure } from './gitErrors.ts';
import { readAhead } from './readAhead.ts';

/** Where and with which git a command runs. */
export interface GitContext {
  /** Any folder of a working tree, or a bare repository. */
  readonly directory: string;
  /** The variables of this process; only the few that git needs are handed on. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The git program; `git` from PATH when absent. */
  readonly program?: string;
  /** `directory` is a git folder and is read as a bare repository. See historyContext. */
  readonly bare?: boolean;
}

export interface GitOptions {
  /** Written to git's standard input while its output is read. Strings are UTF-8. */
  readonly input?: Iterable<string> | AsyncIterable<string>;
  /** Ends git; what was waiting for it fails with an AbortError. */
  readonly signal?: AbortSignal | undefined;
}

/** How git ended. A signal counts as exit code 128. */
export interface GitEnd {
  readonly exitCode: number;
  readonly stderr: string;
}

export interface GitProcess {
  /** To be read to its end, or stopped. */
  readonly stdout: AsyncIterable<Buffer>;
  /** Rejects when git could not be started, was aborted, or its input could not be made. */
  readonly done: Promise<GitEnd>;
  /** Ends git early. */
  readonly stop: () => void;
}

/** Messages are short; a flood of warnings is cut. */
const stderrLimit = 64 * 1024;
const inputBatch = 32 * 1024;

/** Starts git. A numeric exit code is not an error here: some commands answer by it. */
export function spawnGit(context: GitContext, args: readonly string[], options: GitOptions = {}): GitProcess {
  const child = spawn(context.program ?? 'git', [...safeSettings, ...(context.bare === true ? ['--bare', '--git-dir=.'] : []), ...args], {
    cwd: context.directory,
    env: gitEnvironment(context.env),
    stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    windowsHide: true,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  const stop = (): void => void child.kill();
  const done = ending(context, child, options.input);
  // Whoever reads the output learns of the failure from `done` afterwards; until then it is not unhandled.
  done.catch(stop);
  return { stdout: readAhead(child.stdout as Readable), done, stop };
}

/** Output in chunks; throws a GitError or HumanError at the end when git failed. Ends git when the caller stops early. */
export async function* streamGit(context: GitContext, args: readonly string[], options: GitOptions = {}): AsyncGenerator<Buffer, void> {
  const { stdout, done, stop } = spawnGit(context, args, options);
  let broken: Error | null = null;
  let left = true;
  try {
    yield* stdout;
    left = false;
  } catch (error) {
    // The pipe broke because git did: `done` knows why.
    broken = error instanceof Error ? error : new Error(String(error));
    left = false;
  } finally {
    if (left) stop();
  }
  const { exitCode, stderr } = await done;
  if (exitCode !== 0) throw gitFailure(context, args, exitCode, stderr);
  if (broken !== null) throw broken;
}

/** Small outputs as a whole. Fails like `streamGit`. */
export async function runGit(context: GitContext, args: readonly string[], options: GitOptions = {}): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of streamGit(context, args, options)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function ending(context: GitContext, child: ChildProcess, input: GitOptions['input']): Promise<GitEnd> {
  const stderr = firstText(child.stderr as Readable);
  const closed = new Promise<number>((resolve, reject) => {
    child.once('error', (error) => reject(error.name === 'AbortError' ? error : startFailure(context, error)));
    child.once('close', (code) => resolve(code ?? 128));
  });
  if (input === undefined) return { exitCode: await closed, stderr: await stderr };
  const [exitCode] = await Promise.all([closed, feed(child.stdin as Writable, input)]);
  return { exitCode, stderr: await stderr };
}

function firstText(stream: Readable): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    stream.setEncoding('utf8');
    stream.on('data', (piece: string) => {
      if (text.length < stderrLimit) text += piece;
    });
    stream.once('close', () => resolve(text));
  });
}

/** Writes no faster than git reads, so that an input of any length needs little memory. */
async function feed(stdin: Writable, input: NonNullable<GitOptions['input']>): Promise<void> {
  // Git may end before it has read everything; its exit code and message then say why.
  let open = true;
  stdin.on('error', () => (open = false));
  const write = (text: string): Promise<void> => new Promise((resolve) => stdin.write(text, () => resolve()));
  let batch = '';
  for await (const piece of input) {
    batch += piece;
    if (batch.length < inputBatch) continue;
    await write(batch);
    batch = '';
    if (!open) return;
  }
  stdin.end(batch);
}
