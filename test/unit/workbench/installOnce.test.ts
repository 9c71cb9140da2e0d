import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { installOnce } from '../../workbench/installOnce.ts';

/** A process id that no process has: above the largest that Linux, macOS or Windows hand out by default. */
const nobody = 99_999_999;

describe('installing once', () => {
  let folder = '';
  let target = '';
  let made = 0;
  const printed: string[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'install-'));
    target = join(folder, 'thing');
    made = 0;
    printed.length = 0;
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const install = (make: (folder: string) => Promise<void> = fill): Promise<void> => installOnce({
    target, make, patience: 5, print: (text) => printed.push(text), isComplete: (path) => existsSync(join(path, 'whole')),
  });

  async function fill(path: string): Promise<void> {
    made += 1;
    await sleep(20);
    writeFileSync(join(path, 'whole'), '');
  }

  it('makes it, and leaves nothing else behind', async () => {
    await install();
    assert.deepEqual(readdirSync(folder), ['thing']);
    assert.deepEqual(readdirSync(target), ['whole']);
  });

  it('makes it once, also for two at the same time', async () => {
    await Promise.all([install(), install(), install()]);
    await install();
    assert.equal(made, 1);
    assert.ok(printed.some((text) => text.startsWith('Waiting for another run')));
  });

  it('makes it anew where it is not whole', async () => {
    mkdirSync(target);
    writeFileSync(join(target, 'half'), '');
    await install();
    assert.deepEqual(readdirSync(target), ['whole']);
  });

  it('takes over from a run that was killed, and clears up after it', async () => {
    writeFileSync(`${target}.lock`, String(nobody));
    mkdirSync(`${target}.making-${nobody}`);
    await install();
    assert.deepEqual(readdirSync(folder), ['thing']);
  });

  it('leaves no half-made thing under its name when making fails, and the next run succeeds', async () => {
    await assert.rejects(install(async (path) => {
      writeFileSync(join(path, 'half'), '');
      throw new Error('no network');
    }), /no network/);
    assert.equal(existsSync(target), false);
    assert.equal(existsSync(`${target}.lock`), false);
    await install();
    assert.deepEqual(readdirSync(folder), ['thing']);
  });
});
