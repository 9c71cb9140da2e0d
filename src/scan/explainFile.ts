import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { realpath } from 'node:fs/promises';
import { catFiles, listTree } from '../git/blobs.ts';
import { whenMissing } from '../git/missingFile.ts';
import { runGit } from '../git/process.ts';
import { createFollowStore } from '../ledger/followStore.ts';
import { isHand } from '../model/contribution.ts';
import type { FollowedLine, StoredContribution } from '../model/followedLine.ts';
import type { FollowStore } from '../model/followStore.ts';
import { HumanError } from '../model/humanError.ts';
import type { ExplainedFile, ExplainedLine } from '../model/lineStory.ts';
import { followedId } from '../survival/fileMap.ts';
import { headMap } from './headMap.ts';
import type { ProjectParts } from './projectParts.ts';

/** A file at HEAD with the followed line that each of its lines is, if it is one. */
export interface FileAtHead {
  readonly path: string;
  readonly lines: number;
  readonly store: FollowStore;
  /** The line and its contribution, of AI or typed by hand, at a 1-based line; null for lines of unknown origin. */
  readonly at: (line: number) => { readonly line: FollowedLine; readonly contribution: StoredContribution } | null;
}

/** @throws {HumanError} when HEAD has no such file */
export async function fileAtHead(parts: ProjectParts, file: string): Promise<FileAtHead> {
  const path = await repositoryPath(parts, file);
  const text = await textAtHead(parts, path);
  if (text === null) throw new HumanError(`HEAD has no file ${path}. Commit it first, or name a file that is committed.`);
  const lines = text.split('\n').length - (text.endsWith('\n') || text === '' ? 1 : 0);
  const store = createFollowStore(parts.ledger, parts.repo);
  const map = await headMap(parts, store, path);
  return {
    path, lines, store,
    at: (number) => {
      const id = followedId(map?.ids[number - 1] ?? 0);
      if (id === 0) return null;
      const line = store.line(id);
      return { line, contribution: store.contribution(line.contribution) };
    },
  };
}

/** `explain FILE`: where each line of the file at HEAD came from. */
export async function explainFile(parts: ProjectParts, file: string): Promise<ExplainedFile> {
  const atHead = await fileAtHead(parts, file);
  const lines: ExplainedLine[] = [];
  for (let number = 1; number <= atHead.lines; number++) {
    lines.push({ line: number, ...originOf(atHead.at(number)) });
  }
  return { path: atHead.path, lines };
}

function originOf(found: ReturnType<FileAtHead['at']>): Omit<ExplainedLine, 'line'> {
  if (found === null) return { origin: 'unknown', grade: null, contribution: null, tool: null, mine: null, commit: null };
  const { contribution, line } = found;
  const { id, grade, mine, tool } = contribution;
  const commit = line.first?.commit ?? null;
  return isHand(contribution) ? { origin: 'hand', grade, contribution: id, tool: null, mine, commit } : { origin: 'ai', grade, contribution: id, tool, mine, commit };
}

async function textAtHead(parts: ProjectParts, path: string): Promise<string | null> {
  const named = await blobText(parts, `HEAD:${path}`);
  if (named !== null || parts.facts.empty) return named;
  // git can't be asked for a name with a line feed, and may have the name in another Unicode form
  const head = (await runGit(parts.git, ['rev-parse', '--revs-only', 'HEAD'])).toString('latin1').trim();
  const entry = head === '' ? undefined : (await listTree(parts.git, head)).find((one) => one.path === path);
  return entry === undefined ? null : await blobText(parts, entry.id);
}

async function blobText(parts: ProjectParts, name: string): Promise<string | null> {
  for await (const { content } of catFiles(parts.git, [name])) return content?.toString('utf8') ?? null;
  return null;
}

/** The path git knows the file by: relative to the top of the working tree, or to a bare repository. */
async function repositoryPath(parts: ProjectParts, file: string): Promise<string> {
  const [inside, ...up] = (await runGit(parts.git, ['rev-parse', '--is-inside-work-tree', '--show-cdup'])).toString('utf8').split('\n');
  const folder = await realpath(parts.git.directory);
  const root = inside === 'true' ? await realpath(resolve(folder, up.join('\n').trimEnd())) : folder;
  const within = relative(root, await withoutLinks(resolve(folder, file)));
  if (within === '' || within.startsWith('..') || isAbsolute(within)) throw new HumanError(`${file} is not in the repository ${root}. Name a file inside of it, or pass --repo.`);
  return within.split(sep).join('/').normalize('NFC');
}

/** The same file by a path without symbolic links, as far as its folders exist. The file itself may be one. */
async function withoutLinks(file: string): Promise<string> {
  const folder = dirname(file);
  if (folder === file) return file;
  const real = await realpath(folder).catch(whenMissing(null));
  return join(real ?? (await withoutLinks(folder)), file.slice(folder.length).replace(/^[\\/]/, ''));
}
