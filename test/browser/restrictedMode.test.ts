import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSummary, waitForState } from '../workbench/summaryView.ts';
import { type GitLog, watchGit } from './harness/gitLog.ts';
import { useSession } from './harness/useSession.ts';

// VS Code's own git extension would run git, too: without it every call is ours.
const settings = { 'git.enabled': false };

for (const restricted of [true, false]) {
  describe(restricted ? 'in restricted mode' : 'in a trusted workspace', function () {
    this.timeout(60_000);
    let folder = '';
    let git: GitLog;
    before(() => {
      folder = mkdtempSync(join(tmpdir(), 'git-log-'));
      git = watchGit(folder);
    });
    const session = useSession(() => ({ restricted, settings, env: { PATH: git.path } }));
    after(() => rmSync(folder, { recursive: true }));

    it(restricted ? 'the side bar says so' : 'the side bar is filled', async () => {
      const { workbench } = session();
      await openSummary(workbench);
      const wanted = restricted ? 'restricted' : 'filled';
      assert.equal(await waitForState(workbench, wanted), wanted);
    });

    it(restricted ? 'no git is run' : 'git is run, and seen by the test', async () => {
      const { page } = session().workbench;
      // Time for whatever starts late: the first scan waits until VS Code is idle.
      if (restricted) await page.waitForTimeout(5_000);
      const calls = git.calls();
      if (restricted) assert.deepEqual(calls, []);
      else assert.ok(calls.length > 0);
    });
  });
}
