import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { gitRepo } from '../../fixtures/gitRepo.ts';
import type { Workbench } from '../../workbench/workbench.ts';
import { suggestion } from '../actor/offered.ts';
import type { EditWay } from '../actor/protocol.ts';
import type { Session } from './session.ts';

export const ghostText = '.ghost-text-decoration, .ghost-text';

/** Milliseconds until what was done should be seen. */
const patience = 10_000;

/** What a test does in the workbench, and sees. Paths are relative to the test's folder, places count characters. */
export interface Stage {
  readonly workbench: Workbench;
  readonly page: Page;
  /** Real keys, into what has the focus. */
  readonly type: (text: string) => Promise<void>;
  readonly press: (...keys: string[]) => Promise<void>;
  /** A command of the editor. */
  readonly run: (command: string, ...args: readonly unknown[]) => Promise<void>;
  /** Waits until nothing has changed for a moment. */
  readonly quiet: (milliseconds?: number) => Promise<void>;
  /** Waits until something is on screen. */
  readonly see: (selector: string, hasText?: string) => Promise<void>;
  /** Another extension edits the file that is shown, or another one. */
  readonly edit: (way: EditWay, at: number, text: string, name?: string) => Promise<void>;
  readonly copied: (text: string) => Promise<void>;
  /** Another program writes a file. */
  readonly write: (text: string, name?: string) => void;
  /** The text of a file as the editor has it. */
  readonly text: (name?: string) => Promise<string>;
  readonly set: (name: string, value: unknown) => Promise<void>;
  readonly git: (...args: string[]) => string;
  readonly path: (name?: string) => string;
}

/**
 * @param folder of the test's files, absolute
 * @param main the file that is meant where none is named
 */
export function stageFor({ demo, workbench, actor }: Session, folder: string, main: string): Stage {
  const path = (name = main): string => join(folder, name);
  const ask = actor().ask;
  const git = gitRepo(demo.repo, { open: true });
  return {
    workbench,
    page: workbench.page,
    type: workbench.type,
    press: workbench.press,
    run: async (command, ...args) => { await ask('run', { command, args }); },
    quiet: async (milliseconds = 250) => { await ask('quiet', { milliseconds }); },
    see: async (selector, hasText) => { await workbench.page.locator(selector, hasText === undefined ? {} : { hasText }).first().waitFor(); },
    edit: async (way, at, text, name) => { await ask('edit', { way, file: path(name), at, text }); },
    copied: async (text) => { await workbench.page.evaluate((copied) => navigator.clipboard.writeText(copied), text); },
    write: (text, name) => writeFileSync(path(name), text),
    text: async (name) => (await ask('look', { file: path(name) })).text,
    set: async (name, value) => { await ask('set', { name, value }); },
    git: (...args) => git.git(args, { at: Date.now() }),
    path,
  };
}

/** Types what asks for an inline suggestion, and waits until that is shown. */
export async function suggestionShown({ type, page, run, see, quiet }: Stage): Promise<void> {
  await type(suggestion.asked);
  const ghost = page.locator(ghostText).first();
  // On a busy machine the editor now and then gives up asking.
  await ghost.waitFor({ timeout: 3_000 }).catch(async () => { await run('editor.action.inlineSuggest.trigger'); });
  await see(ghostText);
  await quiet();
}

/** Waits until the editor has a text in the file. */
export async function appears({ text, page }: Stage, wanted: string): Promise<void> {
  for (const started = performance.now(); (await text()) !== wanted; await page.waitForTimeout(50)) {
    if (performance.now() - started > patience) assert.equal(await text(), wanted, 'The action was not performed.');
  }
}
