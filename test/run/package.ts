import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, type Outcome } from './command.ts';

/**
 * `npm run package`: the production bundles as an installable dist/ai-net-value.vsix.
 *
 * `npm run package -- --detailed-reason`: dist/ai-net-value-detailed-reason.vsix, which declares the proposed API by
 * which VS Code tells why a text changed. It is for a VS Code started with `--enable-proposed-api
 * ai-net-value.ai-net-value`; any other leaves the declaration aside, and the Marketplace takes no such package.
 */
const root = join(import.meta.dirname, '../..');
const detailed = process.argv.includes('--detailed-reason');

/** What .vscodeignore lets in, and what says so. */
const packaged = ['package.json', '.vscodeignore', 'README.md', 'CHANGELOG.md', 'LICENSE', 'media', 'dist/extension.js', 'dist/cli.js', 'dist/program.js', 'dist/worker.js', 'dist/webview.js', 'dist/package.json', 'dist/licenses.txt'];

async function pack(folder: string, name: string): Promise<Outcome> {
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
  return await command(folder, process.execPath, [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', join(root, 'dist', name)]);
}

/** Packs a copy that declares the proposed API. */
async function packDetailed(): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'package-'));
  try {
    for (const path of packaged) cpSync(join(root, path), join(folder, path), { recursive: true });
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as object;
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, enabledApiProposals: ['textDocumentChangeReason'] }));
    return await pack(folder, 'ai-net-value-detailed-reason.vsix');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const steps = [
  () => command(root, process.execPath, ['esbuild.js', '--production']),
  () => (detailed ? packDetailed() : pack(root, 'ai-net-value.vsix')),
];
for (const step of steps) {
  const { code, output } = await step();
  process.stdout.write(output);
  if (code === 0) continue;
  process.exitCode = code;
  break;
}
