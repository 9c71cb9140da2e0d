import type { CommitFacts } from '../model/commit.ts';
import { day } from '../model/time.ts';
import { readCommits, type DeclaredToolsOf } from './commitReader.ts';
import type { GitContext, GitOptions } from './process.ts';
import { runGit } from './process.ts';

export interface GraphOptions extends Pick<GitOptions, 'signal'> {
  /** Commits older than this (by committer time, UTC ms) may be left out. Null: all. */
  readonly sinceMs: number | null;
  /** Commits reachable from these are left out; ids that are gone are passed over. */
  readonly known?: readonly string[];
  readonly declaredToolsOf: DeclaredToolsOf;
}

/** Clocks of different machines disagree. */
const margin = 7 * day;
/** How many commits behind the cut are looked at. */
const lookBehind = 256;

/**
 * All commits reachable from the tips (full ids or ref names), children before parents. The parents of
 * the last ones may be missing from the result (see `sinceMs`).
 *
 * Git stops walking at commits older than a limit, so one commit with a wrong date (a broken clock, a
 * series applied with its old dates) would hide all that lies behind it:
 *
 *     tip ── new ── new ── 1970 ── new ── new ── old ── old
 *                        ▲ cut                 ▲ where it ought to be
 *
 * So what lies just behind every cut is looked at, and when anything there is newer than the limit, the
 * whole history is walked; commits with a wrong date then stay in as long as newer ones lie behind them.
 */
export async function readGraph(context: GitContext, tips: readonly string[], options: GraphOptions): Promise<CommitFacts[]> {
  if (tips.length === 0) return [];
  const { sinceMs, signal, declaredToolsOf, known = [] } = options;
  const excluded = known.map((id) => `^${id}`);
  const walk = (extra: readonly string[]): Promise<CommitFacts[]> =>
    readCommits(context, ['--topo-order', '--ignore-missing', ...extra], [...tips, ...excluded], { signal, declaredToolsOf });
  if (sinceMs === null) return await walk([]);

  const limit = Math.floor((sinceMs - margin) / 1000);
  const commits = await walk([`--max-age=${limit}`]);
  const found = new Set(commits.map((commit) => commit.id));
  const given = new Set(known);
  const cut = new Set(commits.flatMap((commit) => commit.parents).filter((id) => !found.has(id) && !given.has(id)));
  const newer = await newerBehind(context, commits.length === 0 ? tips : [...cut], excluded, { limit, found, signal });
  return newer ? withNewerBehind(await walk([]), limit * 1000) : commits;
}

interface Cut {
  readonly limit: number;
  readonly found: ReadonlySet<string>;
  readonly signal: AbortSignal | undefined;
}

async function newerBehind(context: GitContext, cut: readonly string[], excluded: readonly string[], { limit, found, signal }: Cut): Promise<boolean> {
  if (cut.length === 0) return false;
  // Newest first, and the parents as well: a commit from 1970 would be the last one to show what is behind it.
  const input = [...cut, ...cut.map((id) => `${id}^@`), ...excluded].map((line) => `${line}\n`);
  const args = ['log', '--ignore-missing', '--no-show-signature', '--format=%H %ct', `--max-count=${cut.length + lookBehind}`, '--stdin'];
  const output = await runGit(context, args, { input, signal });
  return output.toString('latin1').split('\n').some((line) => {
    const [id, seconds] = line.split(' ');
    return id !== undefined && Number(seconds) >= limit && !found.has(id);
  });
}

function withNewerBehind(commits: readonly CommitFacts[], limit: number): CommitFacts[] {
  const kept = new Set<string>();
  for (const commit of commits.toReversed()) {
    if (commit.committedAt >= limit || commit.parents.some((id) => kept.has(id))) kept.add(commit.id);
  }
  return commits.filter((commit) => kept.has(commit.id));
}
