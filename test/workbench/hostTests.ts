import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles `test/host` for the extension host, which loads CommonJS only: the entry, and each test file on its own,
 * so that mocha loads them in its own time. Resolves to the entry. It lies inside the repository, where mocha is found.
 */
export async function bundleHostTests(root: string, tests: readonly string[] = globSync('test/host/**/*.test.ts', { cwd: root })): Promise<string> {
  const outdir = join(root, 'dist/test-host');
  rmSync(outdir, { recursive: true, force: true });
  await build({
    entryPoints: ['test/host/entry.ts', ...tests].map((file) => join(root, file)),
    outbase: join(root, 'test/host'),
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return join(outdir, 'entry.cjs');
}
