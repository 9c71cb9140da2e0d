import type { FollowedLine, StoredContribution } from '../model/followedLine.ts';
import { contributionReader } from './contributionReader.ts';
import type { RepoTables } from './repoTables.ts';
import { byWriting } from './writtenLine.ts';

/** Contributions as shared objects: one object for each, however it was found. Loaded when first asked for. */
export interface LineCache {
  atPath(path: string): readonly StoredContribution[];
  ofEpisode(episode: string): readonly StoredContribution[];
  byRow(row: number): StoredContribution;
  byId(id: string): StoredContribution | null;
  line(id: number): FollowedLine;
  /** Everything loaded so far. */
  loaded(): Iterable<StoredContribution>;
  /** Takes in a contribution that is not in the ledger yet. */
  enter(contribution: StoredContribution): void;
  /** All that was entered is in the ledger now. */
  settle(): void;
  /** Forgets one that is not to be in the ledger any more. */
  drop(contribution: StoredContribution): void;
  clear(): void;
}

export function lineCache(tables: RepoTables): LineCache {
  const { ledger, repo, paths } = tables;
  const reader = contributionReader(tables);
  const byRow = new Map<number, StoredContribution>();
  const byLine = new Map<number, FollowedLine>();
  // Entered but perhaps not written: the ledger doesn't know them by path, episode or id.
  const entered = new Map<string, StoredContribution>();
  const byPath = new Map<string, StoredContribution[]>();
  const byEpisode = new Map<string, StoredContribution[]>();
  const owner = ledger.statement('SELECT row FROM contribution WHERE row < ? ORDER BY row DESC LIMIT 1');

  const known = (row: number): boolean => byRow.has(row);
  const remember = (loaded: readonly StoredContribution[]): void => {
    for (const one of loaded) {
      byRow.set(one.row, one);
      for (const line of one.lines) byLine.set(line.id, line);
    }
  };
  const rows = (column: 'path' | 'episode', id: number): StoredContribution[] =>
    ledger.statement(`SELECT row FROM contribution WHERE ${column} = ?`).tuples<readonly [number]>(id).map(([row]) => byRow.get(row)!);
  const group = (column: 'path' | 'episode', id: number | null, text: string): StoredContribution[] => {
    if (id !== null) remember(column === 'path' ? reader.atPath(id, known) : reader.ofEpisode(id, known));
    const written = id === null ? [] : rows(column, id);
    const others = [...entered.values()].filter((one) => one[column] === text && !written.includes(one));
    return [...written, ...others].toSorted(byWriting);
  };
  const cached = (groups: Map<string, StoredContribution[]>, text: string, load: () => StoredContribution[]): StoredContribution[] => {
    const known = groups.get(text);
    if (known !== undefined) return known;
    const found = load();
    groups.set(text, found);
    return found;
  };
  const find = (row: number): StoredContribution | null => {
    const held = byRow.get(row);
    if (held !== undefined) return held;
    const found = reader.byRow(row);
    if (found !== null) remember([found]);
    return found;
  };

  return {
    atPath: (path) => cached(byPath, path, () => group('path', paths.find(path), path)),
    ofEpisode(episode) {
      const select = ledger.statement('SELECT id FROM episode WHERE repo = ? AND text = ?');
      return cached(byEpisode, episode, () => group('episode', select.get<{ id: number }>(repo, episode)?.id ?? null, episode));
    },
    byRow(row) {
      const found = find(row);
      if (found === null) throw new RangeError(`No contribution ${row} in this repository.`);
      return found;
    },
    byId(id) {
      const held = entered.get(id);
      if (held !== undefined) return held;
      const row = ledger.statement('SELECT row FROM contribution WHERE repo = ? AND id = ?').get<{ row: number }>(repo, id)?.row;
      return row === undefined ? null : find(row);
    },
    line(id) {
      const held = byLine.get(id);
      if (held !== undefined) return held;
      const row = owner.get<{ row: number }>(id)?.row ?? 0;
      const line = find(row)?.lines[id - row - 1];
      if (line === undefined) throw new RangeError(`No line ${id} in this repository.`);
      return line;
    },
    loaded: () => byRow.values(),
    enter(contribution) {
      entered.set(contribution.id, contribution);
      remember([contribution]);
      for (const [groups, text] of [[byPath, contribution.path], [byEpisode, contribution.episode]] as const) {
        const found = groups.get(text);
        if (found !== undefined) groups.set(text, [...found, contribution].toSorted(byWriting));
      }
    },
    settle: () => entered.clear(),
    drop(contribution) {
      entered.delete(contribution.id);
      byRow.delete(contribution.row);
      for (const line of contribution.lines) byLine.delete(line.id);
      byPath.delete(contribution.path);
      byEpisode.delete(contribution.episode);
    },
    clear() {
      for (const map of [byRow, byLine, entered, byPath, byEpisode]) map.clear();
    },
  };
}
