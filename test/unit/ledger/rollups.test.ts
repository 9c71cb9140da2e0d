import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allContributions, allLines } from '../../../src/ledger/allLines.ts';
import { createCaptureStore } from '../../../src/ledger/captureStore.ts';
import { cohorts } from '../../../src/ledger/cohortQuery.ts';
import { createFollowStore } from '../../../src/ledger/followStore.ts';
import type { Ledger } from '../../../src/ledger/ledger.ts';
import { contributionOutcomes } from '../../../src/ledger/outcomes.ts';
import { localNoon } from '../../../src/ledger/writtenLine.ts';
import type { Cohort } from '../../../src/model/cohort.ts';
import { causes, isDead, tiers } from '../../../src/model/fate.ts';
import { changeFlags, type FollowedLine, type StoredContribution } from '../../../src/model/followedLine.ts';
import type { FollowStore } from '../../../src/model/followStore.ts';
import { type Grade, grades } from '../../../src/model/provenance.ts';
import { day } from '../../../src/model/time.ts';
import { contribution, reading } from '../../fixtures/contributions.ts';
import { closeLedgers, openTestLedger, testRepository } from '../../fixtures/ledgers.ts';
import { type Random, seededRandom } from '../../fixtures/random.ts';

const start = Date.UTC(2026, 0, 10, 12);

/** Gives a line any findings, sensible or not: counts have to fit whatever the engine says. */
function disturb(line: FollowedLine, random: Random): void {
  const when = (): number => start + random.int(1, 3) * day;
  const commit = (): string => random.pick(['a', 'b', 'c']).repeat(40);
  line.first = random.chance(0.3) ? null : { commit: commit(), at: when(), path: random.pick(['src/a.ts', 'src/new.ts']), line: random.int(1, 300) };
  line.tier = random.chance(0.3) ? null : random.pick(tiers);
  line.pushedAt = random.chance(0.5) ? null : when();
  line.merged = random.chance(0.5) ? null : { commit: commit(), at: when() };
  line.changes = random.int(0, 15);
  line.editCause = random.chance(0.5) ? null : random.pick(causes);
  line.retained = random.pick([1, 0.5, 2 / 3, 0]);
  line.flags = random.pick([0, 0, 4, 16]);
  line.death = random.chance(0.6)
    ? null
    : { fate: random.pick(['rewritten', 'deleted', 'reverted', 'dropped', 'unknown'] as const), cause: random.pick(causes), at: when(), commit: random.chance(0.3) ? null : commit() };
  line.place = random.pick(['none', 'trunk', 'branch', 'worktree'] as const);
  line.supersededAt = random.chance(0.8) ? null : when();
}

/** The same figure counted from single lines. */
function recount(ledger: Ledger, repo: number): Map<string, { lines: number; retained: number }> {
  const found = new Map<string, { lines: number; retained: number }>();
  for (const { contribution: owner, line } of allLines(ledger, repo)) {
    const key = nameOf({
      episode: owner.episode, tool: owner.tool, grade: owner.grade, mine: owner.mine, effective: line.flags === 0, writtenDay: localNoon(owner.at),
      committedAt: line.first?.at ?? null, pushedAt: line.pushedAt, mergedAt: line.merged?.at ?? null, diedAt: line.death?.at ?? null,
      ...fateOf(line), changes: line.changes, tier: line.tier,
    });
    const counts = found.get(key) ?? { lines: 0, retained: 0 };
    found.set(key, counts);
    counts.lines++;
    counts.retained += line.retained;
  }
  return found;
}

function fateOf({ death, first, changes, editCause }: FollowedLine): Pick<Cohort, 'fate' | 'cause'> {
  if (death !== null) return { fate: death.fate, cause: death.cause };
  if (first === null) return { fate: 'pending', cause: null };
  if (changes & changeFlags.edited) return { fate: 'edited', cause: editCause };
  if (changes & changeFlags.moved) return { fate: 'moved', cause: null };
  return { fate: changes & changeFlags.reformatted ? 'reformatted' : 'kept', cause: null };
}

function nameOf({ episode, tool, grade, mine, effective, writtenDay, committedAt, pushedAt, mergedAt, diedAt, fate, cause, changes, tier }: Omit<Cohort, 'lines' | 'retained'>): string {
  return JSON.stringify([episode, tool, grade, mine, effective, writtenDay, committedAt, pushedAt, mergedAt, diedAt, fate, cause, changes, tier]);
}

function assertCountsFit(ledger: Ledger, repo: number): void {
  const expected = recount(ledger, repo);
  const held = cohorts(ledger, repo);
  assert.equal(held.length, expected.size, 'as many cohorts as there are kinds of lines');
  for (const cohort of held) {
    const counts = expected.get(nameOf(cohort));
    assert.ok(counts !== undefined, `a cohort that no line is in: ${nameOf(cohort)}`);
    assert.equal(cohort.lines, counts.lines);
    assert.ok(Math.abs(cohort.retained - counts.retained) < 1e-6);
  }
  assertOutcomesFit(ledger, repo);
  assertIndexFits(ledger, repo);
}

