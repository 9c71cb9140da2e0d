import { join } from 'node:path';
import { command } from './command.ts';

/** `npm run package`: the production bundles as an installable dist/ai-net-value.vsix. */
const root = join(import.meta.dirname, '../..');
const steps = [
  ['esbuild.js', '--production'],
  ['node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', 'dist/ai-net-value.vsix'],
];

for (const step of steps) {
  const { code, output } = await command(root, process.execPath, step);
  process.stdout.write(output);
  if (code === 0) continue;
  process.exitCode = code;
  break;
}
