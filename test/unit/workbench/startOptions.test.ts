import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { HumanError } from '../../../src/model/humanError.ts';
import { startOptions } from '../../run/startOptions.ts';

const folder = tmpdir();
const human = (pattern: RegExp) => (error: unknown): boolean => HumanError.is(error) && pattern.test(error.message);

describe('the command line of npm start', () => {
  it('opens the demo project without arguments', () => {
    assert.deepEqual(startOptions([], folder), { theme: 'dark', web: false });
  });

  it('takes a repository and a picture relative to where it was called', () => {
    const options = startOptions(['--check', 'shot.png', '--theme', 'hc', '--width', '240', basename(folder)], dirname(folder));
    assert.deepEqual(options, { theme: 'hc', web: false, repository: folder, check: join(dirname(folder), 'shot.png'), width: 240 });
  });

  it('says what is wrong in a sentence', () => {
    assert.throws(() => startOptions(['nowhere'], folder), human(/There is no folder .*nowhere/));
    assert.throws(() => startOptions(['--theme', 'pink'], folder), human(/no theme pink/));
    assert.throws(() => startOptions(['--width', '12', '--check', 'x.png'], folder), human(/170 to 1000/));
    assert.throws(() => startOptions(['--width', '240'], folder), human(/--check/));
    assert.throws(() => startOptions(['--chek', 'x.png'], folder), human(/Unknown option '--chek'/));
    assert.throws(() => startOptions(['.', '.'], folder), human(/One REPO, not 2/));
  });
});
