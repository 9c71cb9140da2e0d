import { readFile } from 'node:fs/promises';
import { processTerminal } from './cli/processTerminal.ts';
import { quietWarnings } from './cli/quietWarnings.ts';
import { runCli } from './cli/runCli.ts';

quietWarnings(process);
const stopped = new AbortController();
process.once('SIGINT', () => stopped.abort());

process.exitCode = await runCli(process.argv.slice(2), {
  terminal: processTerminal(process),
  openProject: async (options) => await (await import('./scan/openProject.ts')).openProject(options),
  now: Date.now,
  folder: process.cwd(),
  version: async () => String((JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version),
  signal: stopped.signal,
});
