import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PushEvidence } from '../model/followStore.ts';
import type { DefaultBranch, RepositoryFacts } from '../model/repository.ts';
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

/**
 * Pushes of branches other than the default one, oldest first, from the reflogs of the remote-tracking
 * refs. A fetch only shows when a branch was seen, not since when it was there, and is no evidence.
 */
export async function pushEvidence(facts: RepositoryFacts, defaultBranch: DefaultBranch | null): Promise<readonly PushEvidence[]> {
  const top = 'refs/remotes';
  const files = await readdir(join(facts.commonDir, 'logs', top), { recursive: true, withFileTypes: true }).catch(whenMissing([]));
  const base = join(facts.commonDir, 'logs').length + 1;
  const mainName = defaultBranch?.ref.replace(/^refs\/(?:heads|remotes\/[^/]+)\//, '');
  const evidence: PushEvidence[] = [];
  await Promise.all(files.map(async (file) => {
    const ref = join(file.parentPath, file.name).slice(base).replaceAll('\\', '/');
    const branch = ref.split('/').slice(3).join('/');
    if (!file.isFile() || branch === 'HEAD' || branch === mainName) return;
    for (const { commit, at, action } of await readReflog(facts, ref)) {
      if (action === 'update by push') evidence.push({ ref, commit, at });
    }
  }));
  return evidence.toSorted((a, b) => a.at - b.at || (a.ref < b.ref ? -1 : 1));
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
