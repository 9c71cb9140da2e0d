import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gitEnvironment } from '../../fixtures/gitRepo.ts';
import { cached } from '../cache.ts';
import type { ScanTarget } from '../scanTarget.ts';

const layOut = join(import.meta.dirname, '../../../../shared/data/real-team');

/** Said where the data is absent. */
export const noRealTeam = 'the real team\'s data (../shared/data) is not here';

/** The real team's project with the logs of all its homes, laid out once; null where the data is absent. */
export async function realTeam(say: (text: string) => void): Promise<ScanTarget | null> {
  if (!existsSync(layOut)) return null;
  return await cached('real-team', async (folder) => {
    say('laying out the real team\'s data');
    const team = join(folder, 'team');
    const { status, stderr } = spawnSync('bash', [layOut, team], { env: gitEnvironment(), encoding: 'utf8' });
    if (status !== 0) throw new Error(`${layOut}: ${stderr}`);
    const homes = readdirSync(join(team, 'homes')).toSorted().map((name) => join(team, 'homes', name));
    return { repo: join(team, 'cli'), homes, gitConfig: join(homes.at(-1)!, '.gitconfig'), asOf: '2026-02-20T00:00:00Z' };
  });
}
