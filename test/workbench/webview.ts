import type { Frame, Page } from 'playwright-core';

/** The document that an extension put into its webview view: the innermost of three frames. */
export function webviewLocator(page: Page, extensionId: string): ReturnType<Page['frameLocator']> {
  return page.frameLocator(`iframe.webview[src*="extensionId=${extensionId}"]`).frameLocator('iframe#active-frame');
}

/** The same as a frame, to run code inside it as if it were the extension's own. */
export async function webviewFrame(page: Page, extensionId: string): Promise<Frame> {
  const root = webviewLocator(page, extensionId).locator('html');
  const handle = await root.elementHandle();
  const frame = await handle?.ownerFrame();
  if (frame === null || frame === undefined) throw new Error(`No webview of ${extensionId} is shown.`);
  return frame;
}
