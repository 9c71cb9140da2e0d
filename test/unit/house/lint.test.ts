import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import { largestFile } from '../../lint/rules/fileSize.ts';

/** One bad file a rule: the rule that has to complain, the file, and what is in it. */
const bad: readonly (readonly [string, string, string])[] = [
  ['house(arrows)', 'src/model/upwards.ts', "import { log } from '../git/good.ts';\nexport const x: number = log;\n"],
  ['house(arrows)', 'src/model/passedOn.ts', "export const x = await import('../git/good.ts');\n"],
  ['house(arrows)', 'src/git/network.ts', "import { get } from 'node:https';\nexport const x = get;\n"],
  ['house(arrows)', 'src/git/hidden.ts', "export const x: unknown = process.getBuiltinModule('node:net');\n"],
  ['house(arrows)', 'src/git/editor.ts', "import * as vscode from 'vscode';\nexport const x: string = vscode.version;\n"],
  ['house(arrows)', 'src/git/heavy.ts', "import { z } from 'zod/mini';\nexport const x = z.string();\n"],
  ['house(no-barrel)', 'src/git/all.ts', "export { log } from './good.ts';\n"],
  ['house(no-barrel)', 'src/ledger/index.ts', 'export const x = 1;\n'],
  ['house(no-swallowed-error)', 'src/git/swallow.ts', 'export function x(): void {\n  try {\n    x();\n  } catch {\n    // nothing\n  }\n}\n'],
  ['house(file-size)', 'src/git/large.ts', `export const x = '${'x'.repeat(largestFile)}';\n`],
  ['import(no-default-export)', 'src/git/standard.ts', 'export default 1;\n'],
  ['typescript(no-explicit-any)', 'src/git/any.ts', 'export function x(y: any): void {\n  String(y);\n}\n'],
  ['typescript(no-unsafe-member-access)', 'src/git/unsafe.ts', "export const x: unknown = JSON.parse('{}').y;\n"],
  ['typescript(no-floating-promises)', 'src/git/floating.ts', 'async function y(): Promise<void> {\n  await y();\n}\nexport function x(): void {\n  y();\n}\n'],
  ['typescript(ban-ts-comment)', 'src/git/ignored.ts', "// @ts-ignore\nexport const x: number = 'y';\n"],
  ['typescript(ban-ts-comment)', 'test/ignored.ts', "// @ts-ignore\nexport const x: number = 'y';\n"],
  ['eslint(no-console)', 'src/git/console.ts', "console.log('x');\nexport const x = 1;\n"],
  ['eslint(no-empty)', 'src/git/empty.ts', 'export function x(): void {\n  try {\n    x();\n  } catch (error) {}\n}\n'],
  ['eslint(no-restricted-globals)', 'src/git/fetch.ts', "export const x = fetch('y');\n"],
  ['eslint(no-restricted-globals)', 'src/webview/socket.ts', "export const x = new WebSocket('y');\n"],
  ['eslint(no-restricted-globals)', 'src/webview/request.ts', 'export const x = new XMLHttpRequest();\n'],
  ['eslint(no-restricted-properties)', 'src/git/global.ts', "export const x = globalThis.fetch('y');\n"],
  ['eslint(no-eval)', 'src/git/eval.ts', "export const x: unknown = eval('1');\n"],
];

const good = 'src/git/good.ts';
const report = z.object({ diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })) });

describe('lint', function () {
  this.timeout(60_000);
  const root = join(import.meta.dirname, '../../..');
  let folder = '';
  let found: readonly { code: string; filename: string }[] = [];

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'lint-'));
    for (const file of ['.oxlintrc.json', 'tsconfig.json', 'package.json', 'test/lint']) {
      cpSync(join(root, file), join(folder, file), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    for (const [, file, text] of [...bad, ['', good, 'export const log = 1;\n'] as const]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    const program = join(root, 'node_modules/oxlint/bin/oxlint');
    const { status, stdout } = spawnSync(process.execPath, [program, '--format', 'json'], { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 1, stdout);
    found = report.parse(JSON.parse(stdout)).diagnostics;
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const [rule, file] of bad) {
    it(`${rule} complains about ${file}`, () => {
      const codes = found.filter((one) => one.filename === file).map((one) => one.code);
      assert.ok(codes.includes(rule), `only ${codes.join(', ') || 'nothing'}`);
    });
  }

  it('has nothing to say about a good file', () => {
    assert.deepEqual(found.filter((one) => one.filename === good), []);
  });
});
