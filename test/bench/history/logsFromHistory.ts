import { spawnSync } from 'node:child_process';
import { patchesOf } from '../../../src/git/history.ts';
import type { FilePatch, PatchLines } from '../../../src/model/patch.ts';
import { day, second } from '../../../src/model/time.ts';
import { gitEnvironment } from '../../fixtures/gitRepo.ts';
import { agentDays } from './agentDays.ts';

/** Some weeks of a person's commits. Times are UTC ms. */
export interface Weeks {
  readonly from: number;
  readonly to: number;
}

interface AuthoredCommit {
  readonly id: string;
  readonly parents: readonly string[];
  readonly authoredAt: number;
  readonly committedAt: number;
  readonly email: string;
}

/**
 * Invents transcripts for a real history: of the person who committed most in its first tenth, the commits of `weeks`
 * weeks there and of as many in the middle. Each added block becomes an edit by an agent, seconds before the commit.
 */
export async function logsFromHistory({ repo, home, weeks }: { readonly repo: string; readonly home: string; readonly weeks: number }): Promise<{ readonly edits: number; readonly commits: number; readonly from: number }> {
  const all = authored(repo);
  const [first, last] = [all[0]!.committedAt, all.at(-1)!.committedAt];
  const early = all.filter(({ committedAt }) => committedAt < first + (last - first) / 10);
  const email = mostFrequent(early.map((commit) => commit.email));
  const theirs = all.filter((commit) => commit.email === email);
  const spans = [theirs[0]!.committedAt, theirs[theirs.length >> 1]!.committedAt].map((from): Weeks => ({ from, to: from + weeks * 7 * day }));
  const chosen = theirs.filter(({ committedAt }) => spans.some(({ from, to }) => committedAt >= from && committedAt <= to));
  const agent = agentDays(home, repo, { name: 'Somebody', email });
  let next = 0;
  for await (const patch of patchesOf({ directory: repo, env: process.env }, chosen, { allParents: false })) {
    const at = Math.min(chosen[next]!.authoredAt, chosen[next]!.committedAt) - 30 * second;
    next++;
    for (const file of patch.files) logFile(file, (path, edit) => agent.edit(at, path, edit));
  }
  agent.end();
  return { edits: agent.edits(), commits: chosen.length, from: spans[0]!.from };
}

/** A line that stands in the text before and after: an agent names one to say where. */
const place = '// here';

function logFile({ newPath, binary, special, hunks }: FilePatch, log: (path: string, edit: { oldText: string; newText: string; before: string }) => void): void {
  if (newPath === null || binary || special) return;
  for (const { removed, added } of hunks) {
    if (added.starts.length === 0) continue;
    const before = [place, ...textsOf(removed)].join('\n');
    log(newPath, { oldText: before, newText: [place, ...textsOf(added)].join('\n'), before: `${before}\n` });
  }
}

function textsOf({ bytes, starts, ends }: PatchLines): string[] {
  const decoder = new TextDecoder();
  return starts.map((start, at) => decoder.decode(bytes.subarray(start, ends[at])));
}

function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

/** All commits but merges, oldest first. */
function authored(repo: string): AuthoredCommit[] {
  const { stdout, status, stderr } = spawnSync('git', ['log', '--no-merges', '--format=%H\t%P\t%at\t%ct\t%aE'], { cwd: repo, env: gitEnvironment(), encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(stderr);
  const commits = stdout.trimEnd().split('\n').map((line) => {
    const [id = '', parents = '', at = '', committed = '', email = ''] = line.split('\t');
    return { id, parents: parents === '' ? [] : parents.split(' '), authoredAt: Number(at) * second, committedAt: Number(committed) * second, email };
  });
  return commits.toSorted((one, other) => one.committedAt - other.committedAt);
}
