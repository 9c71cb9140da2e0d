import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { describeLedger } from '../ledger/describe.ts';
import { eraseLedger } from '../ledger/erase.ts';
import { emptyExport, exportAll } from '../ledger/exportAll.ts';
import type { NameLine } from '../ledger/exportAll.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { filesOf, keyFileOf } from '../ledger/ledgerFiles.ts';
import { ledgerLocation } from '../ledger/location.ts';
import { openLedger } from '../ledger/open.ts';
import type { ProjectOptions, Store } from '../model/project.ts';
import { followedId } from '../survival/fileMap.ts';
import { decodeFileMap } from '../survival/fileMapCodec.ts';
import { blocksStateName, describeBlocks } from './duplicates/blockState.ts';
import { followStateName, nameFollowState } from './followState.ts';
import { branchesStateName, describeBranches } from './rememberedBranches.ts';
import { thisMachine } from './machine.ts';
import type { Machine } from './machine.ts';

/** Where a person's ledger lies, if no other file is named. */
export function ledgerFile(options: Pick<ProjectOptions, 'ledgerFile'>, machine: Machine): string {
  return resolve(options.ledgerFile ?? ledgerLocation(machine));
}

/** Opens the ledger of a project or of a store, making it when there is none. */
export function openUsersLedger(file: string): Ledger {
  return openLedger({ file, random: (length) => randomBytes(length), now: Date.now });
}

function readState(name: string, bytes: Uint8Array, nameLine: NameLine): object {
  if (name === followStateName) return nameFollowState(bytes, nameLine);
  if (name === blocksStateName) return describeBlocks(bytes);
  return name === branchesStateName ? describeBranches(bytes) : {};
}

/** All that an open ledger can be asked about itself. */
export function storeOf(ledger: Ledger): Pick<Store, 'stored' | 'exportData' | 'erase'> {
  return {
    stored: async () => {
      const { file, keyFile, bytes, tables, repositories } = describeLedger(ledger);
      return { ledgerFile: file, keyFile, bytes, tables, repositories: repositories.length };
    },
    async *exportData() {
      yield* exportAll(ledger, { mapLines: (map) => decodeFileMap(map).ids.map(followedId), readState });
    },
    erase: async () => eraseLedger(ledger),
  };
}

/** The ledger by itself, of any repositories or none. One that does not exist is not made. */
export async function openStore(options: Pick<ProjectOptions, 'ledgerFile'>, machine: Machine = thisMachine()): Promise<Store> {
  const file = ledgerFile(options, machine);
  if (filesOf(file).length === 0) return nothingStored(file);
  const ledger = openUsersLedger(file);
  return { ...storeOf(ledger), [Symbol.asyncDispose]: async () => ledger.close() };
}

function nothingStored(file: string): Store {
  return {
    stored: async () => ({ ledgerFile: file, keyFile: keyFileOf(file), bytes: 0, tables: [], repositories: 0 }),
    async *exportData() {
      yield* emptyExport();
    },
    erase: async () => ({ files: [], repositories: 0, rows: 0 }),
    [Symbol.asyncDispose]: async () => undefined,
  };
}
