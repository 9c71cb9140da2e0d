import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { latestVersion, migrate, type Migration, migrations } from '../../../src/ledger/migrations.ts';
import { HumanError } from '../../../src/model/humanError.ts';

const more: readonly Migration[] = [
  ...migrations,
  { version: latestVersion() + 1, title: 'a test column', apply: (database) => database.exec("ALTER TABLE dismissal ADD COLUMN why TEXT NOT NULL DEFAULT ''") },
  { version: latestVersion() + 2, title: 'filled', apply: (database) => database.exec("UPDATE dismissal SET why = 'seen'") },
];

function schemaOf(database: DatabaseSync): unknown[] {
  return database.prepare("SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name").all();
}

function version(database: DatabaseSync): unknown {
  return database.prepare('PRAGMA user_version').get()!['user_version'];
}

describe('migrations', () => {
  it('are numbered from 1 without gaps', () => {
    assert.deepEqual(migrations.map((step) => step.version), migrations.map((_, at) => at + 1));
  });

  it('bring every version since the first to the newest, keeping what is in it', () => {
    const fresh = new DatabaseSync(':memory:');
    migrate(fresh, 'ledger', more);
    for (let from = 1; from < more.length; from++) {
      const database = new DatabaseSync(':memory:');
      migrate(database, 'ledger', more.slice(0, from));
      assert.equal(version(database), from);
      database.exec("INSERT INTO repo (common_dir, name, path) VALUES ('a', 'b', 'c'); INSERT INTO dismissal (repo, item, at) VALUES (1, 'x', 2)");
      migrate(database, 'ledger', more);
      assert.equal(version(database), more.length);
      assert.deepEqual(schemaOf(database), schemaOf(fresh));
      assert.deepEqual({ ...database.prepare('SELECT item, at FROM dismissal').get() }, { item: 'x', at: 2 });
    }
  });

  it('leave the old version when a step fails', () => {
    const database = new DatabaseSync(':memory:');
    migrate(database, 'ledger', more.slice(0, -1));
    const before = schemaOf(database);
    const broken: Migration = { version: more.length, title: 'broken', apply: (one) => one.exec('DROP TABLE dismissal; SELECT nothing FROM nowhere') };
    assert.throws(() => migrate(database, 'ledger', [...more.slice(0, -1), broken]));
    assert.equal(version(database), more.length - 1);
    assert.deepEqual(schemaOf(database), before);
    migrate(database, 'ledger', more);
  });

  it('refuse a newer version', () => {
    const database = new DatabaseSync(':memory:');
    migrate(database, 'ledger', more);
    assert.throws(() => migrate(database, '/x/ledger.sqlite', more.slice(0, -1)), (error) => HumanError.is(error) && /newer.*--ledger/.test(error.message));
  });
});
