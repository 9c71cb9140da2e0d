import type { CommitFacts } from '../model/commit.ts';
import { type GitContext, type GitOptions, streamGit } from './process.ts';
import { splitAtNul } from './splitAtNul.ts';

/** Names the AI tools that a commit's author (lower-case e-mail) or message declare. */
export type DeclaredToolsOf = (authorEmail: string, message: string) => readonly string[];

// Id, parents, author time, commit time, address as written and through mailmap, subject, message.
const format = '--format=%H%x00%P%x00%at%x00%ct%x00%ae%x00%aE%x00%s%x00%B';
const fieldCount = 8;

/**
 * Reads commits from one `git log` in the order git prints them.
 * @param walk constant options that choose the order and the limits
 * @param revisions what to walk from (and `^id`: what to leave out); given on standard input
 */
export async function readCommits(
  context: GitContext,
  walk: readonly string[],
  revisions: readonly string[],
  options: { readonly declaredToolsOf: DeclaredToolsOf } & Pick<GitOptions, 'signal'>,
): Promise<CommitFacts[]> {
  const args = ['log', '-z', '--no-show-signature', '--no-notes', '--encoding=UTF-8', format, ...walk, '--stdin'];
  const commits: CommitFacts[] = [];
  // The same few addresses come again and again.
  const addresses = new Map<string, string>();
  const address = (text: string): string => {
    const lower = text.toLowerCase();
    const same = addresses.get(lower);
    if (same === undefined) addresses.set(lower, lower);
    return same ?? lower;
  };
  let fields: string[] = [];
  for await (const more of splitAtNul(streamGit(context, args, { input: revisions.map((one) => `${one}\n`), signal: options.signal }))) {
    for (const field of more) {
      fields.push(field.toString('utf8'));
      if (fields.length < fieldCount) continue;
      const [id, parents, authored, committed, written, mapped, subject, message] = fields as [string, string, string, string, string, string, string, string];
      commits.push({
        id,
        parents: parents === '' ? [] : parents.split(' '),
        authoredAt: Number(authored) * 1000,
        committedAt: Number(committed) * 1000,
        authorEmail: address(mapped),
        subject,
        reverts: revertedBy(message),
        declaredTools: options.declaredToolsOf(address(written), message),
      });
      fields = [];
    }
  }
  return withFullReverts(commits);
}

/** Ids, perhaps abbreviated, that "This reverts commit <id>" names. */
function revertedBy(message: string): readonly string[] {
  if (!message.includes('This reverts commit ')) return none;
  return [...message.matchAll(/This reverts commit ([0-9a-f]{7,64})\b/g)].map((match) => match[1]!);
}

const none: readonly string[] = [];

/** Completes abbreviated ids where exactly one of the commits fits; leaves the others out. */
function withFullReverts(commits: CommitFacts[]): CommitFacts[] {
  const isFull = (id: string): boolean => id.length === 40 || id.length === 64;
  if (commits.every((commit) => commit.reverts.every(isFull))) return commits;
  const ids = commits.map((commit) => commit.id);
  const complete = (id: string): string[] => {
    if (isFull(id)) return [id];
    const fitting = ids.filter((one) => one.startsWith(id));
    return fitting.length === 1 ? fitting : [];
  };
  return commits.map((commit) => (commit.reverts.length === 0 ? commit : { ...commit, reverts: commit.reverts.flatMap(complete) }));
}
