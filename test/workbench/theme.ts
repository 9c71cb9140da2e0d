import type { Theme } from './vscodeVersions.ts';
import type { Workbench } from './workbench.ts';

/** The class that the workbench's root element carries. */
const classes: Readonly<Record<Theme, string>> = { light: 'vs', dark: 'vs-dark', hc: 'hc-black' };

/** Picks a colour theme from VS Code's own list and waits until the workbench wears it. */
export async function switchTheme(workbench: Workbench, theme: Theme): Promise<void> {
  const { page, server } = workbench;
  const { label } = server.install.version.themes[theme];
  await workbench.runCommand('Preferences: Color Theme');
  await page.locator('.quick-input-widget input').fill(label);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: label }).waitFor();
  // The list previews what is focused, with a delay; Enter before that keeps the old one.
  await page.locator(`.monaco-workbench.${classes[theme]}`).waitFor();
  await workbench.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}
