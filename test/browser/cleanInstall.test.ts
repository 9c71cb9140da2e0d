import assert from 'node:assert/strict';
import { openSummary, summaryRoot, waitForState } from '../workbench/summaryView.ts';
import { vscodeNumber, vscodeVersions } from '../workbench/vscodeVersions.ts';
import { useSession } from './harness/useSession.ts';

for (const version of vscodeVersions) {
  describe(`the .vsix in a clean VS Code ${vscodeNumber(version)}`, function () {
    this.timeout(60_000);
    const session = useSession(() => ({ version }));

    it('fills the side bar by itself', async () => {
      const { workbench } = session();
      await openSummary(workbench);
      assert.equal(await waitForState(workbench, 'filled'), 'filled');
    });

    it('shows one item in the status bar', async () => {
      const items = session().workbench.page.locator('.statusbar-item', { hasText: /^\s*AI\b/ });
      await items.first().waitFor();
      assert.equal(await items.count(), 1);
    });

    it('opens the evidence of a figure', async () => {
      const { workbench } = session();
      await summaryRoot(workbench).locator('[data-figure]').first().click();
      await workbench.page.locator('.part.sidebar .pane:has(.title:text-is("Evidence")) .monaco-list-row').first().waitFor();
    });

    it('pops nothing up', async () => {
      assert.equal(await session().workbench.page.locator('.notification-toast, .monaco-dialog-box').count(), 0);
    });
  });
}
