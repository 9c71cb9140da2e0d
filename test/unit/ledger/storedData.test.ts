import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createCaptureStore } from '../../../src/ledger/captureStore.ts';
import { addDeclared, clearDeclared, declaredCounts } from '../../../src/ledger/declaredCommits.ts';
import { describedTables, describeLedger } from '../../../src/ledger/describe.ts';
import { dismiss, dismissals, dismissedAnywhere, undismiss } from '../../../src/ledger/dismissals.ts';
import { eraseLedger, eraseRepository } from '../../../src/ledger/erase.ts';
import { evidenceContributions, evidenceFiles, evidenceLines, evidenceSessions } from '../../../src/ledger/evidence.ts';
import { exportAll } from '../../../src/ledger/exportAll.ts';
import { createFollowStore } from '../../../src/ledger/followStore.ts';
import type { Ledger } from '../../../src/ledger/ledger.ts';
import { repositories } from '../../../src/ledger/repositories.ts';
import { applyRetention, tokenRetention } from '../../../src/ledger/retention.ts';
import type { Contribution } from '../../../src/model/contribution.ts';
import { day } from '../../../src/model/time.ts';
import { contribution, reading } from '../../fixtures/contributions.ts';
import { closeLedgers, freshLedgerFile, openTestLedger, testRepository } from '../../fixtures/ledgers.ts';

const noon = Date.UTC(2026, 0, 10, 12);
const commit = 'a'.repeat(40);
const texts = ['const velociraptor = hatch(egg);', '  return velociraptor.claws;', '// a secret of the Cretaceous'];

const contributions: readonly Contribution[] = [
  contribution({ id: 'x', text: texts, removed: [3, 4] }),
  contribution({ id: 'y', path: 'src/b.ts', at: noon + day, session: 'session-2', model: null }),
  contribution({ id: 'z', path: 'src/a.ts', at: noon + day, branch: 'other', text: [] }),
];

/** The same facts, read in any order. */
function fill(ledger: Ledger, name = 'project', order: readonly Contribution[] = contributions): number {
  const repo = testRepository(ledger, name);
  const store = createCaptureStore(ledger, repo);
  for (const one of order) store.store('claude-code', reading([one], { file: `/logs/${one.session}-${one.id}.jsonl` }));
  addDeclared(ledger, repo, [{ commit, tool: 'codex', at: 5, mine: true }]);
  dismiss(ledger, repo, 'cmd/ tests', 77);
  const follow = createFollowStore(ledger, repo);
  follow.unitOfWork(() => {
    follow.addAttested(contribution({ id: 'note', grade: 'attested', source: 'git-ai', mine: false, path: 'src/n.ts' }));
    const paths = order.map((one) => one.path);
    for (const path of paths) {
      for (const held of follow.contributionsAt(path)) {
        const [line] = held.lines;
        if (line === undefined) continue;
        line.first = { commit, at: noon + 2 * day, path, line: 1 };
        line.tier = 'exact';
        follow.changed(line);
      }
    }
    const ids = follow.contributionsAt('src/a.ts').flatMap((one) => one.lines.map((line) => line.id));
    follow.setFileMap('src/a.ts', new Uint8Array(Int32Array.from([0, ...ids]).buffer));
    follow.setState('cursor', Uint8Array.of(1, 2));
    follow.addPush({ ref: 'refs/remotes/origin/feature', commit, at: noon });
    follow.addComparison('unknown', noon, null, 12);
  });
  return repo;
}

const mapLines = (map: Uint8Array): Int32Array => new Int32Array(map.slice().buffer);

