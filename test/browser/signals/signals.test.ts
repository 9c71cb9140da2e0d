import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAiKind, type ChangeKind } from '../../../src/capture/live/signal.ts';
import { gitRepo } from '../../fixtures/gitRepo.ts';
import { vscodeNumber, type VsCodeVersion, vscodeVersions } from '../../workbench/vscodeVersions.ts';
import { suggestion } from '../actor/offered.ts';
import { waitForEditorLedger } from '../harness/editorLedger.ts';
import { useSession } from '../harness/useSession.ts';
import { confusionTable } from './confusionTable.ts';
import { makeProject } from './makeProject.ts';
import { defaultName, performRow } from './performRow.ts';
import { signalRows } from './registry.ts';
import { folderOf, type SignalRow } from './signalRow.ts';

/** Settings under which nothing is offered unasked, and languages in which saving does something. */
const settings = {
  'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' },
  'editor.suggestOnTriggerCharacters': false,
  'editor.wordBasedSuggestions': 'currentDocument',
  'editor.inlineSuggest.enabled': true,
  'files.autoSave': 'off',
  '[python]': { 'files.trimTrailingWhitespace': true },
  '[cpp]': { 'editor.formatOnSave': true },
};

const table = join(import.meta.dirname, '../../../dist/test-results/editSignals.md');
const outcomes = new Map<string, Map<SignalRow, readonly string[]>>();

/** What tells the kinds of changes: what every editor gives, and the reasons that it gives where that is switched on. */
const ways = ['stock', 'detailed'] as const;
type Way = (typeof ways)[number];
const nameOf = (version: VsCodeVersion, way: Way): string => `VS Code ${vscodeNumber(version)}, ${way === 'stock' ? 'stock' : 'with the detailed reason'}`;

function expected(row: SignalRow, version: VsCodeVersion, way: Way): readonly ChangeKind[] {
  if (way === 'stock') return row.stock;
  return (version.name === 'floor' ? row.detailedOnFloor : undefined) ?? row.detailed;
}

/** Both editors take longer than a whole run may: the floor's rows are performed when asked for (`SIGNALS=all`). */
const versions = process.env['SIGNALS'] === 'all' ? vscodeVersions : vscodeVersions.filter(({ name }) => name !== 'floor');

for (const version of versions) {
  describe(`every kind of edit in VS Code ${vscodeNumber(version)}`, function () {
    this.timeout(180_000);
    const options = { version, settings, withActor: true, project: (dest: string) => makeProject(signalRows, dest) };
    // Side by side: a row mostly waits.
    const sessions = { stock: useSession(() => options), detailed: useSession(() => ({ ...options, ownBrowser: true, proposals: ['textDocumentChangeReason'] })) };
    const performed = { stock: new Map<SignalRow, readonly string[]>(), detailed: new Map<SignalRow, readonly string[]>() };
    for (const way of ways) outcomes.set(nameOf(version, way), performed[way]);

    before(async function () {
      this.timeout(60_000);
      // Until the repository is found, nothing in it is looked at.
      await Promise.all(ways.map((way) => sessions[way]().actor().ask('quiet', { milliseconds: 4000 })));
    });

    for (const row of signalRows) {
      it(`${row.action}: ${ways.map((way) => expected(row, version, way).join(', ') || 'nothing').join(' | ')}`, async function () {
        const why = row.missing?.(version);
        if (why !== undefined) {
          process.stdout.write(`  ${why}\n`);
          this.skip();
        }
        await Promise.all(ways.map(async (way) => {
          performed[way].set(row, await performRow(sessions[way](), row));
        }));
        for (const way of ways) assert.deepEqual(performed[way].get(row), expected(row, version, way), nameOf(version, way));
      });
    }

    for (const way of ways) {
      it(`nothing is taken for AI that is not, and nothing else became a contribution, ${way}`, async () => {
        const { demo } = sessions[way]();
        const forAi = [...performed[way]].filter(([, kinds]) => kinds.some((kind) => isAiKind(kind as ChangeKind))).map(([row]) => row);
        assert.deepEqual(forAi.filter(({ ai }) => ai !== true).map(({ action }) => action), []);
        // With a commit everything is handed over.
        gitRepo(demo.repo, { open: true }).commit('All of it', { at: Date.now() });
        const whole = forAi.filter(({ leaves }) => leaves.includes(suggestion.given)).map((row) => `${folderOf(row)}/${defaultName}`);
        const { paths, characters, unknown } = await waitForEditorLedger(demo.home, ({ paths: now }) => now.length >= whole.length);
        // Of the other accepts no line is more than half.
        assert.deepEqual(paths, whole.toSorted());
        assert.ok(unknown > 0 && unknown < characters, `${unknown} of ${characters} characters could not be told apart`);
      });
    }
  });
}

after(() => {
  const run = [...outcomes].filter(([, performed]) => performed.size > 0);
  if (run.length === 0) return;
  mkdirSync(join(table, '..'), { recursive: true });
  writeFileSync(table, confusionTable(new Map(run)));
  process.stdout.write(`  what every kind of edit was taken for: ${table}\n`);
});
