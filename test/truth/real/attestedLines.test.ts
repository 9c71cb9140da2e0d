import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger } from '../../../src/model/logger.ts';
import { openProject } from '../../../src/scan/openProject.ts';
import { realTeam } from '../../fixtures/realTeam.ts';
import { checkAttestedLines } from './attestedLines.ts';

/*
 * AINV_NOTES_REPO=/a/repository/with/git-ai/notes npm test     adds one of your own
 */
describe('lines that notes attest', function () {
  this.timeout(900_000);

  const check = async (repo: string, share: number): Promise<void> => {
    const folder = mkdtempSync(join(tmpdir(), 'ai-net-value-notes-'));
    try {
      await using project = await openProject({ repoDir: repo, ledgerFile: join(folder, 'ledger.sqlite'), homes: [], asOf: Date.now(), logger: silentLogger, progress: () => undefined });
      await project.scan();
      const result = await checkAttestedLines(repo, (path) => project.explain(join(repo, path)));
      process.stdout.write(`      ${result.attested} attested, ${result.found} found, ${result.rightTool} with the right tool; ${result.followed} more followed through merges, moves and edits, ${result.invented} invented\n`);
      assert.ok(result.attested + result.followed > 0);
      assert.ok(result.found >= share * result.attested, result.examples.join('\n'));
      assert.ok(result.rightTool >= share * result.attested, result.examples.join('\n'));
      assert.equal(result.invented, 0, result.examples.join('\n'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };

  it('are all found at HEAD, with the right tool', async function () {
    const team = realTeam();
    if (team === null) return this.skip();
    await check(team.notes, 1);
  });

  it('are found in a further repository after every rename and merge', async function () {
    const repo = process.env['AINV_NOTES_REPO'];
    if (repo === undefined || !existsSync(repo)) {
      process.stdout.write('      skipped: AINV_NOTES_REPO names no repository\n');
      return this.skip();
    }
    await check(repo, 0.999);
  });
});
