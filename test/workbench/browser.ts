import { type Browser, chromium as playwright } from 'playwright-core';
import { chromium } from './systemPackages.ts';

const quiet = [
  // Only pages of this machine are opened, often in a container where Chromium's sandbox can't be made.
  '--no-sandbox',
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--disable-dev-shm-usage', '--disable-background-timer-throttling',
];

/** A headless Chromium; installed first where there is none. */
export async function startBrowser(print: (text: string) => void): Promise<Browser> {
  return await playwright.launch({ executablePath: await chromium(print), headless: true, args: quiet });
}
