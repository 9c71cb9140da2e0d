import { isCommitId } from '../model/commit.ts';
import { type ByteReader, byteReader } from './byteReader.ts';
import { decodePath } from './gitPath.ts';
import { type GitContext, type GitOptions, runGit, streamGit } from './process.ts';

/** A file of a commit's tree. */
export interface TreeEntry {
  readonly path: string;
  readonly id: string;
  /** Octal as git prints it: `100644`, `100755`, `120000` (symbolic link), `160000` (submodule). */
  readonly mode: string;
}

/** What `catFiles` found under a name. */
export interface BlobAnswer {
  readonly name: string;
  /** Object id; null when there is none of that name, or it is no file's content (a folder, a submodule). */
  readonly id: string | null;
  /** Bytes; null when missing. */
  readonly size: number | null;
  /** Null when missing or larger than `maxBytes`. */
  readonly content: Buffer | null;
}

/**
 * All files of a commit's tree, in git's order.
 * @param revision full commit id, or full ref name (`refs/notes/ai`)
 */
export async function listTree(context: GitContext, revision: string): Promise<TreeEntry[]> {
  if (!(revision.startsWith('refs/') || isCommitId(revision))) throw new Error(`Neither a commit id nor a ref: ${JSON.stringify(revision)}`);
  const output = await runGit(context, ['ls-tree', '-r', '-z', '--full-tree', revision]);
  const entries: TreeEntry[] = [];
  for (let from = 0, end = output.indexOf(0); end >= 0; from = end + 1, end = output.indexOf(0, from)) {
    // `<mode> <type> <id>\t<path>`
    const tab = output.indexOf(9, from);
    const [mode, , id] = output.toString('latin1', from, tab).split(' ');
    entries.push({ mode: mode!, id: id!, path: decodePath(output, tab + 1, end) });
  }
  return entries;
}

/**
 * Contents of files named by blob id or `<commit>:<path>`, in the order given, through one process. Paths
 * that hold a line feed, or that git does not have in this very form (see decodePath), are found by id only.
 * Names must not depend on answers: git may hold those back until it has all names.
 */
export async function* catFiles(
  context: GitContext,
  names: Iterable<string> | AsyncIterable<string>,
  options: { readonly maxBytes?: number } & Pick<GitOptions, 'signal'> = {},
): AsyncGenerator<BlobAnswer, void> {
  const { maxBytes = 64 * 1024 * 1024, signal } = options;
  const asked: string[] = [];
  const input = (async function* lines() {
    for await (const name of names) {
      asked.push(name);
      // Git cannot be asked for such a name; this one is always missing.
      yield `${name.includes('\n') ? '0000:' : name}\n`;
    }
  })();
  const output = streamGit(context, ['cat-file', '--batch', '--buffer'], { input, signal });
  const reader = byteReader(output);
  try {
    for (let index = 0; ; index++) {
      const header = await reader.line();
      if (header === null) return;
      yield await readAnswer(asked[index]!, header, reader, maxBytes);
    }
  } finally {
    await output.return();
  }
}

async function readAnswer(name: string, header: string, reader: ByteReader, maxBytes: number): Promise<BlobAnswer> {
  // `<id> <type> <size>`, or the name and ` missing` or ` ambiguous`.
  const [id, type, bytes] = header.split(' ');
  if (!isCommitId(id ?? '') || bytes === undefined || !/^\d+$/.test(bytes)) return { name, id: null, size: null, content: null };
  const size = Number(bytes);
  const isBlob = type === 'blob';
  const content = await reader.take(size, isBlob && size <= maxBytes);
  await reader.take(1, false);
  return isBlob ? { name, id: id!, size, content } : { name, id: null, size: null, content: null };
}
