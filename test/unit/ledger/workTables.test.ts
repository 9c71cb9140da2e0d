import assert from 'node:assert/strict';
import fc from 'fast-check';
import { feltWeeks, paceRange, putFeltWeek, putPaceRange } from '../../../src/ledger/answers.ts';
import { exportAll } from '../../../src/ledger/exportAll.ts';
import type { Ledger } from '../../../src/ledger/ledger.ts';
import { addOwnCommits, ownCommits } from '../../../src/ledger/ownCommits.ts';
import { addTurns, sessionTurns } from '../../../src/ledger/sessionTurns.ts';
import { sessionId } from '../../../src/ledger/contributionWriter.ts';
import { repoTables } from '../../../src/ledger/repoTables.ts';
import { lastTold, revisions, tellWeeks, toldWeeks } from '../../../src/ledger/toldWeeks.ts';
import { joinTurns, type TurnTime } from '../../../src/model/sessionTurns.ts';
import { closeLedgers, openTestLedger, testRepository } from '../../fixtures/ledgers.ts';

const monday = Date.UTC(2026, 0, 5);

function sessionIn(ledger: Ledger, repo: number): { readonly session: number; readonly file: number } {
  const tables = repoTables(ledger, repo);
  return ledger.write(() => ({ session: sessionId(tables, { id: 's', source: 'claude-code', tool: 'claude', startedAt: 1, endedAt: 2 }), file: tables.names.idOf('/logs/s.jsonl') }));
}

const turns = fc.array(fc.record({ at: fc.integer({ min: 0, max: 4e12 }), by: fc.constantFrom('person' as const, 'agent' as const) }, { noNullPrototype: true }));

describe('what hours are told from, in the ledger', () => {
  afterEach(closeLedgers);

  it('keeps turns that come in pieces as if they came at once', () => {
    const ledger = openTestLedger();
    const repo = testRepository(ledger);
    const { session, file } = sessionIn(ledger, repo);
    fc.assert(
      fc.property(fc.array(turns, { minLength: 1, maxLength: 5 }), (pieces) => {
        ledger.statement('DELETE FROM session_turn').run();
        for (const piece of pieces) ledger.write(() => addTurns(ledger, repo, session, file, piece, false));
        const whole = joinTurns([], pieces.flat());
        assert.deepEqual(sessionTurns(ledger, repo).flatMap((one): readonly TurnTime[] => one.turns), whole);
        for (const [at, { by }] of whole.entries()) assert.ok(by === 'person' || whole[at - 1]?.by !== 'agent');
      }),
      { numRuns: 60 },
    );
  });

  it('keeps what a trimmed log told before', () => {
    const ledger = openTestLedger();
    const repo = testRepository(ledger);
    const { session, file } = sessionIn(ledger, repo);
    const add = (piece: readonly TurnTime[], restarted: boolean): void => ledger.write(() => addTurns(ledger, repo, session, file, piece, restarted));
    add([{ at: 10, by: 'person' }, { at: 20, by: 'agent' }, { at: 30, by: 'person' }, { at: 40, by: 'agent' }], false);
    add([{ at: 30, by: 'person' }, { at: 50, by: 'agent' }], true);
    assert.deepEqual(sessionTurns(ledger, repo)[0]!.turns.map(({ at }) => at), [10, 20, 30, 50]);
  });

  it('keeps answers, and takes a pace back', () => {
    const ledger = openTestLedger();
    putFeltWeek(ledger, { week: monday, saved: 3, fixing: 1.5 }, monday + 1);
    putFeltWeek(ledger, { week: monday, saved: 2.25, fixing: 1 }, monday + 2);
    assert.deepEqual(feltWeeks(ledger), [{ week: monday, saved: 2.25, fixing: 1 }]);
    putPaceRange(ledger, { low: 0.5, high: 2 });
    assert.deepEqual(paceRange(ledger), { low: 0.5, high: 2 });
    assert.deepEqual([...exportAll(ledger)].slice(1), [`{"kind":"felt week","week":${monday},"saved":2.25,"fixing":1}`, '{"kind":"pace","low":0.5,"high":2}']);
    putPaceRange(ledger, null);
    assert.equal(paceRange(ledger), null);
  });

  it('keeps own commits, told weeks and every revision', () => {
    const ledger = openTestLedger();
    const repo = testRepository(ledger);
    const one = { commit: 'a'.repeat(40), at: monday };
    const other = { commit: 'b'.repeat(40), at: monday - 5 };
    addOwnCommits(ledger, repo, [one]);
    addOwnCommits(ledger, repo, [one, other]);
    assert.deepEqual(ownCommits(ledger, repo), [other, one]);
    const told = (mid: number): { week: number; net: { low: number; mid: number; high: number }; provisional: boolean } => ({ week: monday, net: { low: mid - 1, mid, high: mid + 1 }, provisional: true });
    assert.equal(lastTold(ledger, repo), null);
    tellWeeks(ledger, repo, [told(2)], [], 7);
    const revision = { week: monday, at: 9, was: told(2).net, now: told(1).net, why: 'its 30 days went on' as const };
    tellWeeks(ledger, repo, [{ ...told(1), provisional: false }], [revision], 9);
    tellWeeks(ledger, repo, [], [{ ...revision, at: 8 }], 10);
    assert.equal(lastTold(ledger, repo), 9);
    assert.deepEqual(toldWeeks(ledger, repo), [{ ...told(1), provisional: false }]);
    assert.deepEqual(revisions(ledger, repo), [revision, { ...revision, at: 8 }]);
  });
});
