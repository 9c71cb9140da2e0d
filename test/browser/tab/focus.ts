import type { Page } from 'playwright-core';

/** What has the focus, by the part of the workbench it lies in, or by its own name. */
export async function focusOf(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const focused = document.activeElement;
    const parts: readonly (readonly [string, string])[] = [
      ['.xterm', 'terminal'], ['.quick-input-widget', 'quick input'], ['.find-widget', 'find'], ['.notebook-editor .cell-editor-container', 'notebook cell'],
      ['.editor-instance .monaco-editor .native-edit-context, .editor-instance .monaco-editor .inputarea', 'editor'],
    ];
    const part = parts.find(([selector]) => focused?.closest(selector) !== null)?.[1];
    if (part === 'find' || part === 'quick input' || part === undefined) return `${part ?? 'elsewhere'}: ${focused?.getAttribute('aria-label') ?? focused?.className ?? 'nothing'}`;
    return part;
  });
}
