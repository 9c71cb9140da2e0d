import { resolve } from 'node:path';
import { compiledFileOf } from '../ledger/ledgerFiles.ts';
import { ledgerLocation } from '../ledger/location.ts';
import type { Surroundings } from '../ledger/location.ts';

/** Where code that was compiled for a command is kept. */
export interface CompiledPlace {
  /** The ledger that it lies beside: nothing is written where there is none. */
  readonly ledger: string;
  readonly file: string;
}

/**
 * Beside the ledger that the command line names, or the user's own: what is erased with it, and in a folder that is
 * the program's own. Null for a command line without a command, and on Windows beside a ledger elsewhere: there is
 * no telling who may write in that folder.
 */
export function compiledPlace(args: readonly string[], folder: string, surroundings: Surroundings): CompiledPlace | null {
  const [command] = args;
  if (command === undefined || !/^[a-z]+$/.test(command)) return null;
  const named = ledgerNamed(args);
  if (named !== null && surroundings.platform === 'win32') return null;
  const ledger = resolve(folder, named ?? ledgerLocation(surroundings));
  return { ledger, file: compiledFileOf(ledger, command) };
}

function ledgerNamed(args: readonly string[]): string | null {
  const at = args.lastIndexOf('--ledger');
  if (at >= 0) return args[at + 1] ?? null;
  return args.find((arg) => arg.startsWith('--ledger='))?.slice('--ledger='.length) ?? null;
}
