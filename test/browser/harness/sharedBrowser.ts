import type { Browser } from 'playwright-core';
import { startBrowser } from '../../workbench/browser.ts';

let started: Promise<Browser> | undefined;

/** One browser for all tests of a run; each window in it knows nothing of the others. */
export function sharedBrowser(): Promise<Browser> {
  started ??= startBrowser((text) => process.stdout.write(`${text}\n`));
  return started;
}

// Outside every `describe`: runs once, after the last test of all files.
after(async () => {
  if (started !== undefined) await (await started).close();
});