function assertIndexFits(ledger: Ledger, repo: number): void {
  const lines = [...allLines(ledger, repo)].map(({ line }) => line);
  const uncommitted = lines.filter((line) => line.first === null);
  const looses = [...new Set(lines.map((line) => line.loose))];
  const store = createFollowStore(ledger, repo);
  assert.deepEqual(store.uncommittedLike(looses), uncommitted);
  assert.deepEqual([...store.uncommitted()], uncommitted.filter((line) => line.death === null));
  assert.equal(ledger.statement('SELECT count(*) AS rows FROM uncommitted_line WHERE repo = ?').get<{ rows: number }>(repo)!.rows, uncommitted.length);
}

function assertOutcomesFit(ledger: Ledger, repo: number): void {
  const owners = new Map<string, StoredContribution>();
  for (const owner of allContributions(ledger, repo)) if (owner.mine) owners.set(owner.id, owner);
  const outcomes = contributionOutcomes(ledger, repo);
  assert.deepEqual(outcomes.map((one) => one.contribution).toSorted(), [...owners.keys()].toSorted());
  for (const { contribution: id, effectiveLines, aliveLines, losses } of outcomes) {
    const effective = owners.get(id)!.lines.filter((line) => line.flags === 0);
    const dead = effective.filter((line) => isDead(fateOf(line).fate));
    assert.equal(effectiveLines, effective.length);
    assert.equal(aliveLines, effective.filter((line) => line.first !== null && line.death === null).length);
    assert.equal(losses.reduce((sum, loss) => sum + loss.lines, 0), dead.length);
    for (const loss of losses) {
      const same = dead.filter((line) => line.death!.fate === loss.fate && line.death!.cause === loss.cause);
      assert.equal(loss.lines, same.length);
      assert.equal(loss.lastAt, Math.max(...same.map((line) => line.death!.at)));
      const by = (commit: string | null): number => same.filter((line) => line.death!.commit === commit).length;
      assert.equal(by(loss.commit), Math.max(...same.map((line) => by(line.death!.commit))));
    }
  }
}

function disturbSome(store: FollowStore, rows: readonly number[], random: Random): void {
  for (const row of rows) {
    for (const line of store.contribution(row).lines) {
      if (random.chance(0.4)) continue;
      disturb(line, random);
      store.changed(line);
    }
  }
}

describe('rolled-up counts', () => {
  afterEach(closeLedgers);

  it('equal a recount of the lines after any changes, failures and replays', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.constantFrom('change', 'fail', 'attest', 'reset', 'capture'), { maxLength: 6 }), (seed, steps) => {
        const random = seededRandom(seed);
        const ledger = openTestLedger();
        testRepository(ledger, 'another');
        const repo = testRepository(ledger);
        const capture = createCaptureStore(ledger, repo);
        const make = (id: string, grade: Grade = random.pick(grades.filter((one) => one !== 'attested'))): ReturnType<typeof contribution> =>
          contribution({
            id, grade, tool: random.pick(['claude', 'codex']), branch: random.pick(['one', 'two', null]), at: start + random.int(0, 3) * day, path: random.pick(['src/a.ts', 'src/b.ts']),
            mine: random.chance(0.8), text: Array.from({ length: random.int(0, 5) }, (_, at) => random.pick(['}', `const ${id}${at} = 1;`])),
          });
        capture.store('claude-code', reading(Array.from({ length: 5 }, (_, at) => make(`first${at}`))));
        for (const [at, step] of ['change', ...steps].entries()) {
          const store = createFollowStore(ledger, repo);
          const rows = ledger.statement('SELECT row FROM contribution WHERE repo = ?').all<{ row: number }>(repo).map(({ row }) => row);
          if (step === 'change') store.unitOfWork(() => disturbSome(store, rows, random));
          if (step === 'reset') store.unitOfWork(() => store.reset());
          if (step === 'capture') capture.store('claude-code', reading([make(`more${at}`), make('first0')]));
          if (step === 'attest') {
            store.unitOfWork(() => {
              const added = store.addAttested(make(`note${at}`, 'attested'));
              disturbSome(store, [added.row, ...rows], random);
            });
          }
          if (step === 'fail') {
            const fail = (): void => {
              store.addAttested(make(`lost${at}`, 'attested'));
              disturbSome(store, rows, random);
              store.reset();
              throw new Error('undone');
            };
            assert.throws(() => store.unitOfWork(fail), /undone/);
          }
          assertCountsFit(ledger, repo);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('are given for a window of days', () => {
    const ledger = openTestLedger();
    const repo = testRepository(ledger);
    createCaptureStore(ledger, repo).store('claude-code', reading([contribution({ id: 'old' }), contribution({ id: 'new', at: start + 5 * day })]));
    assert.equal(cohorts(ledger, repo).length, 2);
    assert.deepEqual(cohorts(ledger, repo, { sinceDay: start + 4 * day }).map((one) => one.writtenDay), [localNoon(start + 5 * day)]);
    assert.equal(cohorts(ledger, repo, { untilDay: start + 4 * day })[0]!.lines, 1);
    assert.deepEqual(contributionOutcomes(ledger, repo, { since: start + 1 }).map((one) => one.contribution), ['new']);
  });
});
