import { fork } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { add, oneFailed, type Stage, type StageContext, type StageResult } from './stage.ts';

const counts = z.object({ passed: z.number(), failed: z.number(), skipped: z.number() });

interface MochaOptions {
  /** How long tests that have ended may take to let the process go, in milliseconds. */
  readonly patience?: number;
  /** How many processes share the files: most of what such tests do is wait for git. */
  readonly abreast?: number;
}

/** Mocha over `test/<folder>`, every test counted. Nothing to run where the folder has no test files. */
export function mochaStage(folder: string, { patience = 10_000, abreast = 1 }: MochaOptions = {}): Stage {
  return {
    name: folder,
    run: async (context) => {
      const { grep, files } = chosen(context, folder);
      if (files.length === 0) return undefined;
      const shares = Array.from({ length: abreast }, (_, share) => files.filter((_file, index) => index % abreast === share));
      return await mochaAbreast(context, shares, grep, patience);
    },
  };
}

/** Each group of files in a mocha of its own, all at once. */
export async function mochaAbreast(context: StageContext, groups: readonly (readonly string[])[], grep: readonly string[], patience = 10_000): Promise<StageResult> {
  return add(await Promise.all(groups.filter((files) => files.length > 0).map((files) => mocha(context, files, grep, patience))));
}

/** The test files of `test/<folder>` that the arguments choose (all without any), and what is passed on to mocha. */
export function chosen({ root, args }: Pick<StageContext, 'root' | 'args'>, folder: string): { readonly grep: readonly string[]; readonly files: readonly string[] } {
  const { grep, parts } = choice(args);
  const all = globSync(`test/${folder}/**/*.test.ts`, { cwd: root }).toSorted();
  return { grep, files: all.filter((file) => parts.length === 0 || parts.some((part) => file.includes(part))) };
}

/** Splits the arguments into parts of paths and what is passed on to mocha (`-g TEXT`). */
function choice(args: readonly string[]): { grep: string[]; parts: string[] } {
  const at = args.findIndex((arg) => arg === '-g' || arg === '--grep');
  if (at < 0) return { grep: [], parts: [...args] };
  return { grep: args.slice(at, at + 2), parts: [...args.slice(0, at), ...args.slice(at + 2)] };
}

function mocha(context: StageContext, files: readonly string[], grep: readonly string[], patience: number): Promise<StageResult> {
  const program = join(context.root, 'node_modules/mocha/bin/mocha.js');
  const options = ['--reporter', 'test/run/countReporter.ts', '--forbid-only', '--no-color', ...grep];
  const output = context.quiet === true ? 'ignore' : 'inherit';
  return new Promise((done, failed) => {
    const child = fork(program, [...options, ...files], {
      cwd: context.root,
      execPath: context.node,
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', output, output, 'ipc'],
    });
    let result: StageResult | undefined;
    let hanging: NodeJS.Timeout | undefined;
    child.on('message', (message) => {
      result = counts.parse(message);
      hanging = setTimeout(() => {
        context.print('  FAILED: the tests have ended, but something they started keeps the process alive.');
        result = { ...(result ?? oneFailed), failed: (result?.failed ?? 0) + 1 };
        child.kill('SIGKILL');
      }, patience);
    });
    child.on('error', failed);
    child.on('exit', (code, signal) => {
      clearTimeout(hanging);
      done(result === undefined || (code !== 0 && result.failed === 0) ? broken(context, result, code ?? signal) : result);
    });
  });
}

/** A run that ended badly without a failed test: a file that can't be loaded, a crash, an `.only`. */
function broken(context: StageContext, result: StageResult | undefined, end: number | NodeJS.Signals | null): StageResult {
  context.print(`  FAILED: mocha ended with ${end} (see above).`);
  return { passed: result?.passed ?? 0, failed: (result?.failed ?? 0) + 1, skipped: result?.skipped ?? 0 };
}
