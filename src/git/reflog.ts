import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RepositoryFacts } from '../model/repository.ts';
import { whenMissing } from './missingFile.ts';

/** One line of a reflog: when the ref came to point to `commit`, and through what. */
export interface ReflogEntry {
  readonly commit: string;
  /** Where it pointed before; null when the ref was made. */
  readonly from: string | null;
  /** UTC ms. */
  readonly at: number;
  /** `update by push`, `fetch origin: fast-forward`, ... */
  readonly action: string;
}

const line = /^([0-9a-f]+) ([0-9a-f]+) .*> (\d+) [+-]\d{4}(?:\t(.*))?$/;
const nowhere = /^0+$/;

/** The entries of a ref's reflog, oldest first; none when git keeps no log of it. */
export async function readReflog(facts: RepositoryFacts, ref: string): Promise<readonly ReflogEntry[]> {
  return await readReflogFile(join(facts.commonDir, 'logs', ref));
}

/** The same of a file: each working tree has a log of its own HEAD. */
export async function readReflogFile(file: string): Promise<readonly ReflogEntry[]> {
  return entriesOf(await readFile(file, 'utf8').catch(whenMissing('')));
}

function entriesOf(text: string): ReflogEntry[] {
  const entries: ReflogEntry[] = [];
  for (const one of text.split('\n')) {
    const parts = line.exec(one);
    // A deleted ref points to nothing.
    if (parts === null || nowhere.test(parts[2]!)) continue;
    entries.push({ commit: parts[2]!, from: nowhere.test(parts[1]!) ? null : parts[1]!, at: Number(parts[3]) * 1000, action: parts[4] ?? '' });
  }
  return entries;
}
