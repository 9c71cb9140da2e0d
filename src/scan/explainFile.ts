import { isAbsolute, relative, resolve, sep } from 'node:path';
import { realpath } from 'node:fs/promises';
import { catFiles } from '../git/blobs.ts';
import { runGit } from '../git/process.ts';
import { createFollowStore } from '../ledger/followStore.ts';
import type { FollowedLine, StoredContribution } from '../model/followedLine.ts';
import type { FollowStore } from '../model/followStore.ts';
import { HumanError } from '../model/humanError.ts';
import type { ExplainedFile, ExplainedLine } from '../model/lineStory.ts';
import { followedId } from '../survival/fileMap.ts';
import { headMap } from './headMap.ts';
import type { ProjectParts } from './projectParts.ts';

/** A file at HEAD with the AI line that each of its lines is, if it is one. */
export interface FileAtHead {
  readonly path: string;
  readonly lines: number;
  readonly store: FollowStore;
  /** The AI line and its contribution at a 1-based line; null for lines of unknown origin. */
  readonly at: (line: number) => { readonly line: FollowedLine; readonly contribution: StoredContribution } | null;
}

/** @throws {HumanError} when HEAD has no such file */
export async function fileAtHead(parts: ProjectParts, file: string): Promise<FileAtHead> {
  const path = await repositoryPath(parts, file);
  let text: string | null = null;
  for await (const { content } of catFiles(parts.git, [`HEAD:${path}`])) text = content?.toString('utf8') ?? null;
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
    const found = atHead.at(number);
    lines.push(
      found === null
        ? { line: number, origin: 'unknown', grade: null, contribution: null, tool: null, mine: null, commit: null }
        : { line: number, origin: 'ai', grade: found.contribution.grade, contribution: found.contribution.id, tool: found.contribution.tool, mine: found.contribution.mine, commit: found.line.first?.commit ?? null },
    );
  }
  return { path: atHead.path, lines };
}

/** The path git knows the file by: relative to the top of the working tree. */
async function repositoryPath(parts: ProjectParts, file: string): Promise<string> {
  const top = (await runGit(parts.git, ['rev-parse', '--show-cdup'])).toString('utf8').trim();
  if (parts.facts.bare) return file;
  const root = await realpath(resolve(parts.git.directory, top));
  const absolute = isAbsolute(file) ? file : resolve(await realpath(parts.git.directory), file);
  const within = relative(root, absolute);
  if (within === '' || within.startsWith('..') || isAbsolute(within)) throw new HumanError(`${file} is not in the repository ${root}. Name a file inside of it, or pass --repo.`);
  return within.split(sep).join('/').normalize('NFC');
}
