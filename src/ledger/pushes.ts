import type { PushEvidence } from '../model/followStore.ts';
import { commitBytes, commitOf } from './numberBlob.ts';
import type { RepoTables } from './repoTables.ts';

/** Push evidence, with what was seen since the last save beside what the ledger holds. The earliest time counts. */
export interface KeptPushes {
  /** Ordered by (at, ref, commit). */
  all(): PushEvidence[];
  add(push: PushEvidence): void;
  /** Inside a write. */
  save(): void;
  clear(): void;
}

export function keptPushes(tables: RepoTables): KeptPushes {
  const { ledger, repo } = tables;
  const fresh: PushEvidence[] = [];
  const clear = (): void => void (fresh.length = 0);
  return {
    all: () => earliest([...readPushes(tables), ...fresh]),
    add: (push) => void fresh.push(push),
    save() {
      const put = ledger.statement('INSERT INTO push (repo, ref, commit_id, at) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET at = min(at, excluded.at)');
      for (const { ref, commit, at } of fresh) put.run(repo, ref, commitBytes(commit), at);
      clear();
    },
    clear,
  };
}

/** All pushes in the ledger, ordered by (at, ref, commit). */
export function readPushes({ ledger, repo }: RepoTables): PushEvidence[] {
  return ledger
    .statement('SELECT ref, commit_id, at FROM push WHERE repo = ? ORDER BY at, ref, commit_id')
    .tuples<readonly [string, Uint8Array, number]>(repo)
    .map(([ref, commit, at]) => ({ ref, commit: commitOf(commit)!, at }));
}

function earliest(pushes: readonly PushEvidence[]): PushEvidence[] {
  const name = (push: PushEvidence): string => `${push.ref}\n${push.commit}`;
  const found = new Map<string, PushEvidence>();
  for (const push of pushes) {
    const known = found.get(name(push));
    if (known === undefined || push.at < known.at) found.set(name(push), push);
  }
  return [...found.values()].toSorted((one, other) => one.at - other.at || (name(one) < name(other) ? -1 : 1));
}
