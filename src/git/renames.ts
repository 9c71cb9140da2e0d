import { diffSettings } from './diffOptions.ts';
import { decodePath } from './gitPath.ts';
import { type CommitParents, comparisons } from './history.ts';
import { type GitContext, type GitOptions, streamGit } from './process.ts';
import { splitAtNul } from './splitAtNul.ts';

const colon = 0x3a;

/** Every [earlier name, later name] that one of the commits gives a file, against its first parent; each once. */
export async function renamesOf(context: GitContext, commits: Iterable<CommitParents>, options: Pick<GitOptions, 'signal'> = {}): Promise<(readonly [string, string])[]> {
  const args = [...diffSettings, 'diff-tree', '--stdin', '-r', '--raw', '-z', '-M50%', '-l1000', '--diff-filter=R', '--no-notes', '-O/dev/null'];
  const found = new Map<string, readonly [string, string]>();
  // `:<modes> <ids> R<similarity>`, then both names; commit ids stand between
  let expected = 0;
  let from = '';
  for await (const fields of splitAtNul(streamGit(context, args, { input: comparisons(commits, false, () => undefined), signal: options.signal }))) {
    for (const field of fields) {
      if (expected === 0) {
        expected = field[0] === colon ? 2 : 0;
        continue;
      }
      const path = decodePath(field);
      if (expected === 2) from = path;
      else found.set(`${from}\0${path}`, [from, path]);
      expected--;
    }
  }
  return [...found.values()];
}
