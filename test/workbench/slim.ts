import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Parts of the server that no test and no reader of the demo uses; more than half of it. */
const unused = [
  'extensions/copilot',
  'extensions/mermaid-*',
  'node_modules/@github',
  'node_modules/@devcontainers',
  'node_modules/@microsoft/mxc-sdk',
  'node_modules/@vscode/windows-*',
  'node_modules/@vscode/ripgrep-universal/bin/{win32,darwin,linux-ia32,linux-ppc64,linux-riscv64,linux-s390x}*',
  'node_modules/node-pty/prebuilds/{win32,darwin}*',
];

export function slim(server: string): void {
  for (const path of globSync(unused, { cwd: server })) rmSync(join(server, path), { recursive: true });
}
