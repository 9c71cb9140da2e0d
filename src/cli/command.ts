import type { ParseArgsOptionsConfig } from 'node:util';
import type { Project, ProjectOptions, Store } from '../model/project.ts';
import type { Terminal } from './terminal.ts';

export type OptionValue = string | boolean | (string | boolean)[] | undefined;

/** What a command is given. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Values of the command's own options, by their long names. */
  readonly options: Readonly<Record<string, OptionValue>>;
  readonly positionals: readonly string[];
  readonly json: boolean;
  /** UTC ms that counts as now. */
  readonly asOf: number;
  /** Absolute folder that paths on the command line are relative to. */
  readonly folder: string;
  /** Opens the repository; the first call opens, further ones return the same. */
  readonly project: (further?: Pick<ProjectOptions, 'assumptions'>) => Promise<Project>;
  /** Opens the ledger by itself, also where there is no repository; likewise only once. */
  readonly store: () => Promise<Store>;
  readonly signal: AbortSignal;
}

/** One command: one file in `commands/`. */
export interface Command {
  /** `report [--since 90d] [--md | --html FILE]` */
  readonly usage: string;
  /** More help below the usage: what it prints, options one by one. */
  readonly help: readonly string[];
  readonly options: ParseArgsOptionsConfig;
  /** Fewest and most positionals. */
  readonly positionals: readonly [number, number];
  readonly run: (context: CommandContext) => Promise<void>;
}

