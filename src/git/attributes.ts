import type { RepositoryFacts } from '../model/repository.ts';
import { excludedByName, type ExclusionReason } from './exclusionPatterns.ts';
import { gitFailure } from './gitErrors.ts';
import { decodePath } from './gitPath.ts';
import { type GitContext, spawnGit, streamGit } from './process.ts';
import { splitAtNul } from './splitAtNul.ts';

// Documentation is somebody's writing; only what no person writes is left out.
const attributes: Readonly<Record<string, ExclusionReason>> = { 'linguist-generated': 'generated', 'linguist-vendored': 'vendored' };

/**
 * Which of the paths (relative to the top) are excluded, and why: by name, or by `.gitattributes` of the
 * working tree. An attribute that is unset there (`-linguist-generated`, `=false`) includes a file that its
 * name would exclude. A bare repository has no working tree: names alone decide.
 */
export async function excludedPaths(context: GitContext, facts: RepositoryFacts, paths: Iterable<string>): Promise<Map<string, ExclusionReason>> {
  const excluded = new Map<string, ExclusionReason>();
  const all = [...paths];
  for (const path of all) {
    const reason = excludedByName(path);
    if (reason !== null) excluded.set(path, reason);
  }
  if (facts.top === null || all.length === 0) return excluded;
  const args = ['check-attr', '-z', '--stdin', ...Object.keys(attributes)];
  let answer: string[] = [];
  for await (const fields of splitAtNul(streamGit({ ...context, directory: facts.top }, args, { input: nulTerminated(all) }))) {
    for (const field of fields) {
      answer.push(decodePath(field));
      if (answer.length < 3) continue;
      const [path, attribute, value] = answer as [string, string, string];
      answer = [];
      const reason = attributes[attribute]!;
      if (value === 'unset' || value === 'false') {
        if (excluded.get(path) === reason) excluded.delete(path);
      } else if (value !== 'unspecified') excluded.set(path, reason);
    }
  }
  return excluded;
}

/** Which of the paths git ignores: what is written there can never be committed. None in a bare repository. */
export async function ignoredPaths(context: GitContext, facts: RepositoryFacts, paths: Iterable<string>): Promise<Set<string>> {
  const all = [...paths];
  if (facts.top === null || all.length === 0) return new Set();
  const args = ['check-ignore', '-z', '--stdin'];
  const git = spawnGit({ ...context, directory: facts.top }, args, { input: nulTerminated(all) });
  const ignored = new Set<string>();
  for await (const fields of splitAtNul(git.stdout)) for (const field of fields) ignored.add(decodePath(field));
  const { exitCode, stderr } = await git.done;
  // 1 says that none is ignored.
  if (exitCode > 1) throw gitFailure(context, args, exitCode, stderr);
  return ignored;
}

function* nulTerminated(paths: Iterable<string>): Generator<string, void> {
  for (const path of paths) yield `${path}\0`;
}
