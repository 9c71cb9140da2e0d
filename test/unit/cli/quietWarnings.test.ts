import assert from 'node:assert/strict';
import { quietWarnings } from '../../../src/cli/quietWarnings.ts';

describe('quietWarnings', () => {
  it('keeps experimental warnings away and lets all others through', () => {
    const seen: unknown[] = [];
    const process = { emitWarning: (...args: unknown[]) => void seen.push(args[0]) } as Pick<NodeJS.Process, 'emitWarning'>;
    quietWarnings(process);
    process.emitWarning('SQLite is an experimental feature', 'ExperimentalWarning');
    process.emitWarning('the same', { type: 'ExperimentalWarning' });
    process.emitWarning('old', 'DeprecationWarning');
    process.emitWarning('plain');
    assert.deepEqual(seen, ['old', 'plain']);
  });
});
