import assert from 'node:assert/strict';
import { allContributions } from '../../../src/ledger/allLines.ts';
import { createCaptureStore } from '../../../src/ledger/captureStore.ts';
import { coverage } from '../../../src/ledger/coverage.ts';
import { emptyCounts } from '../../../src/model/captureSource.ts';
import { contribution, reading } from '../../fixtures/contributions.ts';
import { closeLedgers, openTestLedger, testRepository } from '../../fixtures/ledgers.ts';

const noon = Date.UTC(2026, 0, 10, 12);

describe('capture store', () => {
  afterEach(closeLedgers);

  it('keeps contributions with the position up to which their log was read', () => {
    const ledger = openTestLedger();
    const store = createCaptureStore(ledger, testRepository(ledger));
    const read = reading([contribution({ id: 'x' }), contribution({ id: 'y' })]);
    assert.equal(store.cursor('claude-code', read.cursor.file), null);
    assert.equal(store.store('claude-code', read), 2);
    assert.deepEqual(store.cursor('claude-code', read.cursor.file), read.cursor);
    const other = { ...read.cursor, file: '/home/dev/.claude/another.jsonl', carry: '{"calls":[]}', relevant: false };
    store.store('claude-code', { ...reading([]), cursor: other });
    assert.deepEqual(store.cursors('claude-code'), [other, read.cursor]);
    assert.deepEqual(store.cursors('codex'), []);
  });

  it('counts an edit that was copied into another log once', () => {
    const ledger = openTestLedger();
    const repo = testRepository(ledger);
    const store = createCaptureStore(ledger, repo);
    const copied = contribution({ id: 'x' });
    store.store('claude-code', reading([copied, copied]));
    assert.ok(store.known('x'));
    assert.equal(store.store('claude-code', reading([copied], { file: '/home/dev/.claude/resumed.jsonl' })), 0);
    assert.deepEqual([...allContributions(ledger, repo)].map((one) => one.id), ['x']);
    assert.ok(!createCaptureStore(ledger, testRepository(ledger, 'another')).known('x'), 'another repository has its own');
  });

  it('adds up the counts of a file, and counts anew when it is read again from the start', () => {
    const ledger = openTestLedger();
    const repo = testRepository(ledger);
    const store = createCaptureStore(ledger, repo);
    const counts = { ...emptyCounts(), records: 10, accepted: 3, rejected: 1 };
    store.store('claude-code', reading([contribution({ id: 'x' })], { counts }));
    store.store('claude-code', reading([], { counts: { ...emptyCounts(), records: 5, failed: 2 } }));
    assert.deepEqual(coverage(ledger, repo)[0]!.counts, { ...counts, records: 15, failed: 2 });
    store.store('claude-code', reading([], { counts: { ...emptyCounts(), records: 12, accepted: 1, duplicates: 4, rejected: 1 }, restarted: true }));
    assert.deepEqual(coverage(ledger, repo)[0]!.counts, { ...emptyCounts(), records: 12, accepted: 4, duplicates: 1, rejected: 1 });
  });

  it('keeps nothing of a reading that fails', () => {
    const ledger = openTestLedger();
    const repo = testRepository(ledger);
    const store = createCaptureStore(ledger, repo);
    const broken = { ...contribution({ id: 'y' }), path: null as unknown as string };
    assert.throws(() => store.store('claude-code', reading([contribution({ id: 'x' }), broken])));
    assert.ok(!store.known('x'));
    assert.deepEqual(store.cursors('claude-code'), []);
    assert.equal(store.store('claude-code', reading([contribution({ id: 'x' })])), 1);
  });

  it('says per source how far back it reaches', () => {
    const ledger = openTestLedger();
    const repo = testRepository(ledger);
    const store = createCaptureStore(ledger, repo);
    const early = contribution({ id: 'x', at: noon - 1000, session: 's1', text: ['const a = 1;', '}'] });
    store.store('claude-code', reading([early, contribution({ id: 'y', at: noon, session: 's2' })]));
    const elsewhere = reading([], { file: '/home/dev/.claude/z.jsonl' });
    store.store('claude-code', { ...elsewhere, cursor: { ...elsewhere.cursor, relevant: false, modifiedAt: noon + 9 * 86_400_000 } });
    store.store('codex', reading([], { file: '/home/dev/.codex/none.jsonl' }));
    const [claude, codex] = coverage(ledger, repo);
    assert.deepEqual(
      { ...claude, counts: null },
      { source: 'claude-code', files: 2, relevantFiles: 1, sessions: 2, counts: null, contributions: 2, lines: 3, firstAt: noon - 1000, lastAt: noon, lastSeenAt: noon + 9 * 86_400_000 },
    );
    assert.deepEqual([codex!.source, codex!.contributions, codex!.firstAt], ['codex', 0, null]);
    assert.deepEqual(coverage(ledger, testRepository(ledger, 'another')), []);
  });
});
