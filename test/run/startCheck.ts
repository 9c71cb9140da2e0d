import { HumanError } from '../../src/model/humanError.ts';
import { startBrowser } from '../workbench/browser.ts';
import { setSidebarWidth } from '../workbench/sidebar.ts';
import { openSummary, waitForState } from '../workbench/summaryView.ts';
import { openWorkbench } from '../workbench/workbench.ts';
import type { Opened } from './opened.ts';
import { startOpened } from './startOpened.ts';

/** Milliseconds until the side bar has to be filled: a first scan of a large repository is among it. */
const patience = 60_000;

/** Loads the workbench once in a headless browser, waits for the filled side bar and writes a picture of it. */
export async function startCheck(opened: Opened, { file, width }: { file: string; width: number | undefined }): Promise<void> {
  const browser = await startBrowser(opened.print);
  try {
    const server = await startOpened(opened);
    try {
      const workbench = await openWorkbench(browser, server, { folder: opened.folder });
      await openSummary(workbench);
      const state = await waitForState(workbench, 'filled', patience);
      if (width !== undefined) await setSidebarWidth(workbench, width);
      await workbench.page.waitForTimeout(500);
      await workbench.screenshot(file);
      if (state !== 'filled') throw new HumanError(`The side bar is "${state}" and not filled after ${patience / 1000} s: see ${file}.`);
      opened.print(`The side bar is filled: ${file}`);
    } finally {
      await server.stop();
    }
  } finally {
    await browser.close();
  }
}
