import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { gitEnvironment } from '../fixtures/gitRepo.ts';
import { makeDemo } from './makeDemo.ts';
import type { DemoProject } from './makeDemo.ts';

/** `npm run demo [DEST] [-- --seed N]`: makes the demo project, scans it and prints the report. */
async function demo(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string', default: '1' } } });
  const dest = positionals[0] === undefined ? mkdtempSync(join(tmpdir(), 'ai-net-value-demo-')) : resolve(positionals[0]);
  const project = await makeDemo({ dest, seed: Number(values.seed), now: Date.now() });
  process.stdout.write(`Demo project: ${project.repo}\nIts agent logs: ${project.home}\n\n`);
  const ledger = join(dest, 'ledger.sqlite');
  for (const command of ['scan', 'report']) {
    const status = runCli(project, [command, '--repo', project.repo, '--home', project.home, '--ledger', ledger]);
    if (status !== 0) return status;
  }
  return 0;
}

/** Runs the command line from source, as the demo's developer. */
function runCli(project: DemoProject, args: readonly string[]): number {
  const cli = join(import.meta.dirname, '..', '..', 'src', 'cli.ts');
  const result = spawnSync(process.execPath, [cli, ...args], {
    stdio: 'inherit', cwd: project.repo, env: gitEnvironment(join(project.home, '.gitconfig')),
  });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

process.exitCode = await demo();
