import { parseArgs } from 'node:util';
import { HumanError } from '../model/humanError.ts';
import { type Logger, silentLogger } from '../model/logger.ts';
import type { OpenProject, OpenStore, ProjectOptions } from '../model/project.ts';
import type { Clock } from '../model/time.ts';
import type { Command, OptionValue } from './command.ts';
import { commonOptions, type CommonValues, commonValues } from './commonOptions.ts';
import { commandHelp, programHelp, programName } from './help.ts';
import { type ProgressLine, progressLine } from './progressLine.ts';
import { registry } from './registry.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usageError.ts';

/** The world around the program. */
export interface CliWorld {
  readonly terminal: Terminal;
  readonly openProject: OpenProject;
  readonly openStore: OpenStore;
  readonly now: Clock;
  /** Absolute path of the current folder. */
  readonly folder: string;
  readonly version: () => Promise<string>;
  readonly signal: AbortSignal;
}

/**
 * Runs one command line (without the program's own name).
 * @returns the exit code: 0, 1 with one line on stderr, or 2 for wrong usage
 */
export async function runCli(args: readonly string[], world: CliWorld): Promise<number> {
  try {
    await dispatch(args, world);
    return 0;
  } catch (error) {
    if (world.signal.aborted) {
      world.terminal.err(`${programName}: stopped; what was read so far is kept.\n`);
      return 130;
    }
    if (error instanceof UsageError) {
      world.terminal.err(`${programName}: ${oneLine(error.message)} See ${programName} --help.\n`);
      return 2;
    }
    if (HumanError.is(error)) {
      world.terminal.err(`${programName}: ${oneLine(error.message)}\n`);
      return 1;
    }
    world.terminal.err(unexpected(error, args.includes('--verbose')));
    return 1;
  }
}

async function dispatch(args: readonly string[], world: CliWorld): Promise<void> {
  const { terminal } = world;
  const at = args.findIndex((arg) => !arg.startsWith('-'));
  const [name, before] = at < 0 ? [undefined, args] : [args[at]!, args.slice(0, at)];
  if (name === undefined || name === 'help') return await withoutCommand(name === 'help' ? ['--help'] : before, world);
  if (before.length > 0) throw new UsageError(`Options come after the command: ${programName} ${name} ${before.join(' ')}.`);
  if (!Object.hasOwn(registry, name)) throw new UsageError(`'${name}' is no command.`);
  const command = await registry[name]!.load();
  const { values, positionals } = parse(args.slice(1), command);
  if (values['help'] === true) return await terminal.out(commandHelp(command));
  if (values['version'] === true) return await terminal.out(`${await world.version()}\n`);
  checkPositionals(command, positionals);
  await runCommand(command, values, positionals, world);
}

async function withoutCommand(args: readonly string[], world: CliWorld): Promise<void> {
  if (args.includes('--version')) return await world.terminal.out(`${await world.version()}\n`);
  if (args.includes('--help') || args.includes('-h')) return await world.terminal.out(programHelp());
  throw new UsageError(`Which command? One of ${Object.keys(registry).join(', ')}.`);
}

function parse(args: readonly string[], command: Command): { readonly values: Readonly<Record<string, OptionValue>>; readonly positionals: readonly string[] } {
  try {
    return parseArgs({ args: [...args], options: { ...commonOptions, ...command.options }, allowPositionals: true, strict: true });
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) throw new UsageError(sentence(error.message));
    throw error;
  }
}

function checkPositionals(command: Command, positionals: readonly string[]): void {
  const [fewest, most] = command.positionals;
  if (positionals.length < fewest || positionals.length > most) throw new UsageError(`Usage: ${programName} ${command.usage}.`);
}

async function runCommand(command: Command, options: Readonly<Record<string, OptionValue>>, positionals: readonly string[], world: CliWorld): Promise<void> {
  const common = commonValues(options, world.folder, world.now());
  const progress = progressLine(world.terminal, world.now);
  const opened: Promise<AsyncDisposable>[] = [];
  const once = <Opened extends AsyncDisposable, Given extends unknown[]>(open: (...given: Given) => Promise<Opened>): ((...given: Given) => Promise<Opened>) => {
    let first: Promise<Opened> | null = null;
    return (...given) => {
      if (first === null) opened.push((first = open(...given)));
      return first;
    };
  };
  const project = once((further?: Pick<ProjectOptions, 'assumptions'>) => world.openProject({ ...common, ...further, logger: loggerOf(common, world.terminal, progress), progress: progress.report }));
  const store = once(() => world.openStore(common));
  const terminal: Terminal = {
    ...world.terminal,
    out: async (text) => {
      progress.clear();
      await world.terminal.out(text);
    },
  };
  try {
    await command.run({ terminal, options, positionals, json: common.json, asOf: common.asOf, folder: world.folder, project, store, signal: world.signal });
  } finally {
    progress.clear();
    // What could not be opened has nothing to close.
    for (const result of await Promise.allSettled(opened)) if (result.status === 'fulfilled') await result.value[Symbol.asyncDispose]();
  }
}

function loggerOf(common: CommonValues, terminal: Terminal, progress: ProgressLine): Logger {
  if (!common.verbose) return silentLogger;
  const line = (level: string) => (message: string) => {
    progress.clear();
    terminal.err(`${level}: ${message}\n`);
  };
  return { debug: line('debug'), info: line('info'), warn: line('warn'), error: (message, error) => line('error')(error === undefined ? message : `${message}: ${errorText(error)}`) };
}

function errorText(error: unknown): string {
  return error instanceof Error ? error.message : `thrown: ${typeof error}`;
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').trim();
}

/** Node's parse errors end without a full stop, or with advice on `--` that doesn't help here. */
function sentence(message: string): string {
  const first = oneLine(message).replace(/\. To specify a positional argument .*$/, '').replace(/\. Did you forget .*$/, '');
  return /[.!?]$/.test(first) ? first : `${first}.`;
}

function unexpected(error: unknown, verbose: boolean): string {
  const what = oneLine(errorText(error));
  const stack = verbose && error instanceof Error ? `${error.stack ?? ''}\n` : '';
  return `${programName}: Something unexpected went wrong (${what}). This is a fault of the program: run it again with --verbose and report what it prints.\n${stack}`;
}
