import type { Workbench } from './workbench.ts';

/** Opens an integrated terminal and waits until its shell reads what is typed. */
export async function openTerminal(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await workbench.runCommand('Terminal: Create New Terminal');
  await page.locator('.xterm-helper-textarea').last().waitFor({ state: 'attached' });
  const rows = page.locator('.terminal-wrapper.active .xterm-rows, .terminal-wrapper.active .xterm-screen').first();
  await rows.waitFor();
  await page.locator('.terminal-wrapper.active .xterm-helper-textarea').focus();
  await page.waitForTimeout(2_000);
}

/** Types a command line and Enter into the terminal that has the focus. */
export async function typeInTerminal(workbench: Workbench, line: string): Promise<void> {
  await workbench.type(line);
  await workbench.press('Enter');
}
