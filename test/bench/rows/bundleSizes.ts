import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { limited, missing } from '../figure.ts';
import type { Figure } from '../figure.ts';
import type { BenchRow } from '../row.ts';

const root = join(import.meta.dirname, '../../..');
const bundles = [['extension', 350], ['worker', 700], ['program', 700], ['cli', 8], ['webview', 60]] as const;
const packageLimit = 500;

/** What a person downloads and what the editor loads. The limits of worker, program and cli are those of esbuild.js. */
export const bundleSizes: BenchRow = {
  name: 'sizes',
  measure: async (bench) => {
    const { folder } = bench.cli();
    const sizes = bundles.map(([name, limit]) => sizeOf(join(folder, 'dist', `${name}.js`), `${name}.js`, limit));
    const vsix = join(folder, 'extension.vsix');
    const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
    const args = [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', vsix];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    const made = status === 0 ? sizeOf(vsix, '.vsix', packageLimit) : missing('size of .vsix', 'KB', `≤ ${packageLimit} KB`, `vsce could not package it: ${(stderr || stdout).trim().split('\n').at(-1)}`);
    return [...sizes, made];
  },
};

function sizeOf(file: string, name: string, limit: number): Figure {
  const what = `size of ${name}`;
  if (!existsSync(file)) return missing(what, 'KB', `≤ ${limit} KB`, 'not built');
  return limited({ name: what, value: statSync(file).size / 1024, unit: 'KB', limit });
}
