import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeLogFiles } from '../../workbench/logFiles.ts';

interface Writer {
  readonly createAsyncRotatingLogger: (name: string, file: string) => Promise<{
    readonly setLevel: (level: number) => void;
    readonly clearFormatters: () => void;
    readonly trace: (message: string) => void;
    readonly info: (message: string) => void;
  }>;
}

describe('the writer of VS Code logs', () => {
  let server = '';
  const main = (): string => join(server, 'node_modules/@vscode/spdlog/index.js');
  const load = (): Writer => createRequire(import.meta.url)(main()) as Writer;

  beforeEach(() => {
    server = mkdtempSync(join(tmpdir(), 'server-'));
    mkdirSync(join(main(), '..'), { recursive: true });
    writeFileSync(main(), 'native');
  });

  afterEach(() => rmSync(server, { recursive: true }));

  it('writes lines as the native module does, from the level asked for on', async () => {
    writeLogFiles(server);
    const file = join(server, 'logs/some.log');
    const logger = await load().createAsyncRotatingLogger('some', file);
    logger.trace('left out');
    logger.info('first');
    logger.setLevel(0);
    logger.trace('second');
    logger.clearFormatters();
    logger.info('raw');
    assert.match(readFileSync(file, 'utf8'), /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} \[info\] first\n\S+ \S+ \[trace\] second\nraw$/);
  });

  it('leaves a compiled module alone', () => {
    mkdirSync(join(main(), '../build'));
    writeLogFiles(server);
    assert.equal(readFileSync(main(), 'utf8'), 'native');
  });
});
