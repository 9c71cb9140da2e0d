import type { SignalRow } from '../signalRow.ts';

const main = '‸int old = 1;\nint b = old;\n';
const replaced = 'int fresh = 1;\nint b = fresh;\n';

/** Search and replace. */
export const searchRows: readonly SignalRow[] = [
  {
    action: 'replace in a file', text: main,
    perform: async ({ press, see, type }) => {
      await press('Control+h');
      await see('.find-widget.visible.replaceToggled');
      await press('Control+a');
      await type('old');
      await press('Tab');
      await type('fresh');
      await press('Control+Alt+Enter', 'Escape');
    },
    leaves: replaced, stock: ['unknown'], detailed: ['editorCommand'],
  },
  {
    action: 'replace in all files', text: main, beside: { 'closed.c': 'return old;\n' },
    perform: async ({ run, see, page, path }) => {
      await run('workbench.action.findInFiles', { query: 'old', replace: 'fresh', triggerSearch: true, filesToInclude: path('*.c'), isCaseSensitive: true, matchWholeWord: true });
      await see('.search-view .message', '3 results in 2 files');
      await run('search.action.replaceAll');
      await page.keyboard.press('Enter');
    },
    leaves: replaced, stock: ['hiddenEdit', 'unknown'], detailed: ['unknown'],
  },
];
