import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isAiKind, type ChangeKind } from '../../../src/capture/live/signal.ts';
import { gitRepo } from '../../fixtures/gitRepo.ts';
import { vscodeNumber, vscodeVersions } from '../../workbench/vscodeVersions.ts';
import type { Session, SessionProject } from '../harness/session.ts';
import { stageFor } from '../harness/stage.ts';
import { toldChanges } from '../harness/traceLog.ts';
import { unmarked } from '../harness/unmarked.ts';
import { useSession } from '../harness/useSession.ts';
import { focusOf } from './focus.ts';
import { tabRows, wordRows } from './rows.ts';
import type { TabRow } from './tabRow.ts';

const observe = 'aiNetValue.observeInlineAccept';
const settings = {
  'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' },
  'editor.suggestOnTriggerCharacters': false,
  'editor.wordBasedSuggestions': 'off',
  'editor.inlineSuggest.enabled': true,
  'editor.inlineSuggest.suppressInSnippetMode': false,
  'editor.detectIndentation': false,
  'files.autoSave': 'off',
};

/** All that a key can have changed, and what the extension noted as an accept. */
interface Outcome {
  readonly changed: { readonly result: string; readonly focus: string };
  readonly noted: readonly string[];
}

const keys: readonly (readonly [key: string, rows: readonly TabRow[]])[] = [['Tab', tabRows], ['Ctrl+Right', wordRows]];
const named = keys.flatMap(([key, rows]) => rows.map((row, index) => ({ key, row, folder: `${key.replace('+', '')}${index}`.toLowerCase() })));
const fileOf = ({ ending = 'c' }: TabRow): string => `main.${ending}`;

function makeProject(dest: string): SessionProject {
  const home = join(dest, 'home');
  mkdirSync(home);
  const repo = gitRepo(join(dest, 'repo'));
  for (const { row, folder } of named) repo.write(`${folder}/${fileOf(row)}`, unmarked(row.text).text);
  repo.commit('Everything as it is before', { at: Date.now() - 86_400_000 });
  return { repo: repo.dir, home };
}

/** Milliseconds within which what a key did is there. */
const patience = 5_000;

/** Performs a row; once more where the situation could not be brought about. What the key did is never tried again. */
async function perform(session: Session, row: TabRow, folder: string, noted: TabRow['noted']): Promise<Outcome> {
  const { actor, demo, workbench: { server, page } } = session;
  const stage = stageFor(session, join(demo.repo, folder), fileOf(row));
  const before = toldChanges(server).length;
  const accepts = (): readonly string[] => toldChanges(server).slice(before).map(({ kind }) => kind).filter((kind) => isAiKind(kind as ChangeKind));
  const result = async (): Promise<string> => {
    if (row.result !== undefined) return await row.result(stage);
    const { text, selections } = await actor().ask('look', { file: stage.path() });
    return marked(text, selections);
  };
  const attempt = async (): Promise<Outcome['changed']> => {
    try {
      await (row.open?.(stage) ?? actor().ask('open', { file: stage.path(), ...unmarked(row.text) }));
      await stage.quiet(150);
      await row.perform(stage);
      await stage.quiet();
      for (const started = performance.now(); (await result()) !== row.leaves && performance.now() - started < patience;) await page.waitForTimeout(50);
      return { result: await result(), focus: await focusOf(page) };
    } finally {
      if (row.focus === 'elsewhere') await stage.run('editor.action.toggleTabFocusMode');
      await page.keyboard.press('Escape');
      await actor().ask('giveUp', {});
      // What is closed has settled.
      await stage.quiet();
    }
  };
  const changed = await attempt().catch(async (error: unknown) => {
    process.stdout.write(`  once more: ${row.situation} (${String(error).split('\n')[0]})\n`);
    return await attempt();
  });
  for (const started = performance.now(); noted !== undefined && accepts().length === 0 && performance.now() - started < patience;) await page.waitForTimeout(50);
  return { changed, noted: accepts() };
}

function marked(text: string, selections: readonly (readonly [number, number])[]): string {
  const marks = selections.flatMap(([anchor, active]) => (anchor === active ? [active] : [anchor, active])).toSorted((one, other) => other - one);
  return marks.reduce((marked, place) => `${marked.slice(0, place)}‸${marked.slice(place)}`, text);
}

for (const version of vscodeVersions) {
  describe(`keys in VS Code ${vscodeNumber(version)}, observed and not`, function () {
    this.timeout(120_000);
    const options = { version, withActor: true, project: makeProject };
    // Side by side: a row mostly waits.
    const untouched = useSession(() => ({ ...options, settings: { ...settings, [observe]: false } }));
    const observed = useSession(() => ({ ...options, settings: { ...settings, [observe]: true } }));

    before(async () => {
      await Promise.all([untouched, observed].map((session) => session().actor().ask('quiet', { milliseconds: 4000 })));
    });

    for (const { key, row, folder } of named) {
      it(`${key} does the same: ${row.situation}`, async function () {
        const why = row.missing?.(version);
        if (why !== undefined) {
          process.stdout.write(`  ${why}\n`);
          this.skip();
        }
        const [without, withIt] = await Promise.all([perform(untouched(), row, folder, undefined), perform(observed(), row, folder, row.noted)]);
        assert.equal(without.changed.result, row.leaves);
        assert.equal(without.changed.focus.split(':')[0], row.focus ?? 'editor');
        assert.deepEqual(withIt.changed, without.changed);
        assert.deepEqual(without.noted, []);
        assert.deepEqual(withIt.noted, row.noted === undefined ? [] : [row.noted]);
      });
    }
  });
}
