import assert from 'node:assert/strict';
import { createCaptureStore } from '../../../src/ledger/captureStore.ts';
import { comparisonCohorts } from '../../../src/ledger/comparisonRollup.ts';
import { createFollowStore } from '../../../src/ledger/followStore.ts';
import type { ComparisonCohort } from '../../../src/model/cohort.ts';
import type { Contribution } from '../../../src/model/contribution.ts';
import type { FollowStore } from '../../../src/model/followStore.ts';
import { lineFlags } from '../../../src/model/lineText.ts';
import { contribution, insertedLine, reading } from '../../fixtures/contributions.ts';
import { closeLedgers, openTestLedger, testRepository } from '../../fixtures/ledgers.ts';
import { memoryFollowStore } from '../../fixtures/memoryFollowStore.ts';

/** A store with contributions in it, a way to look at what was kept, and the comparison cohorts it holds. */
interface Subject {
  readonly store: FollowStore;
  reopened(): FollowStore;
  comparison(): readonly ComparisonCohort[];
}

type Make = (contributions: readonly Contribution[]) => Subject;

const kinds: Readonly<Record<string, Make>> = {
  'in memory'(contributions) {
    const store = memoryFollowStore(contributions);
    return { store, reopened: () => store, comparison: store.comparison };
  },
  'in the ledger'(contributions) {
    const ledger = openTestLedger();
    testRepository(ledger, 'another');
    const repo = testRepository(ledger);
    createCaptureStore(ledger, repo).store('claude-code', reading(contributions));
    return { store: createFollowStore(ledger, repo), reopened: () => createFollowStore(ledger, repo), comparison: () => comparisonCohorts(ledger, repo) };
  },
};

const commit = 'a'.repeat(40);
const merge = 'b'.repeat(40);
const noon = Date.UTC(2026, 0, 10, 12);

