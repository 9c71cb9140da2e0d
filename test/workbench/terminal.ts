import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Workbench } from './workbench.ts';

const patience = 15_000;

/** Opens an integrated terminal and waits until its shell does what is typed. */
export async function openTerminal(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  const scratch = mkdtempSync(join(tmpdir(), 'terminal-'));
  const ready = join(scratch, 'ready');
  await workbench.runCommand('Terminal: Create New Terminal');
  await page.locator('.terminal-wrapper.active .xterm-screen').waitFor();
  await page.locator('.terminal-wrapper.active .xterm-helper-textarea').focus();
  await typeInTerminal(workbench, `: > '${ready}'`);
  for (const started = performance.now(); !existsSync(ready); await page.waitForTimeout(50)) {
    if (performance.now() - started > patience) throw new Error(`The terminal did nothing for ${patience / 1000} s.`);
  }
  rmSync(scratch, { recursive: true });
}

/** Types a command line and Enter into the terminal that has the focus. */
export async function typeInTerminal(workbench: Workbench, line: string): Promise<void> {
  await workbench.type(line);
  await workbench.press('Enter');
}
