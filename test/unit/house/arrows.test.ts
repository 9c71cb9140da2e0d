import assert from 'node:assert/strict';
import { problemOf } from '../../lint/rules/arrows.ts';

/** [file, what it imports, part of the complaint or undefined where it may]. */
const cases: readonly (readonly [string, string, string | undefined])[] = [
  ['src/model/fate.ts', './time.ts', undefined],
  ['src/model/fate.ts', 'zod/mini', undefined],
  ['src/model/fate.ts', '../git/log.ts', 'src/model may not import src/git'],
  ['src/model/fate.ts', 'node:fs', "may not use Node's modules"],
  ['src/ledger/open.ts', '../model/time.ts', undefined],
  ['src/ledger/open.ts', 'node:sqlite', undefined],
  ['src/ledger/open.ts', '../git/log.ts', 'src/ledger may not import src/git'],
  ['src/git/log.ts', 'simple-git', undefined],
  ['src/git/log.ts', 'node:child_process', undefined],
  ['src/git/log.ts', '../ledger/open.ts', 'src/git may not import src/ledger'],
  ['src/capture/agents/claude.ts', '../../git/log.ts', undefined],
  ['src/capture/agents/claude.ts', '../../ledger/open.ts', 'src/capture may not import src/ledger'],
  ['src/capture/agents/claude.ts', 'node:child_process', 'the one place that starts a process'],
  ['src/capture/agents/claude.ts', 'simple-git', "may not import the package 'simple-git'"],
  ['src/attribution/align.ts', '../capture/source.ts', undefined],
  ['src/attribution/align.ts', '../survival/walk.ts', 'src/attribution may not import src/survival'],
  ['src/survival/walk.ts', '../attribution/align.ts', undefined],
  ['src/survival/walk.ts', 'node:sqlite', 'the one place that keeps data'],
  ['src/value/pace.ts', '../survival/walk.ts', undefined],
  ['src/value/pace.ts', '../git/log.ts', 'src/value may not import src/git'],
  ['src/scan/scan.ts', '../value/pace.ts', undefined],
  ['src/scan/scan.ts', '../report/model.ts', 'src/scan may not import src/report'],
  ['src/report/model.ts', '../scan/scan.ts', undefined],
  ['src/report/model.ts', '../pool/join.ts', 'src/report may not import src/pool'],
  ['src/pool/join.ts', '../report/model.ts', undefined],
  ['src/pool/join.ts', '../ledger/open.ts', 'src/pool may not import src/ledger'],
  ['src/pool/join.ts', '@noble/hashes/sha2.js', undefined],
  ['src/report/model.ts', '@noble/hashes/sha2.js', 'may not import the package'],
  ['src/summary/sheet.ts', '../pool/join.ts', undefined],
  ['src/summary/sheet.ts', '../ledger/open.ts', 'src/summary may not import src/ledger'],
  ['src/cli/scan.ts', '../summary/sheet.ts', undefined],
  ['src/cli/scan.ts', '../vscode/panel.ts', 'src/cli may not import src/vscode'],
  ['src/cli/scan.ts', 'node:vm', 'no code is made at run time'],
  ['src/start/main.ts', 'node:vm', undefined],
  ['src/start/main.ts', 'node:module', undefined],
  ['src/start/main.ts', '../scan/openProject.ts', 'src/start may not import src/scan'],
  ['src/vscode/panel.ts', 'vscode', undefined],
  ['src/vscode/panel.ts', '../webview/main.ts', 'src/vscode may not import src/webview'],
  ['src/vscode/worker/main.ts', 'vscode', 'worker thread'],
  ['src/cli/scan.ts', 'vscode', "may not import the package 'vscode'"],
  ['src/webview/main.ts', '../report/charts.ts', undefined],
  ['src/webview/main.ts', '../model/fate.ts', 'only types of src/model'],
  ['src/webview/main.ts', 'node:path', "may not use Node's modules"],
  ['src/extension.ts', './vscode/panel.ts', undefined],
  ['src/extension.ts', 'vscode', undefined],
  ['src/cli.ts', './cli/scan.ts', undefined],
  ['src/cli.ts', './vscode/panel.ts', 'src/cli.ts may not import src/vscode'],
  ['src/pool/join.ts', 'node:https', 'can talk to other machines'],
  ['src/git/log.ts', 'http', 'can talk to other machines'],
  ['src/git/log.ts', 'fs', "Write 'node:fs'"],
  ['src/git/log.ts', 'node:fs/promises', undefined],
  ['src/git/log.ts', 'node:module', 'go around the import arrows'],
  ['src/git/log.ts', '../../test/run/stage.ts', 'leaves src'],
  ['src/report/model.ts', 'zod', "import * as z from 'zod/mini'"],
  ['src/attic/old.ts', './x.ts', 'is no room of the house'],
];

describe('import arrows', () => {
  for (const [file, name, complaint] of cases) {
    it(`${file} ${complaint === undefined ? 'may' : 'may not'} import ${name}`, () => {
      const found = problemOf(file, { node: { type: 'ImportDeclaration' }, name, typeOnly: false, names: [] });
      if (complaint === undefined) assert.equal(found, undefined);
      else assert.ok(found?.includes(complaint), `${found} does not say: ${complaint}`);
    });
  }

  it('lets browser code take the types of the vocabulary', () => {
    const one = { node: { type: 'ImportDeclaration' }, name: '../model/fate.ts', typeOnly: true, names: [] };
    assert.equal(problemOf('src/webview/main.ts', one), undefined);
  });

  it('refuses a module named at run time', () => {
    const one = { node: { type: 'ImportExpression' }, name: undefined, typeOnly: false, names: [] };
    assert.match(problemOf('src/git/log.ts', one) ?? '', /named at run time/);
  });
});
