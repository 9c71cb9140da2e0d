import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as vscode from 'vscode';
import type { Logger } from '../../model/logger.ts';
import type { OpenRepository, Repositories } from '../repositories.ts';

/** What is checked out where, known without asking git for every save. */
export interface CheckedOutBranches extends vscode.Disposable {
  /** Null while it is not known, and when no branch is checked out. */
  readonly of: (root: string) => string | null;
  readonly readAgain: (repository: OpenRepository) => void;
}

export function checkedOutBranches(repositories: Repositories, logger: Logger): CheckedOutBranches {
  const branches = new Map<string, string | null>();
  const read = async ({ root, gitDir }: OpenRepository): Promise<void> => {
    const head = await readFile(join(gitDir, 'HEAD'), 'utf8');
    branches.set(root, /^ref: refs\/heads\/(.+?)\s*$/.exec(head)?.[1] ?? null);
  };
  const readAgain = (repository: OpenRepository): void =>
    void read(repository).catch((error: unknown) => logger.warn(`the branch checked out in ${repository.root} could not be read: ${String(error)}`));
  const readAll = (): void => repositories.all().forEach(readAgain);
  readAll();
  const listener = repositories.onDidChange(readAll);
  return { of: (root) => branches.get(root) ?? null, readAgain, dispose: () => void listener.dispose() };
}
