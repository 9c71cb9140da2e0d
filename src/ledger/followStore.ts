import { isHand } from '../model/contribution.ts';
import type { Contribution } from '../model/contribution.ts';
import type { Fingerprint } from '../model/fingerprint.ts';
import type { FollowedLine, StoredContribution } from '../model/followedLine.ts';
import type { FollowStore } from '../model/followStore.ts';
import { comparisonRollup } from './comparisonRollup.ts';
import { reserveRows, writeContribution } from './contributionWriter.ts';
import { nextGeneration, readGeneration } from './generation.ts';
import { engineState, fileMaps } from './keptBlobs.ts';
import type { Ledger } from './ledger.ts';
import { lineCache } from './lineCache.ts';
import { writeLines } from './lineWriter.ts';
import { keptPushes } from './pushes.ts';
import { clearCollected, repoTables, saveCollected } from './repoTables.ts';
import { resetLines } from './resetLines.ts';
import { episodeOf, forgetFindings, openAmong, writtenLine } from './writtenLine.ts';

/**
 * The ledger's side of following lines through one repository's history. Make it after capture has stored what
 * it read: contributions that come later are not seen by a store that has already looked.
 *
 *   unitOfWork(work)   work reads, computes, calls changed(), setState() …    no lock
 *                      ── BEGIN IMMEDIATE ── everything is written ── COMMIT   lock, short
 *
 * Outside of a unit of work changes are kept in memory until the end of the next one. When a unit fails, the
 * objects it was given are stale: ask for them again.
 */
