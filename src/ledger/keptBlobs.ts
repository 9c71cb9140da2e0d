import type { RepoTables } from './repoTables.ts';

/** Blobs by name, with what was set since the last save in front of what the ledger holds. */
export interface KeptBlobs {
  get(name: string): Uint8Array | null;
  set(name: string, value: Uint8Array | null): void;
  /** Names that have a value, sorted. */
  names(): string[];
  /** Inside a write. */
  save(): void;
  clear(): void;
}

interface BlobStatements {
  read(name: string): Uint8Array | undefined;
  names(): readonly string[];
  put(name: string, value: Uint8Array): void;
  remove(name: string): void;
}

function keptBlobs(stored: BlobStatements): KeptBlobs {
  const fresh = new Map<string, Uint8Array | null>();
  return {
    get: (name) => (fresh.has(name) ? fresh.get(name)! : (stored.read(name) ?? null)),
    set: (name, value) => void fresh.set(name, value),
    names() {
      const names = new Set(stored.names());
      for (const [name, value] of fresh) {
        if (value === null) names.delete(name);
        else names.add(name);
      }
      return [...names].toSorted();
    },
    save() {
      for (const [name, value] of fresh) {
        if (value === null) stored.remove(name);
        else stored.put(name, value);
      }
      fresh.clear();
    },
    clear: () => fresh.clear(),
  };
}

/** Encoded file maps by path. */
export function fileMaps({ ledger, repo, paths }: RepoTables): KeptBlobs {
  return keptBlobs({
    read(path) {
      const id = paths.find(path);
      return id === null ? undefined : ledger.statement('SELECT map FROM file_map WHERE path = ?').get<{ map: Uint8Array }>(id)?.map;
    },
    names: () =>
      ledger.statement('SELECT text FROM file_map JOIN path ON path.id = file_map.path WHERE file_map.repo = ?').all<{ text: string }>(repo).map((row) => row.text),
    put: (path, map) =>
      void ledger
        .statement('INSERT INTO file_map (path, repo, map) VALUES (?, ?, ?) ON CONFLICT (path) DO UPDATE SET map = excluded.map')
        .run(paths.idOf(path), repo, map),
    remove: (path) => void ledger.statement('DELETE FROM file_map WHERE path = ?').run(paths.find(path)),
  });
}

/** Engine state by name. */
export function engineState({ ledger, repo }: RepoTables): KeptBlobs {
  return keptBlobs({
    read: (name) => ledger.statement('SELECT value FROM state WHERE repo = ? AND name = ?').get<{ value: Uint8Array }>(repo, name)?.value,
    names: () => ledger.statement('SELECT name FROM state WHERE repo = ?').all<{ name: string }>(repo).map((row) => row.name),
    put: (name, value) =>
      void ledger
        .statement('INSERT INTO state (repo, name, value) VALUES (?, ?, ?) ON CONFLICT (repo, name) DO UPDATE SET value = excluded.value')
        .run(repo, name, value),
    remove: (name) => void ledger.statement('DELETE FROM state WHERE repo = ? AND name = ?').run(repo, name),
  });
}
