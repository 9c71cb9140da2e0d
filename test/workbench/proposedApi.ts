import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const bundles = [
  'out/vs/workbench/api/node/extensionHostProcess.js',
  'out/vs/code/browser/workbench/workbench.js',
  'out/vs/workbench/api/worker/extensionHostWorkerMain.js',
];

/** Proposals that the bundles ask for by name: where one is asked for, there is the function that answers. */
const asked = /([\w$]+)\([\w$.]+,"(?:textDocumentChangeReason|inlineCompletionsAdditions|contribLanguageModelToolSets|quickPickSortByLabel|terminalDataWriteEvent|scmActionButton)"\)/;

/**
 * code-server switches every proposed API on for every extension; the desktop VS Code does not. This puts the stock
 * rule back (only what package.json declares), so that nothing works here by accident and fails there.
 */
export function onlyDeclaredProposals(server: string): void {
  let changed = 0;
  for (const bundle of bundles) {
    const file = join(server, bundle);
    if (!existsSync(file)) continue;
    const before = readFileSync(file, 'utf8');
    const after = withStockRule(before);
    if (after === before) continue;
    writeFileSync(file, after);
    changed += 1;
  }
  if (changed < 2) throw new Error(`The rule for proposed APIs was found in ${changed} bundles of ${server}: adapt proposedApi.ts to this version.`);
}

/** The bundle with the function that always answers yes replaced by one that looks at what the extension declares. */
export function withStockRule(bundle: string): string {
  const name = asked.exec(bundle)?.[1];
  if (name === undefined) return bundle;
  const always = new RegExp(`function ${name.replaceAll('$', '\\$')}\\(([\\w$]+),([\\w$]+)\\)\\{return!0\\}`);
  return bundle.replace(always, (_, extension: string, proposal: string) =>
    `function ${name}(${extension},${proposal}){return!!${extension}.enabledApiProposals&&${extension}.enabledApiProposals.includes(${proposal})}`);
}