for (const [kind, make] of Object.entries(kinds)) {
  describe(`follow store ${kind}`, () => {
    afterEach(closeLedgers);

    it('gives the contributions of a path in the order of writing, each as one shared object', () => {
      const { store } = make([
        contribution({ id: 'late', at: noon + 1 }),
        contribution({ id: 'other', path: 'src/b.ts' }),
        contribution({ id: 'y', at: noon }),
        contribution({ id: 'x', at: noon, text: ['one line of it', 'and another'] }),
      ]);
      const found = store.contributionsAt('src/a.ts');
      assert.deepEqual(found.map((one) => one.id), ['x', 'y', 'late']);
      assert.deepEqual(store.contributionsAt('src/none.ts'), []);
      const line = found[0]!.lines[1]!;
      assert.equal(store.line(line.id), line);
      assert.equal(store.contribution(line.contribution), found[0]);
      assert.ok(line.id > 0 && line.id < 2 ** 29);
      assert.throws(() => store.line(123_456), RangeError);
      assert.throws(() => store.contribution(123_456), RangeError);
    });

    it('gives back what was captured', () => {
      const written = contribution({ id: 'x', text: ['const first = 1;', '', 'return;'], removed: [11, 2 ** 51], model: null, branch: null });
      const [held] = make([written]).store.contributionsAt('src/a.ts');
      const { inserted, operation, ...facts } = written;
      assert.equal(operation, 'edit');
      const { lines, row, episode, ...stored } = held!;
      assert.deepEqual(stored, facts);
      assert.match(episode, /^\n2026-01-\d\d$/);
      assert.deepEqual(
        lines.map(({ ordinal, fingerprint, loose, tokens, flags, writtenAt, contribution: owner }) => ({ ordinal, fingerprint, loose, tokens: [...tokens!], flags, writtenAt, owner })),
        inserted.map(({ fingerprint, loose, tokens, flags }, ordinal) => ({ ordinal, fingerprint, loose, tokens: [...tokens], flags, writtenAt: written.at, owner: row })),
      );
      const { first, tier, pushedAt, merged, changes, editCause, retained, death, place, supersededAt } = lines[0]!;
      assert.deepEqual({ first, tier, pushedAt, merged, changes, editCause, retained, death, place, supersededAt }, {
        first: null, tier: null, pushedAt: null, merged: null, changes: 0, editCause: null, retained: 1, death: null, place: 'none', supersededAt: null,
      });
    });

    it('keeps every finding of a changed line', () => {
      const { store, reopened } = make([contribution({ id: 'x', text: ['const a = 1;', 'const b = 2;', 'const c = 3;'] })]);
      const [one, two, three] = store.contributionsAt('src/a.ts')[0]!.lines;
      store.unitOfWork(() => {
        Object.assign(one!, {
          first: { commit, at: noon + 5, path: 'src/moved.ts', line: 4000 }, tier: 'similar', pushedAt: noon + 6, merged: { commit: merge, at: noon + 7 },
          changes: 11, editCause: 'someone else', retained: 0.625, place: 'trunk', flags: lineFlags.duplicate,
        });
        Object.assign(two!, {
          first: { commit, at: noon + 5, path: 'src/a.ts', line: 1 }, tier: 'exact', death: { fate: 'reverted', cause: 'me', at: noon + 9, commit: merge },
        });
        Object.assign(three!, { supersededAt: noon + 1, death: { fate: 'dropped', cause: 'me with AI', at: noon + 1, commit: null } });
        for (const line of [one!, two!, three!]) store.changed(line);
      });
      assert.equal(one!.tokens, null, 'git holds the text of a committed line');
      assert.deepEqual(reopened().contributionsAt('src/a.ts')[0]!.lines, [one, two, three]);
      assert.notEqual(three!.tokens, null);
    });

    it('finds lines that are in no commit, by loose fingerprint and altogether', () => {
      const { store, reopened } = make([
        contribution({ id: 'x', text: ['const a = 1;', 'const b = 2;'] }),
        contribution({ id: 'w', path: 'src/b.ts', text: ['  const a=1;', 'const d = 4;'] }),
      ]);
      const sought = [insertedLine('const a = 1;').loose, insertedLine('const b = 2;').loose, 12345];
      const place = (line: { contribution: number; ordinal: number }): string => `${store.contribution(line.contribution).id}${line.ordinal}`;
      assert.deepEqual(store.uncommittedLike(sought).map(place), ['w0', 'x0', 'x1']);
      assert.deepEqual(store.uncommittedLike([]), []);
      assert.deepEqual([...store.uncommitted()].map(place), ['w0', 'w1', 'x0', 'x1']);
      store.unitOfWork(() => {
        const [a, b] = store.contributionsAt('src/a.ts')[0]!.lines;
        a!.first = { commit, at: noon + 5, path: 'src/a.ts', line: 1 };
        b!.death = { fate: 'dropped', cause: 'unknown', at: noon + 5, commit: null };
        store.changed(a!);
        store.changed(b!);
        assert.deepEqual(store.uncommittedLike(sought).map(place), ['w0', 'x1'], 'also before it is written');
        assert.deepEqual([...store.uncommitted()].map(place), ['w0', 'w1']);
      });
      const later = reopened();
      assert.equal(later.uncommittedLike(sought).length, 2);
      assert.equal([...later.uncommitted()].length, 2);
      later.unitOfWork(() => {
        const line = later.contributionsAt('src/a.ts')[0]!.lines[0]!;
        line.first = null;
        later.changed(line);
        assert.equal(later.uncommittedLike(sought).length, 3, 'and when it is taken out of its commit');
      });
      assert.equal(reopened().uncommittedLike(sought).length, 3);
    });

    it('counts the open lines of an episode', () => {
      const { store } = make([
        contribution({ id: 'x', text: ['const a = 1;', 'const b = 2;', '}'] }),
        contribution({ id: 'y', path: 'src/b.ts', text: ['const c = 3;', 'const d = 4;'] }),
        contribution({ id: 'z', branch: 'other' }),
      ]);
      const { episode, lines } = store.contributionsAt('src/a.ts')[0]!;
      assert.deepEqual(store.openLines(episode, 'ai'), { open: 4, replaced: 0 });
      lines[0]!.supersededAt = noon + 1;
      lines[1]!.first = { commit, at: noon + 5, path: 'src/a.ts', line: 1 };
      for (const line of lines) store.changed(line);
      assert.deepEqual(store.openLines(episode, 'ai'), { open: 2, replaced: 1 });
      assert.deepEqual(store.openLines('none\n2026-01-01', 'ai'), { open: 0, replaced: 0 });
    });

    it('knows its paths and its earliest contribution', () => {
      assert.equal(make([]).store.earliest(), null);
      const { store } = make([contribution({ id: 'x' }), contribution({ id: 'y', path: 'b/ü "q"\n.ts', at: noon - 9 })]);
      assert.deepEqual(new Set(store.paths()), new Set(['src/a.ts', 'b/ü "q"\n.ts']));
      assert.equal(store.earliest(), noon - 9);
      assert.equal(store.contributionsAt('b/ü "q"\n.ts').length, 1);
    });

    it('takes in attested contributions once', () => {
      const { store, reopened } = make([contribution({ id: 'x' })]);
      const attested = contribution({ id: 'note', grade: 'attested', source: 'git-ai', path: 'src/c.ts', at: noon - 1, mine: false, text: ['const n = 1;', 'const m = 2;'] });
      store.unitOfWork(() => {
        const added = store.addAttested(attested);
        assert.equal(store.addAttested(attested), added);
        assert.deepEqual(store.contributionsAt('src/c.ts'), [added]);
        assert.equal(store.line(added.lines[1]!.id), added.lines[1]);
        assert.ok(store.paths().has('src/c.ts'));
        assert.equal(store.earliest(), noon - 1);
        assert.equal([...store.uncommitted()].length, 3);
        added.lines[0]!.first = { commit, at: noon + 5, path: 'src/c.ts', line: 7 };
        store.changed(added.lines[0]!);
      });
      const later = reopened();
      const [held] = later.contributionsAt('src/c.ts');
      assert.equal(held!.lines[0]!.first!.line, 7);
      assert.equal(later.addAttested(attested), held);
      assert.equal(later.contributionsAt('src/c.ts').length, 1);
      assert.equal(new Set([...held!.lines, ...later.contributionsAt('src/a.ts')[0]!.lines].map((line) => line.id)).size, 3);
    });

    it('keeps maps, state, pushes and comparison counts', () => {
      const { store, reopened, comparison } = make([contribution({ id: 'x' })]);
      store.unitOfWork(() => {
        store.setFileMap('src/a.ts', Uint8Array.of(1, 2, 3));
        store.setFileMap('elsewhere.ts', Uint8Array.of());
        store.setState('cursor', Uint8Array.of(9));
        store.addPush({ ref: 'refs/remotes/origin/feature', commit, at: 50 });
        store.addPush({ ref: 'refs/remotes/origin/feature', commit: merge, at: 20 });
        store.addPush({ ref: 'refs/remotes/origin/feature', commit, at: 10 });
        store.addComparison('unknown', 100, null, 7);
        store.addComparison('unknown', 100, 200, 3);
        store.addComparison('hand', 100, null, 1);
        assert.deepEqual(store.fileMap('src/a.ts'), Uint8Array.of(1, 2, 3), 'before it is written');
        assert.equal(store.pushes().length, 2);
      });
      const later = reopened();
      assert.deepEqual(Buffer.from(later.fileMap('src/a.ts')!), Buffer.of(1, 2, 3));
      assert.equal(later.fileMap('src/none.ts'), null);
      assert.deepEqual([...later.mappedPaths()], ['elsewhere.ts', 'src/a.ts']);
      assert.deepEqual(Buffer.from(later.state('cursor')!), Buffer.of(9));
      assert.deepEqual(later.pushes(), [
        { ref: 'refs/remotes/origin/feature', commit, at: 10 },
        { ref: 'refs/remotes/origin/feature', commit: merge, at: 20 },
      ]);
      assert.deepEqual(comparison(), [
        { origin: 'hand', mergedAt: 100, diedAt: null, lines: 1 },
        { origin: 'unknown', mergedAt: 100, diedAt: null, lines: 7 },
        { origin: 'unknown', mergedAt: 100, diedAt: 200, lines: 3 },
      ]);
      later.unitOfWork(() => {
        later.setFileMap('src/a.ts', null);
        later.setState('cursor', null);
        later.addComparison('unknown', 100, null, -7);
        assert.equal(later.fileMap('src/a.ts'), null);
        assert.deepEqual([...later.mappedPaths()], ['elsewhere.ts']);
      });
      assert.deepEqual([...reopened().mappedPaths()], ['elsewhere.ts']);
      assert.equal(reopened().state('cursor'), null);
      assert.equal(comparison().length, 2);
    });

    it('undoes all of a unit of work that throws', () => {
      const { store, reopened, comparison } = make([contribution({ id: 'x' })]);
      store.unitOfWork(() => store.setState('cursor', Uint8Array.of(1)));
      const broken = new Error('in the middle');
      assert.throws(
        () =>
          store.unitOfWork(() => {
            const line = store.contributionsAt('src/a.ts')[0]!.lines[0]!;
            line.first = { commit, at: noon + 5, path: 'src/a.ts', line: 1 };
            store.changed(line);
            store.addAttested(contribution({ id: 'note', grade: 'attested', path: 'src/c.ts' }));
            store.setState('cursor', Uint8Array.of(2));
            store.setFileMap('src/a.ts', Uint8Array.of(1));
            store.addPush({ ref: 'r', commit, at: 1 });
            store.addComparison('unknown', 1, null, 1);
            throw broken;
          }),
        broken,
      );
      for (const view of [store, reopened()]) {
        assert.equal(view.contributionsAt('src/a.ts')[0]!.lines[0]!.first, null);
        assert.deepEqual(view.contributionsAt('src/c.ts'), []);
        assert.deepEqual(Buffer.from(view.state('cursor')!), Buffer.of(1));
        assert.equal(view.fileMap('src/a.ts'), null);
        assert.deepEqual(view.pushes(), []);
        assert.ok(!view.paths().has('src/c.ts'));
      }
      assert.deepEqual(comparison(), []);
      store.unitOfWork(() => store.setState('cursor', Uint8Array.of(3)));
      assert.deepEqual(Buffer.from(reopened().state('cursor')!), Buffer.of(3));
    });

    it('has no unit of work inside another', () => {
      const { store } = make([]);
      assert.throws(() => store.unitOfWork(() => store.unitOfWork(() => undefined)), /unit of work/);
    });

    it('forgets all findings for a replay, but no push', () => {
      const { store, reopened, comparison } = make([contribution({ id: 'x', text: ['const a = 1;', '}'] })]);
      const held = store.contributionsAt('src/a.ts')[0]!;
      store.unitOfWork(() => {
        Object.assign(held.lines[0]!, {
          first: { commit, at: noon + 5, path: 'src/a.ts', line: 1 }, tier: 'exact', merged: { commit: merge, at: noon + 7 }, retained: 0.5, changes: 1,
          editCause: 'me', place: 'trunk', pushedAt: noon + 6, flags: lineFlags.duplicate, death: { fate: 'deleted', cause: 'me', at: noon + 8, commit },
        });
        store.changed(held.lines[0]!);
        store.addAttested(contribution({ id: 'note', grade: 'attested', path: 'src/c.ts' }));
        store.setState('cursor', Uint8Array.of(2));
        store.setFileMap('src/a.ts', Uint8Array.of(1));
        store.addPush({ ref: 'r', commit, at: 1 });
        store.addComparison('unknown', 1, null, 1);
      });
      store.unitOfWork(() => {
        store.reset();
        assert.equal(held.lines[0]!.first, null, 'shared objects too');
        assert.equal([...store.uncommitted()].length, 2);
      });
      for (const view of [store, reopened()]) {
        const [a, b] = view.contributionsAt('src/a.ts')[0]!.lines;
        const { id, contribution: owner, ordinal, fingerprint, loose, writtenAt, tokens, ...findings } = a!;
        assert.equal(tokens, null);
        assert.deepEqual(findings, {
          flags: 0, first: null, tier: null, pushedAt: null, merged: null, changes: 0, editCause: null, retained: 1, death: null, place: 'none', supersededAt: null,
        });
        assert.equal(b!.flags, lineFlags.trivial);
        assert.deepEqual(view.contributionsAt('src/c.ts'), []);
        assert.equal(view.state('cursor'), null);
        assert.deepEqual([...view.mappedPaths()], []);
        assert.equal(view.pushes().length, 1);
        assert.equal(view.uncommittedLike([loose]).length, 1);
        assert.ok(id > 0 && owner > 0 && ordinal === 0 && fingerprint > 0 && writtenAt === noon);
      }
      assert.deepEqual(comparison(), []);
    });
  });
}