export function createFollowStore(ledger: Ledger, repo: number): FollowStore {
  const tables = repoTables(ledger, repo);
  const cache = lineCache(tables);
  const maps = fileMaps(tables);
  const states = engineState(tables);
  const comparison = comparisonRollup(ledger, repo);
  const pushes = keptPushes(tables);
  const changed = new Map<StoredContribution, Set<FollowedLine>>();
  // Lines in no commit that the ledger's own index may not list as such yet.
  const fresh = new Set<FollowedLine>();
  let knownPaths: Set<string> | null = null;
  const attested: { readonly contribution: Contribution; readonly stored: StoredContribution }[] = [];
  // Asked for each commit anew, of many lines of which few change.
  const open = new Map<StoredContribution, ReturnType<typeof openAmong>>();
  let generation = readGeneration(ledger, repo);
  let reserved = { from: 0, to: 0 };

  const clear = (): void => {
    for (const part of [cache, maps, states, comparison, pushes, changed, fresh, open]) part.clear();
    clearCollected(tables);
    knownPaths = null;
    attested.length = 0;
    reserved = { from: 0, to: 0 };
  };
  const takeRows = (count: number): number => {
    if (reserved.to - reserved.from < count) {
      const size = Math.max(count, rowBlock);
      const from = reserveRows(ledger, size);
      reserved = { from, to: from + size };
    }
    const row = reserved.from;
    reserved = { from: row + count, to: reserved.to };
    return row;
  };
  const save = (): void => {
    generation = nextGeneration(ledger, repo, generation);
    for (const { contribution, stored } of attested) writeContribution(tables, contribution, stored.row);
    for (const lines of changed.values()) for (const line of lines) if (line.first !== null) line.tokens = null;
    writeLines(tables, changed);
    saveCollected(tables);
    comparison.save();
    maps.save();
    states.save();
    pushes.save();
    changed.clear();
    fresh.clear();
    attested.length = 0;
    cache.settle();
  };

  return {
    contributionsAt: (path) => cache.atPath(path),
    contribution: (row) => cache.byRow(row),
    line: (id) => cache.line(id),
    uncommittedLike(loose: readonly Fingerprint[]) {
      const select = ledger.statement('SELECT line FROM uncommitted_line WHERE repo = ? AND loose IN (SELECT value FROM json_each(?))');
      const wanted = new Set(loose);
      const written = select.tuples<readonly [number]>(repo, JSON.stringify([...wanted])).map(([id]) => cache.line(id));
      return uncommittedAmong(written, (line) => wanted.has(line.loose));
    },
    uncommitted() {
      const select = ledger.statement('SELECT row FROM contribution WHERE repo = ? AND waiting > 0');
      const written = select.tuples<readonly [number]>(repo).flatMap(([row]) => cache.byRow(row).lines);
      return uncommittedAmong(written, (line) => line.death === null);
    },
    openLines(episode, origin) {
      const total = { open: 0, replaced: 0 };
      for (const one of cache.ofEpisode(episode)) {
        if (isHand(one) !== (origin === 'hand')) continue;
        const counts = open.get(one) ?? openAmong(one.lines);
        open.set(one, counts);
        total.open += counts.open;
        total.replaced += counts.replaced;
      }
      return total;
    },
    paths() {
      const select = ledger.statement('SELECT text FROM path WHERE repo = ? AND EXISTS (SELECT 1 FROM contribution WHERE contribution.path = path.id)');
      knownPaths ??= new Set([...select.tuples<readonly [string]>(repo).map(([path]) => path), ...attested.map(({ contribution }) => contribution.path)]);
      return knownPaths;
    },
    earliest() {
      const written = ledger.statement('SELECT min(at) AS at FROM contribution WHERE repo = ?').get<{ at: number | null }>(repo)!.at;
      const times = [...(written === null ? [] : [written]), ...attested.map(({ contribution }) => contribution.at)];
      return times.length === 0 ? null : times.reduce((one, other) => Math.min(one, other));
    },
    addAttested(contribution) {
      const known = cache.byId(contribution.id);
      if (known !== null) return known;
      const row = takeRows(1 + contribution.inserted.length);
      const { id, source, tool, model, session, at, path, worktree, branch, grade, mine, removed } = contribution;
      const lines = contribution.inserted.map((line, ordinal) => writtenLine(row + 1 + ordinal, row, ordinal, at, line));
      const stored: StoredContribution = { row, id, source, tool, model, session, at, path, worktree, branch, grade, mine, episode: episodeOf(contribution), removed, lines };
      attested.push({ contribution, stored });
      cache.enter(stored);
      knownPaths?.add(path);
      for (const line of lines) fresh.add(line);
      return stored;
    },
    changed(line) {
      const contribution = cache.byRow(line.contribution);
      open.delete(contribution);
      const lines = changed.get(contribution);
      if (lines === undefined) changed.set(contribution, new Set([line]));
      else lines.add(line);
      if (line.first === null) fresh.add(line);
      else fresh.delete(line);
    },
    reset() {
      ledger.write(() => {
        resetLines(tables);
        for (const part of [maps, states, comparison, changed, fresh, open]) part.clear();
        knownPaths = null;
        attested.length = 0;
        for (const one of [...cache.loaded()]) {
          if (one.grade === 'attested') cache.drop(one);
          else one.lines.forEach(forgetFindings);
        }
      });
    },
    fileMap: maps.get,
    setFileMap: maps.set,
    mappedPaths: maps.names,
    state: states.get,
    setState: states.set,
    pushes: pushes.all,
    addPush: pushes.add,
    addComparison: comparison.add,
    unitOfWork(work) {
      try {
        ledger.unit(() => {
          work();
          ledger.write(save);
        });
      } catch (error) {
        clear();
        generation = readGeneration(ledger, repo);
        throw error;
      }
    },
  };

  /** What the ledger holds by the last unit, corrected by what changed since. In the order of writing. */
  function uncommittedAmong(written: readonly FollowedLine[], wanted: (line: FollowedLine) => boolean): FollowedLine[] {
    const lines = new Set<FollowedLine>();
    for (const some of [written, fresh]) for (const line of some) if (line.first === null && wanted(line)) lines.add(line);
    return [...lines].sort((one, other) => inOrder(cache.byRow(one.contribution), cache.byRow(other.contribution)) || one.ordinal - other.ordinal);
  }
}

/** Numbers for attested contributions are taken in blocks: each taking is a small write of its own. */
const rowBlock = 4096;

function inOrder(one: StoredContribution, other: StoredContribution): number {
  if (one === other) return 0;
  if (one.at !== other.at) return one.at - other.at;
  return one.id < other.id ? -1 : 1;
}
