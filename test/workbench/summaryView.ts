import { errors, type Locator } from 'playwright-core';
import { webviewLocator } from './webview.ts';
import type { Workbench } from './workbench.ts';

/** The extension as it names itself to VS Code. */
export const extensionId = 'ai-net-value.ai-net-value';
const containerTitle = 'AI Net Value';

/** What the side bar says of itself (`data-state` of its root element); 'absent' where it did not show. */
export type SummaryState = 'filled' | 'empty' | 'scanning' | 'waiting' | 'norepo' | 'restricted' | 'error' | 'absent';

export async function openSummary(workbench: Workbench): Promise<void> {
  await workbench.openContainer(containerTitle);
}

/** The root element of the side bar. */
export function summaryRoot({ page }: Workbench): Locator {
  return webviewLocator(page, extensionId).locator('[data-state]').first();
}

/** Waits until the side bar says `wanted`; resolves to what it said last, also when the time (ms) is over. */
export async function waitForState(workbench: Workbench, wanted: SummaryState, timeout = 60_000): Promise<SummaryState> {
  const root = webviewLocator(workbench.page, extensionId).locator(`[data-state="${wanted}"]`).first();
  try {
    await root.waitFor({ timeout });
    return wanted;
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    return await stateNow(workbench);
  }
}

async function stateNow(workbench: Workbench): Promise<SummaryState> {
  const root = summaryRoot(workbench);
  if ((await root.count()) === 0) return 'absent';
  return (await root.getAttribute('data-state')) as SummaryState;
}
