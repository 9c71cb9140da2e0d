import type { Ledger } from './ledger.ts';
import { commitBytes, commitOf } from './numberBlob.ts';

/** Texts that occur again and again (tools, models, branches; paths), kept once per repository. */
export interface TextTable {
  /** The number of a text; made when new. Inside a write. */
  idOf(text: string): number;
  /** The number of a text, or null when it was never kept. */
  find(text: string): number | null;
  textOf(id: number): string;
}

export function textTable(ledger: Ledger, repo: number, table: 'name' | 'path'): TextTable {
  const ids = new Map<string, number>();
  const texts = new Map<number, string>();
  const select = ledger.statement(`SELECT id FROM ${table} WHERE repo = ? AND text = ?`);
  const insert = ledger.statement(`INSERT INTO ${table} (repo, text) VALUES (?, ?) RETURNING id`);
  const reverse = ledger.statement(`SELECT text FROM ${table} WHERE id = ?`);
  const fresh = forgetWhenUndone(ledger, ids, texts);
  const remember = (text: string, id: number): number => {
    ids.set(text, id);
    texts.set(id, text);
    return id;
  };
  const find = (text: string): number | null => {
    fresh();
    const known = ids.get(text);
    if (known !== undefined) return known;
    const stored = select.get<{ id: number }>(repo, text)?.id;
    return stored === undefined ? null : remember(text, stored);
  };
  return {
    find,
    idOf: (text) => find(text) ?? remember(text, insert.get<{ id: number }>(repo, text)!.id),
    textOf(id) {
      fresh();
      const known = texts.get(id);
      if (known !== undefined) return known;
      const stored = reverse.get<{ text: string }>(id)?.text;
      if (stored === undefined) throw new RangeError(`No ${table} ${id} in this repository.`);
      remember(stored, id);
      return stored;
    },
  };
}

/** A commit and a time that lines share: where they were first committed, merged, or died. */
export interface Moment {
  readonly commit: string | null;
  /** UTC ms. */
  readonly at: number;
}

export interface MomentTable {
  /** The number of a moment; made when new. Inside a write. */
  idOf(commit: string | null, at: number): number;
  momentOf(id: number): Moment;
}

export function momentTable(ledger: Ledger, repo: number): MomentTable {
  // By time and then by commit: no texts have to be put together for the look-up.
  const ids = new Map<number, Map<string | null, number>>();
  const moments = new Map<number, Moment>();
  const select = ledger.statement('SELECT id FROM moment WHERE repo = ? AND commit_id = ? AND at = ?');
  const insert = ledger.statement('INSERT INTO moment (repo, commit_id, at) VALUES (?, ?, ?) RETURNING id');
  const reverse = ledger.statement('SELECT commit_id, at FROM moment WHERE id = ?');
  const fresh = forgetWhenUndone(ledger, ids, moments);
  const remember = (commit: string | null, at: number, id: number): number => {
    const sameTime = ids.get(at);
    if (sameTime === undefined) ids.set(at, new Map([[commit, id]]));
    else sameTime.set(commit, id);
    return id;
  };
  return {
    idOf(commit, at) {
      fresh();
      const known = ids.get(at)?.get(commit);
      if (known !== undefined) return known;
      const bytes = commitBytes(commit);
      const row = select.get<{ id: number }>(repo, bytes, at) ?? insert.get<{ id: number }>(repo, bytes, at)!;
      return remember(commit, at, row.id);
    },
    momentOf(id) {
      fresh();
      const known = moments.get(id);
      if (known !== undefined) return known;
      const row = reverse.get<{ commit_id: Uint8Array; at: number }>(id);
      if (row === undefined) throw new RangeError(`No moment ${id} in this repository.`);
      const moment = { commit: commitOf(row.commit_id), at: row.at };
      moments.set(id, moment);
      return moment;
    },
  };
}

/** Numbers learnt inside a transaction that was undone may be given to something else. */
function forgetWhenUndone(ledger: Ledger, ...caches: readonly { clear(): void }[]): () => void {
  let seen = ledger.undone;
  return () => {
    if (seen === ledger.undone) return;
    seen = ledger.undone;
    for (const cache of caches) cache.clear();
  };
}
