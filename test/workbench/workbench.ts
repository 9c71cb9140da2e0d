import type { Browser, Page } from 'playwright-core';
import { addressOf, type AddressOptions } from './address.ts';
import type { Server } from './server.ts';

/** An open VS Code window, driven as a person would: by keys, the mouse and what is on screen. */
export interface Workbench {
  readonly page: Page;
  readonly server: Server;
  /** Runs a command by its title in the palette ('View: Toggle Terminal'). */
  readonly runCommand: (title: string) => Promise<void>;
  /** Opens a file by name. */
  readonly openFile: (name: string) => Promise<void>;
  /** Types with real keys into whatever has the focus; 'Enter' and the like go to `press`. */
  readonly type: (text: string) => Promise<void>;
  readonly press: (...keys: string[]) => Promise<void>;
  /** Shows the container of the activity bar with this title. */
  readonly openContainer: (title: string) => Promise<void>;
  readonly screenshot: (file: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface WorkbenchOptions extends AddressOptions {
  /** Pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  /** What is done to the page before it is loaded. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** Milliseconds until something that should be on screen is missed. */
const patience = 15_000;

/** Opens a folder in a browser window of its own, with nothing left from earlier ones, and waits for the workbench. */
export async function openWorkbench(browser: Browser, server: Server, options: WorkbenchOptions): Promise<Workbench> {
  const context = await browser.newContext({ viewport: options.size ?? { width: 1400, height: 900 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  page.setDefaultNavigationTimeout(4 * patience);
  await options.prepare?.(page);
  await page.goto(addressOf(server, options));
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 4 * patience });
  return driver(page, server);
}

function driver(page: Page, server: Server): Workbench {
  const pick = async (key: string, text: string, row: string): Promise<void> => {
    await page.keyboard.press(key);
    await page.locator('.quick-input-widget input').fill(text);
    // The list is filled in steps, so Enter might take another row than the one that is meant.
    await page.locator('.quick-input-list .monaco-list-row', { hasText: row }).first().click();
  };
  return {
    page,
    server,
    runCommand: (title) => pick('F1', `>${title}`, title),
    openFile: async (name) => {
      await pick('Control+p', name, name);
      await page.locator('.tab.active', { hasText: name.split('/').at(-1) ?? name }).waitFor();
    },
    type: (text) => page.keyboard.type(text, { delay: 5 }),
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
    openContainer: async (title) => {
      const tab = page.locator(`.activitybar .action-item:has([aria-label^="${title}"])`).first();
      await tab.waitFor();
      if ((await tab.getAttribute('class'))?.includes('checked') === true) return;
      await tab.click();
      // Away from it, or its tooltip lies over what it opened.
      await page.mouse.move(800, 400);
    },
    screenshot: async (file) => { await page.screenshot({ path: file }); },
    close: () => page.context().close(),
  };
}
