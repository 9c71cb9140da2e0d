import { mkdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { gitEnvironment } from '../../fixtures/gitRepo.ts';
import { day } from '../../../src/model/time.ts';
import { cached } from '../cache.ts';
import type { ScanTarget } from '../scanTarget.ts';
import { logsFromHistory } from './logsFromHistory.ts';

export interface LargeClone extends ScanTarget {
  readonly commits: number;
  readonly edits: number;
}

/** A clone (sharing the objects) of the repository given, with transcripts invented from its own history. */
export async function largeClone(source: string, say: (text: string) => void): Promise<LargeClone> {
  const from = resolve(source);
  const head = git(from, ['rev-parse', 'HEAD']);
  const key = createHash('sha256').update(`2 ${from} ${head}`).digest('hex').slice(0, 12);
  return await cached(`clone-${key}`, async (folder) => {
    say(`cloning ${from} and inventing logs for it`);
    const [repo, home] = [join(folder, basename(from).replace(/\.git$/, '') || 'project'), join(folder, 'home')];
    mkdirSync(home);
    git(folder, ['clone', '--quiet', '--shared', from, repo]);
    const { edits } = await logsFromHistory({ repo, home, weeks: 12 });
    const last = Number(git(repo, ['log', '-1', '--format=%ct'])) * 1000;
    return {
      repo, homes: [home], gitConfig: join(home, '.gitconfig'), asOf: new Date(last + day).toISOString(), edits,
      commits: Number(git(repo, ['rev-list', '--count', 'HEAD'])),
    };
  });
}

function git(cwd: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd, env: gitEnvironment(), encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}
