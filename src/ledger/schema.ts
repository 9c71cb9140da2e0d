/**
 * Version 1 of the ledger. No source text, no prompts, no people: fingerprints, counts, times, paths, commit ids.
 *
 *   repo ─┬─ contribution ─┬─ line_block    a contribution with n lines takes n + 1 numbers in a row:
 *         │                └─ token_block     row = contribution, row + 1 … row + n = its lines in order
 *         ├─ uncommitted_line               lines in no commit yet, to find them by their loose fingerprint
 *         ├─ session
 *         ├─ episode                        with its rolled-up counts
 *         ├─ name, path, moment             texts and (commit, time) pairs, kept once
 *         └─ log_cursor, source, file_map, state, push, comparison, declared, dismissal, lease
 *
 * Times are UTC ms. `moment.commit_id` is empty where there was none. `contribution.waiting` counts its lines that
 * are neither committed nor dead. Blobs are taken apart in lineBlock.ts, tokenBlock.ts and rollup.ts.
 */
export const schemaVersion1 = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
CREATE TABLE repo (
  id INTEGER PRIMARY KEY AUTOINCREMENT, common_dir TEXT NOT NULL UNIQUE, name TEXT NOT NULL, path TEXT NOT NULL,
  generation INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE name (id INTEGER PRIMARY KEY, repo INTEGER NOT NULL REFERENCES repo ON DELETE CASCADE, text TEXT NOT NULL, UNIQUE (repo, text));
CREATE TABLE path (id INTEGER PRIMARY KEY, repo INTEGER NOT NULL REFERENCES repo ON DELETE CASCADE, text TEXT NOT NULL, UNIQUE (repo, text));
CREATE TABLE moment (
  id INTEGER PRIMARY KEY, repo INTEGER NOT NULL REFERENCES repo ON DELETE CASCADE, commit_id BLOB NOT NULL, at INTEGER NOT NULL,
  UNIQUE (repo, commit_id, at)
);
CREATE TABLE session (
  id INTEGER PRIMARY KEY, repo INTEGER NOT NULL REFERENCES repo ON DELETE CASCADE, source INTEGER NOT NULL, text TEXT NOT NULL,
  tool INTEGER NOT NULL, started_at INTEGER NOT NULL, ended_at INTEGER NOT NULL,
  UNIQUE (repo, source, text)
);
CREATE TABLE episode (
  id INTEGER PRIMARY KEY, repo INTEGER NOT NULL REFERENCES repo ON DELETE CASCADE, text TEXT NOT NULL,
  day INTEGER NOT NULL, cohorts BLOB NOT NULL,
  UNIQUE (repo, text)
);
CREATE TABLE contribution (
  row INTEGER PRIMARY KEY, repo INTEGER NOT NULL REFERENCES repo ON DELETE CASCADE, id TEXT NOT NULL,
  at INTEGER NOT NULL, source INTEGER NOT NULL, tool INTEGER NOT NULL, model INTEGER, session INTEGER NOT NULL, path INTEGER NOT NULL,
  worktree INTEGER NOT NULL, branch INTEGER, episode INTEGER NOT NULL, operation INTEGER NOT NULL, grade INTEGER NOT NULL, mine INTEGER NOT NULL,
  lines INTEGER NOT NULL, waiting INTEGER NOT NULL, effective INTEGER NOT NULL, alive INTEGER NOT NULL, lost INTEGER NOT NULL, losses TEXT, removed BLOB,
  UNIQUE (repo, id)
);
CREATE INDEX contribution_waiting ON contribution (repo) WHERE waiting > 0;
CREATE INDEX contribution_at ON contribution (repo, at);
CREATE INDEX contribution_path ON contribution (path);
CREATE INDEX contribution_episode ON contribution (episode);
CREATE INDEX contribution_session ON contribution (session);
CREATE TABLE line_block (row INTEGER PRIMARY KEY REFERENCES contribution ON DELETE CASCADE, lines BLOB NOT NULL);
CREATE TABLE token_block (row INTEGER PRIMARY KEY REFERENCES contribution ON DELETE CASCADE, tokens BLOB NOT NULL);
CREATE TABLE uncommitted_line (
  repo INTEGER NOT NULL REFERENCES repo ON DELETE CASCADE, loose INTEGER NOT NULL, line INTEGER NOT NULL, PRIMARY KEY (repo, loose, line)
) WITHOUT ROWID;
CREATE TABLE source (
  repo INTEGER NOT NULL REFERENCES repo ON DELETE CASCADE, source TEXT NOT NULL, first_at INTEGER NOT NULL, last_at INTEGER NOT NULL,
  contributions INTEGER NOT NULL, lines INTEGER NOT NULL, PRIMARY KEY (repo, source)
) WITHOUT ROWID;
CREATE TABLE log_cursor (
  repo INTEGER NOT NULL REFERENCES repo ON DELETE CASCADE, source TEXT NOT NULL, file TEXT NOT NULL,
  identity TEXT NOT NULL, size INTEGER NOT NULL, modified_at INTEGER NOT NULL, read_to INTEGER NOT NULL, head INTEGER NOT NULL,
  carry TEXT, relevant INTEGER NOT NULL,
  records INTEGER NOT NULL, accepted INTEGER NOT NULL, rejected INTEGER NOT NULL, failed INTEGER NOT NULL, duplicates INTEGER NOT NULL,
  elsewhere INTEGER NOT NULL, unanswered INTEGER NOT NULL, unknown_records INTEGER NOT NULL, unreadable INTEGER NOT NULL,
  PRIMARY KEY (repo, source, file)
) WITHOUT ROWID;
CREATE TABLE file_map (path INTEGER PRIMARY KEY, repo INTEGER NOT NULL REFERENCES repo ON DELETE CASCADE, map BLOB NOT NULL);
CREATE INDEX file_map_repo ON file_map (repo);
CREATE TABLE state (
  repo INTEGER NOT NULL REFERENCES repo ON DELETE CASCADE, name TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY (repo, name)
) WITHOUT ROWID;
CREATE TABLE push (
  repo INTEGER NOT NULL REFERENCES repo ON DELETE CASCADE, ref TEXT NOT NULL, commit_id BLOB NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (repo, ref, commit_id)
) WITHOUT ROWID;
CREATE TABLE comparison (
  repo INTEGER NOT NULL REFERENCES repo ON DELETE CASCADE, origin TEXT NOT NULL, merged_at INTEGER NOT NULL, ends BLOB NOT NULL,
  PRIMARY KEY (repo, origin, merged_at)
) WITHOUT ROWID;
CREATE TABLE declared (
  repo INTEGER NOT NULL REFERENCES repo ON DELETE CASCADE, commit_id BLOB NOT NULL, tool TEXT NOT NULL, at INTEGER NOT NULL,
  mine INTEGER NOT NULL, PRIMARY KEY (repo, commit_id, tool)
) WITHOUT ROWID;
CREATE TABLE dismissal (
  repo INTEGER NOT NULL REFERENCES repo ON DELETE CASCADE, item TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (repo, item)
) WITHOUT ROWID;
CREATE TABLE lease (
  repo INTEGER PRIMARY KEY REFERENCES repo ON DELETE CASCADE, pid INTEGER NOT NULL, owner TEXT NOT NULL, expires_at INTEGER NOT NULL
);
`;
