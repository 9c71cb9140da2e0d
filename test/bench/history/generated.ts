import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gitRepo } from '../../fixtures/gitRepo.ts';
import { cached } from '../cache.ts';
import type { ScanTarget } from '../scanTarget.ts';
import { day } from '../../../src/model/time.ts';
import { growHistory } from './growHistory.ts';
import { me } from './people.ts';

export interface GeneratedOptions {
  readonly commits: number;
  /** How long ago the first commit is. */
  readonly days: number;
  /** The agent's logs reach back so far. */
  readonly logDays: number;
  readonly files: number;
}

/** A made-up repository with logs. */
export interface GeneratedHistory extends ScanTarget {
  /** Lines added and removed since the logs begin. */
  readonly changedLines: number;
  readonly edits: number;
}

/** Of the last commit. */
const end = Date.UTC(2026, 4, 28, 12);

/** Goes into the cache's names: changes with what the generator makes. */
const version = 1;

/**
 * A repository of so many commits by five people: direct commits, merged and squashed branches, some branches still
 * open; and the transcripts of one of them. Made once, then kept in the temporary folder.
 */
export async function generatedHistory(options: GeneratedOptions, say: (text: string) => void): Promise<GeneratedHistory> {
  const { commits, days, logDays, files } = options;
  return await cached(`history-${version}-${commits}-${days}-${logDays}-${files}`, async (folder) => {
    say(`making a repository of ${commits} commits`);
    const home = join(folder, 'home');
    mkdirSync(home);
    const repo = gitRepo(join(folder, 'project'), { who: me });
    repo.git(['config', 'gc.auto', '0']);
    const grown = await growHistory({ ...options, repo: repo.dir, home, end });
    const refs = repo.git(['for-each-ref', '--format=delete %(refname)', 'refs/import']);
    repo.git(['update-ref', '--stdin'], { input: refs });
    repo.git(['reset', '--quiet', '--hard', 'refs/heads/main']);
    return { repo: repo.dir, homes: [home], gitConfig: join(home, '.gitconfig'), asOf: new Date(end + day).toISOString(), ...grown };
  });
}
