import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What VS Code calls inside the extension host: runs every test bundled beside this file and appends what came out to
 * the file that TEST_RESULTS names (what is printed gets lost when the host ends); whoever started it judges by that
 * file. TEST_GREP chooses tests by title.
 */
export async function run(): Promise<void> {
  try {
    await runAll();
  } catch (error) {
    write({ title: 'loading the tests', state: 'failed', error: describeError(error) });
    throw error;
  } finally {
    write({ end: true });
  }
}

async function runAll(): Promise<void> {
  // An ES module: what `require` makes of it differs between the Nodes of VS Code versions.
  const { default: Mocha } = await import('mocha');
  const { EVENT_TEST_PASS, EVENT_TEST_FAIL, EVENT_TEST_PENDING } = Mocha.Runner.constants;
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, grep: process.env['TEST_GREP'] ?? '' });
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.cjs'));
  for (const file of files.toSorted()) mocha.addFile(join(__dirname, file));
  await new Promise<void>((done) => {
    const runner = mocha.run(() => done());
    runner.on(EVENT_TEST_PASS, (test) => write({ title: test.fullTitle(), state: 'passed' }));
    runner.on(EVENT_TEST_PENDING, (test) => write({ title: test.fullTitle(), state: 'pending' }));
    runner.on(EVENT_TEST_FAIL, (test, error: unknown) => write({ title: test.fullTitle(), state: 'failed', error: describeError(error) }));
  });
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function write(record: unknown): void {
  const file = process.env['TEST_RESULTS'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(record)}\n`);
}