describe('what is stored', () => {
  afterEach(closeLedgers);

  it('is described table by table', () => {
    const ledger = openTestLedger();
    fill(ledger);
    const tables = ledger.statement("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").all<{ name: string }>();
    assert.deepEqual(describedTables().toSorted(), tables.map(({ name }) => name).toSorted());
    const description = describeLedger(ledger);
    const rows = (what: string): number => description.tables.find((table) => table.what === what)!.rows;
    assert.deepEqual([rows('contributions'), rows('sessions'), rows('dismissals'), rows('file maps')], [4, 3, 1, 1]);
    const { from, to, bytes } = description.tables.find((table) => table.what === 'contributions')!;
    assert.deepEqual([from, to], [noon, noon + day]);
    assert.ok(bytes! > 0);
    assert.ok(description.bytes >= description.files.reduce((sum, file) => sum + readFileSync(file).length, 0));
    assert.deepEqual(description.repositories, [{ name: 'project', path: '/home/dev/project' }]);
  });

  it('holds no source text, in no byte of any file', () => {
    const ledger = openTestLedger();
    fill(ledger);
    const words = ['velociraptor', 'hatch', 'egg', 'claws', 'secret', 'Cretaceous', 'compute'];
    const assertClean = (): void => {
      for (const name of readdirSync(dirname(ledger.file))) {
        const bytes = readFileSync(join(dirname(ledger.file), name));
        for (const word of words) {
          for (const encoding of ['utf8', 'utf16le'] as const) assert.ok(!bytes.includes(Buffer.from(word, encoding)), `${word} in ${name}`);
        }
      }
    };
    assertClean();
    assert.ok(readFileSync(`${ledger.file}-wal`).includes(Buffer.from('feature')), 'the search finds what is there');
    ledger.close();
    assertClean();
  });

  it('is exported byte for byte the same, in whatever order it was read', () => {
    const [one, two] = [openTestLedger(), openTestLedger()];
    fill(one);
    fill(one, 'another');
    fill(two, 'another', contributions.toReversed());
    fill(two, 'project', [contributions[1]!, contributions[2]!, contributions[0]!]);
    const lines = [...exportAll(one, { mapLines })];
    assert.deepEqual([...exportAll(two, { mapLines })], lines);
    const records = lines.map((line) => JSON.parse(line) as { kind: string; path?: string; lines?: unknown });
    assert.deepEqual([...new Set(records.map(({ kind }) => kind))], [
      'ledger', 'repository', 'source', 'log file', 'session', 'contribution', 'cohort', 'comparison', 'declared', 'push', 'dismissal', 'file map', 'state',
    ]);
    const map = records.find(({ kind }) => kind === 'file map');
    assert.deepEqual(map, { kind: 'file map', path: 'src/a.ts', lines: [[2, 'x', 0], [3, 'x', 1], [4, 'x', 2]] });
    const own = [...exportAll(one, { repo: testRepository(one, 'another') })];
    assert.equal(own.filter((line) => line.includes('"kind":"repository"')).length, 1);
  });

  it('forgets token fingerprints once a line is committed, or after 30 days', () => {
    const ledger = openTestLedger();
    const repo = testRepository(ledger);
    createCaptureStore(ledger, repo).store('claude-code', reading([contribution({ id: 'x', text: texts }), contribution({ id: 'old', path: 'src/b.ts', at: noon - day })]));
    const kept = (path: string): boolean[] => createFollowStore(ledger, repo).contributionsAt(path)[0]!.lines.map((line) => line.tokens !== null);
    const store = createFollowStore(ledger, repo);
    const tokens = Buffer.from(store.contributionsAt('src/a.ts')[0]!.lines[0]!.tokens!.slice().buffer);
    store.unitOfWork(() => {
      const line = store.contributionsAt('src/a.ts')[0]!.lines[0]!;
      line.first = { commit, at: noon + 1, path: 'src/a.ts', line: 1 };
      store.changed(line);
    });
    assert.deepEqual(kept('src/a.ts'), [false, true, true]);
    assert.equal(applyRetention(ledger, noon + tokenRetention), 1);
    assert.deepEqual(kept('src/b.ts'), [false]);
    assert.deepEqual(kept('src/a.ts'), [false, true, true]);
    assert.equal(applyRetention(ledger, noon + tokenRetention + 1), 1);
    assert.deepEqual(kept('src/a.ts'), [false, false, false]);
    assert.equal(applyRetention(ledger, noon + tokenRetention + 1), 0);
    ledger.close();
    assert.ok(!readFileSync(ledger.file).includes(tokens), 'their bytes are gone too');
  });

  it('is erased whole', () => {
    const file = freshLedgerFile();
    writeFileSync(file, 'rubbish that is no database '.repeat(100));
    const ledger = openTestLedger(file);
    fill(ledger);
    writeFileSync(join(dirname(file), 'mine.txt'), 'not of the ledger');
    const { files, repositories: count, rows } = eraseLedger(ledger);
    assert.deepEqual(readdirSync(dirname(file)), ['mine.txt']);
    assert.ok(files.some((one) => one.includes('.corrupt-')) && files.some((one) => one.endsWith('.key')));
    assert.equal(count, 1);
    assert.ok(rows > 10);
    assert.deepEqual(repositories(openTestLedger(file)), []);
  });

  it('is erased for one repository, which leaves no trace in the file', () => {
    const ledger = openTestLedger();
    fill(ledger);
    const gone = fill(ledger, 'leaving', [contribution({ id: 'q', path: 'src/leaving/file.ts', branch: 'leaving-branch' })]);
    const before = [...exportAll(ledger, { repo: testRepository(ledger) })];
    const { repositories: count, rows } = eraseRepository(ledger, gone);
    assert.equal(count, 1);
    assert.ok(rows > 10);
    assert.deepEqual(repositories(ledger).map(({ name }) => name), ['project']);
    for (const table of describedTables()) {
      const columns = ledger.statement(`PRAGMA table_info(${table})`).all<{ name: string }>().map(({ name }) => name);
      if (!columns.includes('repo')) continue;
      assert.equal(ledger.statement(`SELECT count(*) AS rows FROM ${table} WHERE repo = ?`).get<{ rows: number }>(gone)!.rows, 0, table);
    }
    assert.equal(ledger.statement('SELECT count(*) AS rows FROM line_block WHERE row NOT IN (SELECT row FROM contribution)').get<{ rows: number }>()!.rows, 0);
    assert.deepEqual([...exportAll(ledger)], before);
    for (const name of readdirSync(dirname(ledger.file))) assert.ok(!readFileSync(join(dirname(ledger.file), name)).includes('leaving'), name);
    assert.ok(existsSync(ledger.file));
  });

  it('opens as evidence from sessions down to lines, of the person alone', () => {
    const ledger = openTestLedger();
    const repo = fill(ledger);
    const sessions = evidenceSessions(ledger, repo);
    assert.deepEqual(sessions.map(({ id, contributions: count, effective, alive, lost }) => ({ id, count, effective, alive, lost })), [
      { id: 'session-2', count: 1, effective: 1, alive: 1, lost: 0 },
      { id: 'session-1', count: 2, effective: 2, alive: 1, lost: 0 },
    ]);
    const first = sessions[1]!.session;
    assert.deepEqual(evidenceFiles(ledger, repo, first).map(({ path, contributions: count }) => ({ path, count })), [{ path: 'src/a.ts', count: 2 }]);
    const held = evidenceContributions(ledger, repo, first);
    assert.deepEqual(held.map(({ id, path }) => ({ id, path })), [{ id: 'x', path: 'src/a.ts' }, { id: 'z', path: 'src/a.ts' }]);
    assert.equal(evidenceLines(ledger, repo, held[0]!.row)!.lines.length, 3);
    assert.equal(evidenceLines(ledger, testRepository(ledger, 'another'), held[0]!.row), null);
    assert.deepEqual(evidenceSessions(ledger, repo, { since: noon + 1 }).map(({ id, contributions: count }) => [id, count]), [['session-2', 1], ['session-1', 1]]);
  });

  it('counts declared commits once, mine apart from the total of others', () => {
    const ledger = openTestLedger();
    const repo = testRepository(ledger);
    const declared = [
      { commit, tool: 'codex', at: 5, mine: true },
      { commit: 'b'.repeat(40), tool: 'codex', at: 9, mine: true },
      { commit: 'c'.repeat(40), tool: 'codex', at: 7, mine: false },
    ];
    addDeclared(ledger, repo, declared);
    addDeclared(ledger, repo, declared);
    assert.deepEqual(declaredCounts(ledger, repo), [
      { tool: 'codex', mine: true, commits: 2, firstAt: 5, lastAt: 9 },
      { tool: 'codex', mine: false, commits: 1, firstAt: 7, lastAt: 7 },
    ]);
    clearDeclared(ledger, repo);
    assert.deepEqual(declaredCounts(ledger, repo), []);
  });

  it('remembers what a person dismissed', () => {
    const ledger = openTestLedger();
    const repo = testRepository(ledger);
    dismiss(ledger, repo, 'b', 1);
    dismiss(ledger, repo, 'a', 2);
    dismiss(ledger, repo, 'a', 3);
    assert.deepEqual([...dismissals(ledger, repo)], ['a', 'b']);
    undismiss(ledger, repo, 'a');
    assert.deepEqual([...dismissals(ledger, repo)], ['b']);
    const another = testRepository(ledger, 'another');
    assert.deepEqual([...dismissals(ledger, another)], []);
    for (const one of [repo, another]) dismiss(ledger, one, 'felt 2026-02-02', 4);
    dismiss(ledger, another, 'felt 2026-02-09', 5);
    assert.deepEqual(dismissedAnywhere(ledger, 'felt '), ['felt 2026-02-02', 'felt 2026-02-09']);
  });
});
