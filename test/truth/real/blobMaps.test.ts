import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { checkHeadMaps } from './checkHeadMaps.ts';
import { realTeam } from '../../fixtures/realTeam.ts';

/*
 * Follows the whole default branch of real repositories, with all of its lines, and holds the maps against the
 * blobs at HEAD: every line of every file.
 *
 * AINV_BENCH_REPO=/a/large/repository npm test     adds one of your own
 */
describe('maps at the head of the default branch', function () {
  this.timeout(600_000);

  const check = async (repo: string): Promise<void> => {
    const { files, lines, differing, lost } = await checkHeadMaps(repo);
    process.stdout.write(`      ${files} files, ${lines} lines; ${lost.length} lost${lost.length === 0 ? '' : `: ${lost.join(', ')}`}\n`);
    assert.ok(files > 0 && lines > 0);
    assert.deepEqual(differing, []);
    assert.deepEqual(lost, []);
  };

  it('equal the blobs of a real team\'s repository', async function () {
    const team = realTeam();
    if (team === null) return this.skip();
    await check(team.cli);
  });

  it('equal the blobs of a large repository', async function () {
    const repo = process.env['AINV_BENCH_REPO'];
    if (repo === undefined || !existsSync(repo)) {
      process.stdout.write('      skipped: AINV_BENCH_REPO names no repository\n');
      return this.skip();
    }
    await check(repo);
  });
});
