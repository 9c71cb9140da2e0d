import manifest from '../package.json' with { type: 'json' };
import { collectGarbageEarly } from './cli/earlyCollection.ts';
import { processTerminal } from './cli/processTerminal.ts';
import { quietWarnings } from './cli/quietWarnings.ts';
import { runCli } from './cli/runCli.ts';
import { smallNursery } from './cli/smallNursery.ts';

quietWarnings(process);
smallNursery();
collectGarbageEarly();
const stopped = new AbortController();
process.once('SIGINT', () => stopped.abort());

// no top-level await: the bundle is CommonJS
void runCli(process.argv.slice(2), {
  terminal: processTerminal(process),
  openProject: async (options) => await (await import('./scan/openProject.ts')).openProject(options),
  openStore: async (options) => await (await import('./scan/openStore.ts')).openStore(options),
  now: Date.now,
  folder: process.cwd(),
  version: async () => await Promise.resolve(manifest.version),
  signal: stopped.signal,
}).then((exitCode) => {
  process.exitCode = exitCode;
});
