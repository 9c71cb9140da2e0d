import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import vm from 'node:vm';
import { readCompiled, writeCompiled } from './compiledFile.ts';
import { compiledPlace } from './compiledPlace.ts';
import { usualNursery } from '../cli/smallNursery.ts';

/*
 * dist/cli.js: starts the program beside it, program.js. To compile what a command needs of that takes V8 longer than
 * a scan that finds little new, so what was compiled is kept beside the ledger and taken up by the next run.
 */

/** Names program.js as it was built. Put in by esbuild.js. */
declare const PROGRAM_BUILD: string;

/** Of short runs only, in seconds: a long one compiles much that the next one does not need, and forgets some that it does. */
const shortRun = 2;

const program = join(__dirname, 'program.js');
const require = createRequire(program);
const place = compiledPlace(process.argv.slice(2), process.cwd(), { platform: process.platform, env: process.env, home: homedir() });

// a Node without these constants has no SQLite either, which the program says
if (place === null || vm.constants === undefined) require('./program.js');
else {
  const cachedData = readCompiled(place.file, PROGRAM_BUILD, process.getuid?.());
  const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) {${readFileSync(program, 'utf8')}\n})`, {
    filename: program, importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER, ...(cachedData === undefined ? {} : { cachedData }),
  });
  const run = script.runInThisContext() as (...names: unknown[]) => void;
  const module = { exports: {} };
  run(module.exports, require, module, program, dirname(program));
  if (script.cachedDataRejected !== false) process.on('exit', (exitCode) => {
    if (exitCode !== 0 || process.uptime() > shortRun || !existsSync(place.ledger)) return;
    // V8 takes nothing that was made under other settings than it starts with
    usualNursery();
    writeCompiled(place.file, PROGRAM_BUILD, script.createCachedData());
  });
}
