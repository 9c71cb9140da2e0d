import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ChildRun {
  /** From the start of the process to its end. */
  readonly ms: number;
  /** Most memory the process itself held, without what it started; null unless asked for. */
  readonly peakMb: number | null;
  readonly output: string;
}

export interface ChildOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly memory?: boolean;
}

/** Runs Node with these arguments. Throws when it ends with anything but 0. */
export async function runNode(args: readonly string[], { env, cwd, memory = false }: ChildOptions): Promise<ChildRun> {
  const folder = memory ? mkdtempSync(join(tmpdir(), 'ai-net-value-bench-')) : null;
  const report = folder === null ? null : join(folder, 'peak');
  try {
    const watch = report === null ? [] : ['--import', new URL('peakMemory.mjs', import.meta.url).href];
    const start = performance.now();
    const child = spawn(process.execPath, [...watch, ...args], { cwd, env: report === null ? env : { ...env, BENCH_PEAK_FILE: report }, stdio: ['ignore', 'pipe', 'pipe'] });
    const [output, problem, code] = await Promise.all([textOf(child.stdout), textOf(child.stderr), ending(child)]);
    const ms = performance.now() - start;
    if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}: ${problem}`);
    return { ms, peakMb: report === null ? null : Number(readFileSync(report, 'utf8')) / 1024, output };
  } finally {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  }
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  stream.setEncoding('utf8');
  for await (const piece of stream) text += String(piece);
  return text;
}

function ending(child: ReturnType<typeof spawn>): Promise<number | null> {
  return new Promise((done, failed) => child.once('error', failed).once('close', done));
}
