import Mocha from 'mocha';
import type { StageResult } from './stage.ts';

const { EVENT_TEST_PASS, EVENT_TEST_FAIL, EVENT_TEST_PENDING, EVENT_RUN_END } = Mocha.Runner.constants;

/** A mocha reporter that prints only what failed or was skipped, and sends the counts to the process that started it. */
export default class CountReporter {
  constructor(runner: Mocha.Runner) {
    let [passed, failed, skipped] = [0, 0, 0];
    const print = (text: string): void => { process.stdout.write(`${text}\n`); };
    runner.on(EVENT_TEST_PASS, () => { passed += 1; });
    runner.on(EVENT_TEST_PENDING, (test) => {
      skipped += 1;
      print(`  skipped: ${test.fullTitle()}`);
    });
    runner.on(EVENT_TEST_FAIL, (test, error: unknown) => {
      failed += 1;
      print(`  FAILED: ${test.fullTitle()}\n${indent(describe(error))}`);
    });
    runner.on(EVENT_RUN_END, () => {
      const result: StageResult = { passed, failed, skipped };
      process.send?.(result);
    });
  }
}

/** The message and the stack of an error, without the lines of mocha and Node. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const lines = (error.stack ?? '').split('\n').filter((line) => !/node_modules[\\/]mocha|node:internal/.test(line));
  return lines.join('\n').includes(error.message) ? lines.join('\n') : [error.message, ...lines].join('\n');
}

function indent(text: string): string {
  return text.split('\n').map((line) => `    ${line}`).join('\n');
}
