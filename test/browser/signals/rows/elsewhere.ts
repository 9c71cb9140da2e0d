import { openTerminal, typeInTerminal } from '../../../workbench/terminal.ts';
import type { SignalRow } from '../signalRow.ts';
import { appears } from '../../harness/stage.ts';

const main = 'int a;\n';
const cell = '{\n "cells": [\n  {\n   "cell_type": "code",\n   "execution_count": null,\n   "metadata": {},\n   "outputs": [],\n   "source": []\n  }\n ],\n "metadata": {\n  "language_info": {\n   "name": "python"\n  }\n },\n "nbformat": 4,\n "nbformat_minor": 2\n}\n';

/** Places of the workbench where people type and no file of a repository changes under their hands: nothing is looked at. */
export const elsewhereRows: readonly SignalRow[] = [
  {
    action: 'type in a notebook cell', closed: true, name: 'main.ipynb', text: cell,
    perform: async ({ run, see, type, press, page, path, quiet }) => {
      await run('vscode.open', path());
      await see('.notebook-editor .cell-editor-container .monaco-editor');
      await page.locator('.notebook-editor .cell-editor-container .monaco-editor .view-lines').first().click();
      await type('litres');
      await quiet();
      await press('Control+s');
      await page.locator('.tab.active:not(.dirty)').waitFor();
    },
    leaves: cell.replace('[]\n  }', '[\n    "litres"\n   ]\n  }'), stock: [], detailed: [],
  },
  {
    action: 'type in an untitled editor', closed: true, text: main,
    perform: async ({ run, type, quiet }) => {
      await run('workbench.action.files.newUntitledFile');
      await quiet();
      await type('abc');
      await quiet();
      await run('workbench.action.revertAndCloseActiveEditor');
    },
    leaves: main, stock: [], detailed: [],
  },
  {
    action: 'type in the settings editor', closed: true, text: main,
    perform: async ({ run, type, see, page }) => {
      await run('workbench.action.openSettings2');
      await see('.settings-editor .search-container');
      await type('tab size');
      await see('.settings-editor .setting-item-label', 'Tab Size');
      await page.waitForTimeout(300);
    },
    leaves: main, stock: [], detailed: [],
  },
  {
    action: 'type a commit message', closed: true, text: main,
    perform: async ({ run, type, see }) => {
      await run('workbench.view.scm');
      await see('.scm-view .scm-input .monaco-editor');
      await run('workbench.scm.action.focusNextInput');
      await type('Water the beds');
      await see('.scm-view .scm-input .view-line', 'Water');
    },
    leaves: main, stock: [], detailed: [],
  },
  {
    action: 'agent in the integrated terminal writes an open file', text: main,
    missing: ({ name }) => (name === 'floor' ? 'the terminal of VS Code 1.104 needs a module that is not compiled here' : undefined),
    perform: async (stage) => {
      await openTerminal(stage.workbench);
      await typeInTerminal(stage.workbench, `echo 'int by_an_agent;' >> '${stage.path()}'`);
      await appears(stage, `${main}int by_an_agent;\n`);
      await stage.run('workbench.action.terminal.killAll');
    },
    leaves: `${main}int by_an_agent;\n`, stock: ['reload'], detailed: ['reload'], ai: true, emulated: true,
  },
];
