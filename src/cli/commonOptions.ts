import { resolve } from 'node:path';
import type { ParseArgsOptionsConfig } from 'node:util';
import { parseInstant } from '../report/window.ts';
import type { OptionValue } from './command.ts';
import { UsageError } from './usageError.ts';

/** Options of every command. */
export const commonOptions = {
  repo: { type: 'string' },
  ledger: { type: 'string' },
  home: { type: 'string', multiple: true },
  'as-of': { type: 'string' },
  json: { type: 'boolean' },
  verbose: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const satisfies ParseArgsOptionsConfig;

export interface CommonValues {
  readonly repoDir: string;
  readonly ledgerFile: string | null;
  readonly homes: readonly string[];
  readonly asOf: number;
  readonly json: boolean;
  readonly verbose: boolean;
}

/** Reads the common options; relative paths are made absolute. */
export function commonValues(options: Readonly<Record<string, OptionValue>>, folder: string, now: number): CommonValues {
  const path = (value: OptionValue): string | null => (typeof value === 'string' ? resolve(folder, value) : null);
  return {
    repoDir: path(options['repo']) ?? folder,
    ledgerFile: path(options['ledger']),
    homes: (Array.isArray(options['home']) ? options['home'] : []).map((home) => resolve(folder, String(home))),
    asOf: options['as-of'] === undefined ? now : asOfValue(String(options['as-of'])),
    json: options['json'] === true,
    verbose: options['verbose'] === true,
  };
}

function asOfValue(text: string): number {
  const at = parseInstant(text);
  if (at === null) throw new UsageError(`--as-of '${text}' is no date or time. Write for instance 2026-01-31 or 2026-01-31T18:00:00Z.`);
  return at;
}
