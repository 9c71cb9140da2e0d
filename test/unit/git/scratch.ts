import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GitContext } from '../../../src/git/process.ts';
import { gitEnvironment } from '../../fixtures/gitRepo.ts';

/** A temporary folder for one test file: `path('a')` lies in it, `remove` belongs into `after`. */
export interface Scratch {
  readonly path: (...names: string[]) => string;
  readonly remove: () => void;
}

export function scratch(): Scratch {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ainv-git-')));
  return { path: (...names) => join(folder, ...names), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Git as the product calls it, cut off from the machine's own settings. */
export function contextOf(directory: string, configFile?: string): GitContext {
  return { directory, env: gitEnvironment(configFile) };
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
