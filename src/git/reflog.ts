import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RepositoryFacts } from '../model/repository.ts';
import { whenMissing } from './missingFile.ts';

/** One line of a reflog: when the ref came to point to `commit`, and through what. */
export interface ReflogEntry {
  readonly commit: string;
  /** UTC ms. */
  readonly at: number;
  /** `update by push`, `fetch origin: fast-forward`, ... */
  readonly action: string;
}

const line = /^[0-9a-f]+ ([0-9a-f]+) .*> (\d+) [+-]\d{4}(?:\t(.*))?$/;

/** The entries of a ref's reflog, oldest first; none when git keeps no log of it. */
export async function readReflog(facts: RepositoryFacts, ref: string): Promise<readonly ReflogEntry[]> {
  return entriesOf(await readFile(join(facts.commonDir, 'logs', ref), 'utf8').catch(whenMissing('')));
}

function entriesOf(text: string): ReflogEntry[] {
  const entries: ReflogEntry[] = [];
  for (const one of text.split('\n')) {
    const parts = line.exec(one);
    // A deleted ref points to nothing.
    if (parts === null || /^0+$/.test(parts[1]!)) continue;
    entries.push({ commit: parts[1]!, at: Number(parts[2]) * 1000, action: parts[3] ?? '' });
  }
  return entries;
}
