import type { Ledger } from './ledger.ts';

/** A repository the ledger knows. */
export interface KnownRepository {
  readonly id: number;
  /** Absolute, real path of the common git directory: what makes it the same repository. */
  readonly commonDir: string;
  /** For people. */
  readonly name: string;
  /** Top of its main working tree, or the git directory of a bare one. */
  readonly path: string;
}

/** The number of a repository; entered when new, name and path brought up to date. */
export function ensureRepository(ledger: Ledger, facts: Omit<KnownRepository, 'id'>): number {
  const known = ledger.statement('SELECT id, name, path FROM repo WHERE common_dir = ?').get<KnownRepository>(facts.commonDir);
  if (known !== undefined && known.name === facts.name && known.path === facts.path) return known.id;
  const put = ledger.statement(
    'INSERT INTO repo (common_dir, name, path) VALUES (?, ?, ?) ON CONFLICT (common_dir) DO UPDATE SET name = excluded.name, path = excluded.path RETURNING id',
  );
  return ledger.write(() => put.get<{ id: number }>(facts.commonDir, facts.name, facts.path)!.id);
}

/** All of them, ordered by common git directory. */
export function repositories(ledger: Ledger): KnownRepository[] {
  return ledger.statement('SELECT id, common_dir AS commonDir, name, path FROM repo ORDER BY common_dir').all<KnownRepository>();
}
