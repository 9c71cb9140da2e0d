import assert from 'node:assert/strict';
import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { addPart, editPart, partDatabase } from '../../../fixtures/agents/partLogs.ts';
import { begin, tide } from '../../../fixtures/agents/agentFixture.ts';
import { temporaryFolder } from '../support.ts';
import { readHome, sumOf } from '../agents/support.ts';

/** A database that its agent holds open, as one does that is at work. */
function live(home: string): { file: string; database: DatabaseSync } {
  const file = join(home, '.local/share/opencode/opencode.db');
  return { file, database: partDatabase(file) };
}

const write = (id: string, state: Record<string, unknown> = {}): Record<string, unknown> => editPart(id, 'write', { filePath: `${tide}/${id}.ts`, content: `const ${id} = 1;\n` }, state);
const names = (file: string): string[] => readdirSync(join(file, '..')).sort();

describe('a database that its agent is writing to', () => {
  it('is read up to its last change, also what is in the write-ahead log only', async () => {
    using home = temporaryFolder();
    const { file, database } = live(home.path);
    addPart(database, write('a'), begin);
    const before = names(file);
    assert.deepEqual(before, ['opencode.db', 'opencode.db-shm', 'opencode.db-wal']);
    const first = await readHome('opencode', home.path);
    assert.equal(sumOf(first, 'accepted'), 1);
    addPart(database, write('b'), begin + 1000);
    const second = await readHome('opencode', home.path, first);
    assert.deepEqual(second.readings.flatMap(({ contributions }) => contributions).map(({ path }) => path), ['b.ts']);
    const third = await readHome('opencode', home.path, second);
    assert.deepEqual([third.readings.length, third.summary.sources[0]!.unchanged], [0, 1]);
    assert.deepEqual(names(file), before);
    // It was not kept from its own work.
    addPart(database, write('c'), begin + 2000);
    database.close();
  });

  it('is read at rest without anything appearing beside it', async () => {
    using home = temporaryFolder();
    const { file, database } = live(home.path);
    addPart(database, write('a'), begin);
    database.close();
    assert.equal(sumOf(await readHome('opencode', home.path), 'accepted'), 1);
    assert.deepEqual(names(file), ['opencode.db']);
  });

  it('misses none of the parts that change in one and the same millisecond, and reads none twice', async () => {
    using home = temporaryFolder();
    const { database } = live(home.path);
    addPart(database, write('b'), begin);
    const first = await readHome('opencode', home.path);
    addPart(database, write('a'), begin);
    const second = await readHome('opencode', home.path, first);
    assert.deepEqual([sumOf(second, 'accepted'), sumOf(second, 'duplicates'), sumOf(second, 'records')], [1, 0, 1]);
    database.close();
  });

  it('takes a call that was answered later off the unanswered ones', async () => {
    using home = temporaryFolder();
    const { database } = live(home.path);
    addPart(database, write('a', { status: 'running' }), begin);
    addPart(database, write('b', { status: 'pending' }), begin);
    const first = await readHome('opencode', home.path);
    assert.deepEqual([sumOf(first, 'unanswered'), sumOf(first, 'accepted')], [2, 0]);
    addPart(database, write('a'), begin + 5000);
    const second = await readHome('opencode', home.path, first);
    assert.deepEqual([sumOf(second, 'unanswered'), sumOf(second, 'accepted')], [-1, 1]);
    database.close();
  });

  it('is left for later, and reported, while another program locks it', async () => {
    using home = temporaryFolder();
    const { file, database } = live(home.path);
    addPart(database, write('a'), begin);
    database.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
    const run = await readHome('opencode', home.path);
    assert.deepEqual(run.readings, []);
    assert.deepEqual(run.summary.problems, [`${file} was being written to and was not read this time. Scan again in a moment.`]);
    database.exec('ROLLBACK');
    assert.equal(sumOf(await readHome('opencode', home.path, run), 'accepted'), 1);
    database.close();
  });

  it('that a crash left open is reported with what to do, and left as it is', async () => {
    using home = temporaryFolder();
    using crashed = temporaryFolder();
    const { file, database } = live(home.path);
    addPart(database, write('a'), begin);
    const copy = live(crashed.path);
    copy.database.close();
    copyFileSync(file, copy.file);
    copyFileSync(`${file}-wal`, `${copy.file}-wal`);
    database.close();
    const run = await readHome('opencode', crashed.path);
    assert.match(run.summary.problems[0]!, /left open by a crash and was not read\. Start opencode once/);
    assert.deepEqual(names(copy.file), ['opencode.db', 'opencode.db-wal']);
  });

  it('that is no database, or has other tables, is no fault', async () => {
    using home = temporaryFolder();
    const { file, database } = live(home.path);
    database.exec('DROP TABLE part');
    database.close();
    const run = await readHome('opencode', home.path);
    assert.equal(sumOf(run, 'unknownRecords'), 1);
    writeFileSync(file, 'not a database at all, but long enough to look at'.repeat(40));
    assert.match((await readHome('opencode', home.path)).summary.problems[0]!, /could not be read/);
  });
});
