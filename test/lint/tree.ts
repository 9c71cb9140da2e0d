import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What may lie at the top of the repository beside dotfiles. */
const top = [
  'src', 'media', 'test', 'docs', 'package.json', 'package-lock.json', 'tsconfig.json', 'esbuild.js', 'README.md', 'CHANGELOG.md', 'LICENSE',
];

/** Rules that no comment may switch off: they keep promises, not style. */
const firm = ['house/', 'no-restricted-globals', 'no-restricted-properties', 'no-console', 'no-eval'];

/** Problems that only the tree as a whole shows, one line each. */
export function treeProblems(root: string): string[] {
  const files = trackedFiles(root);
  return [...topProblems(files), ...files.flatMap((file) => switchedOff(root, file))];
}

/** Files that are tracked or would be, relative to the repository. */
export function trackedFiles(root: string): string[] {
  const list = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  return list.split('\0').filter((file) => file !== '' && existsSync(join(root, file)));
}

function topProblems(files: readonly string[]): string[] {
  const names = new Set(files.map((file) => file.split('/')[0] ?? file));
  const strange = [...names].filter((name) => !name.startsWith('.') && !top.includes(name));
  return strange.map((name) => `${name}: does not belong at the top of the repository (test/lint/tree.ts).`);
}

/** Comments in `src` that switch off a firm rule, or any rule without saying why. */
function switchedOff(root: string, file: string): string[] {
  if (!/^src\/.*\.ts$/.test(file)) return [];
  const problems: string[] = [];
  for (const [index, line] of readFileSync(join(root, file), 'utf8').split('\n').entries()) {
    const directive = /(?:\/\/|\/\*).*\b(?:ox|es)lint-disable(\S*)\s*(.*)/.exec(line);
    if (directive === null) continue;
    const [, form = '', rest = ''] = directive;
    const where = `${file}:${index + 1}`;
    if (!form.includes('line')) problems.push(`${where}: switch a rule off for one line, not for the file.`);
    if (!rest.includes(' -- ')) problems.push(`${where}: say which rule is switched off and why (rule -- reason).`);
    if (firm.some((rule) => rest.includes(rule))) problems.push(`${where}: this rule may not be switched off.`);
  }
  return problems;
}
