import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { makeDemo } from '../demo/makeDemo.ts';
import { demoEnvironment } from '../workbench/demoHome.ts';
import { readResults } from '../workbench/hostRun.ts';
import { bundleHostTests } from '../workbench/hostTests.ts';
import { command } from './command.ts';
import { counted } from './hostStage.ts';
import { summary } from './stage.ts';

/**
 * `npm run test:desktop`: the tests of `test/host` in a desktop VS Code: the one that VSCODE_EXECUTABLE names, else
 * version VSCODE_VERSION ('stable' by default), downloaded. On a Linux without a display: `xvfb-run -a npm run test:desktop`.
 */
const root = join(import.meta.dirname, '../..');
const print = (text: string): void => { process.stdout.write(`${text}\n`); };

const built = await command(root, process.execPath, ['esbuild.js']);
if (built.code !== 0) throw new Error(built.output);
const folder = mkdtempSync(join(tmpdir(), 'desktop-'));
try {
  process.exitCode = await run();
} catch (error) {
  print(`${error instanceof Error ? error.message : String(error)}\nWithout a network: VSCODE_EXECUTABLE=/path/to/code npm run test:desktop`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function run(): Promise<number> {
  const demo = await makeDemo({ dest: join(folder, 'demo'), now: Date.now() });
  const results = join(folder, 'results.ndjson');
  const executable = process.env['VSCODE_EXECUTABLE'];
  let problem = new Error('The desktop VS Code ended before the tests did.');
  try {
    await runTests({
      ...(executable === undefined ? { version: process.env['VSCODE_VERSION'] ?? 'stable' } : { vscodeExecutablePath: executable }),
      extensionDevelopmentPath: root,
      extensionTestsPath: await bundleHostTests(root),
      extensionTestsEnv: { ...demoEnvironment(demo.home), TEST_RESULTS: results },
      launchArgs: [
        demo.repo, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes', '--disable-telemetry',
        '--user-data-dir', join(folder, 'user'),
      ],
    });
  } catch (error) {
    // Failed tests come this way, too: the results say which of both it is.
    if (error instanceof Error) problem = error;
  }
  const { tests, ended } = readResults(results);
  if (!ended) throw problem;
  const result = counted(tests, 'desktop: ', print);
  print(summary(result));
  return result.failed > 0 || result.passed === 0 ? 1 : 0;
}
