import type { SignalRow } from '../signalRow.ts';

/** Cut, copy and paste, and the mouse. */
export const clipboardRows: readonly SignalRow[] = [
  {
    action: 'paste', text: 'int a;\n‸\n',
    perform: async ({ copied, press }) => {
      await copied('int pasted = 1;\nint twice = 2;');
      await press('Control+v');
    },
    leaves: 'int a;\nint pasted = 1;\nint twice = 2;\n', stock: ['paste'], detailed: ['paste'],
  },
  {
    action: 'paste of own copied text', text: '‸int original;‸\n\n',
    perform: async ({ press }) => press('Control+c', 'Control+End', 'Control+v'),
    leaves: 'int original;\n\nint original;', stock: ['paste'], detailed: ['paste'],
  },
  {
    action: 'paste of an own copied line', text: 'int first;\n‸int second;\n',
    perform: async ({ press }) => press('Control+c', 'Control+Home', 'Control+v'),
    leaves: 'int second;\nint first;\nint second;\n', stock: ['paste'], detailed: ['paste'],
  },
  { action: 'cut a selection', text: 'int ‸gone = ‸1;\n', perform: ({ press }) => press('Control+x'), leaves: 'int 1;\n', stock: ['removal'], detailed: ['editorCommand'] },
  { action: 'cut a line', text: 'int first;\n‸int second;\n', perform: ({ press }) => press('Control+x'), leaves: 'int first;\n', stock: ['removal'], detailed: ['editorCommand'] },
  {
    action: 'drag a selection elsewhere', text: '‸first ‸second third\n',
    perform: async ({ page, quiet }) => {
      const selected = await page.locator('.editor-instance .selected-text').first().boundingBox();
      if (selected === null) throw new Error('The selection is not shown.');
      const y = selected.y + selected.height / 2;
      await page.mouse.move(selected.x + 10, y);
      await page.mouse.down();
      // Before the third word, all characters being of one width.
      await page.mouse.move(selected.x + (selected.width * 'first second '.length) / 'first '.length, y, { steps: 8 });
      await quiet();
      await page.mouse.up();
    },
    leaves: 'second first third\n', stock: ['unknown'], detailed: ['editorCommand'],
  },
];
