import type { Locator } from 'playwright-core';
import { summaryRoot } from '../../workbench/summaryView.ts';
import type { Workbench } from '../../workbench/workbench.ts';

/** The side bar's count of lines with a fate ('Pending'), as it is shown. */
export function fateCount(workbench: Workbench, fate: string): Locator {
  return summaryRoot(workbench).locator('[data-section="fates"] li').filter({ has: workbench.page.locator(`xpath=.//span[normalize-space()="${fate}"]`) }).locator('.value').first();
}

/** Waits until a text is another one; resolves to the milliseconds it took, or undefined when the limit was reached. */
export async function timeToChange(shown: Locator, before: string, limit: number): Promise<number | undefined> {
  const started = performance.now();
  while (performance.now() - started < limit) {
    const now = (await shown.count()) === 0 ? '' : await shown.innerText();
    if (now !== before) return performance.now() - started;
    await shown.page().waitForTimeout(20);
  }
  return undefined;
}
