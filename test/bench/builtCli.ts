import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cachePath } from './cache.ts';

/** The extension as it would be packaged, in a folder of its own. */
export interface BuiltCli {
  readonly folder: string;
  /** dist/cli.js */
  readonly file: string;
}

const root = join(import.meta.dirname, '../..');
const packed = ['package.json', '.vscodeignore', 'media', 'README.md', 'CHANGELOG.md', 'LICENSE'];

/** Builds the production bundles beside a copy of what is packaged with them, so that dist/ stays as it is. */
export function buildCli(): BuiltCli {
  const folder = cachePath(`built-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const built = spawnSync(process.execPath, ['esbuild.js', '--production', '--outdir', join(folder, 'dist')], { cwd: root, encoding: 'utf8' });
  const file = join(folder, 'dist', 'cli.js');
  // a bundle over its budget ends the build with 1, and is measured all the same
  if (!existsSync(file)) throw new Error(`esbuild.js made no cli.js:\n${built.stderr}`);
  for (const name of packed) if (existsSync(join(root, name))) cpSync(join(root, name), join(folder, name), { recursive: true });
  return { folder, file };
}
