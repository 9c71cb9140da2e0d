import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { useSession } from './harness/useSession.ts';

/** Milliseconds after which VS Code has settled, a file was saved, and the extension has looked for repositories. */
const settled = 1_200;
const started = 4_000;

describe('keys, with inline accepts being observed', function () {
  this.timeout(120_000);
  const session = useSession(() => ({ settings: { 'aiNetValue.observeInlineAccept': true, 'editor.wordBasedSuggestions': 'currentDocument', 'editor.insertSpaces': true, 'editor.tabSize': 2, 'files.autoSave': 'off' } }));

  const texts: Readonly<Record<string, string>> = { 'tabIndent.txt': 'one\n', 'tabSelection.txt': 'one\ntwo\n', 'tabSuggest.txt': '\nlongWordToTake\n', 'tabFocus.txt': 'one\n', 'typed.txt': 'begin\n' };

  before(async function () {
    this.timeout(60_000);
    // All before the first is searched for: the list of files is kept.
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(session().demo.repo, name), text);
    await session().workbench.page.waitForTimeout(started);
  });

  /** Opens a file, does something in it, and gives its text once saved. */
  async function textAfter(name: string, act: () => Promise<void>): Promise<string> {
    const { demo, workbench } = session();
    const file = join(demo.repo, name);
    await workbench.openFile(name);
    await workbench.page.locator('.monaco-editor .view-lines').first().click();
    await workbench.page.waitForTimeout(settled);
    await workbench.press('Control+Home');
    await act();
    await workbench.page.waitForTimeout(settled);
    await workbench.press('Control+s');
    await workbench.page.waitForTimeout(settled);
    // While the first scan runs, saving takes its time.
    await workbench.page.locator('.tab.active:not(.dirty)').waitFor();
    await workbench.page.waitForTimeout(settled);
    return readFileSync(file, 'utf8');
  }

  it('Tab indents at the caret', async () => {
    assert.equal(await textAfter('tabIndent.txt', () => session().workbench.press('Tab')), '  one\n');
  });

  it('Tab indents all lines of a selection, Shift+Tab takes it back', async () => {
    const { workbench } = session();
    assert.equal(await textAfter('tabSelection.txt', () => workbench.press('Shift+ArrowDown', 'Shift+End', 'Tab', 'Tab', 'Shift+Tab')), '  one\n  two\n');
  });

  it('Tab takes what the suggest widget offers', async () => {
    const { workbench } = session();
    const text = await textAfter('tabSuggest.txt', async () => {
      await workbench.type('longW');
      await workbench.press('Control+Space');
      await workbench.page.locator('.suggest-widget .monaco-list-row', { hasText: 'longWordToTake' }).first().waitFor();
      await workbench.page.waitForTimeout(settled);
      await workbench.press('Tab');
    });
    assert.equal(text, 'longWordToTake\nlongWordToTake\n');
  });

  it('Tab moves the focus where that was asked for, and changes nothing', async () => {
    const { workbench } = session();
    const text = await textAfter('tabFocus.txt', async () => {
      await workbench.press('Control+m', 'Tab');
      await workbench.page.locator('.monaco-editor .view-lines').first().click();
      await workbench.press('Control+m');
    });
    assert.equal(text, 'one\n');
  });

  it('typed text is told apart, and a checkout brings no contribution', async () => {
    const { demo, workbench } = session();
    const git = (...args: string[]): string => execFileSync('git', ['-C', demo.repo, '-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], { encoding: 'utf8' });
    const at = held(demo.home);
    await textAfter('typed.txt', () => workbench.type('typedByHand = 12 '));
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Typed');
    const typed = await until(() => held(demo.home), (now) => now.characters >= at.characters + 14);
    assert.ok(typed.characters - at.characters >= 14, JSON.stringify({ at, typed }));
    git('checkout', '--quiet', 'HEAD~1');
    await workbench.page.waitForTimeout(2 * settled);
    git('checkout', '--quiet', '-');
    await workbench.page.waitForTimeout(2 * settled);
    assert.equal(held(demo.home).contributions, at.contributions);
    assert.ok(typed.unknown - at.unknown <= 'longWordToTake'.length, `of all the tests here only a suggested word is unknown: ${JSON.stringify({ at, typed })}`);
  });
});

interface Held {
  readonly contributions: number;
  readonly characters: number;
  readonly unknown: number;
}

function held(home: string): Held {
  const database = new DatabaseSync(join(home, '.local/state/ai-net-value/ledger.sqlite'), { readOnly: true });
  try {
    const contributions = database.prepare("SELECT count(*) AS count FROM contribution JOIN name ON name.id = contribution.source WHERE name.text = 'editor'").get() as { count: number };
    const counts = database.prepare("SELECT records AS characters, unknown_records AS unknown FROM log_cursor WHERE source = 'editor'").get() as { characters: number; unknown: number } | undefined;
    return { contributions: contributions.count, characters: counts?.characters ?? 0, unknown: counts?.unknown ?? 0 };
  } finally {
    database.close();
  }
}

async function until(ask: () => Held, good: (held: Held) => boolean): Promise<Held> {
  for (let left = 40; ; left--) {
    const now = ask();
    if (good(now) || left === 0) return now;
    await new Promise((done) => setTimeout(done, 250));
  }
}
