import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agentSources } from '../../../../src/capture/registry.ts';
import { fingerprintText } from '../../../../src/model/fingerprint.ts';
import { allAgentIds } from './agentIds.ts';
import { begin } from '../../../fixtures/agents/agentFixture.ts';
import { agentFixtures } from '../../../fixtures/agents/allAgents.ts';
import { key, temporaryFolder } from '../support.ts';
import { prepared, quiet, readHome, sumOf } from './support.ts';
import type { HomeRun } from './support.ts';

const golden = join(import.meta.dirname, '../../../golden/capture');

/** Everything that came out, in an order of its own, without what depends on the place of the home folder. */
function shown(run: HomeRun, home: string): string {
  const readings = run.readings.map(({ contributions, counts, sessions, turns, cursor }) => ({
    file: cursor.file.slice(home.length + 1), counts, sessions, turns: turns.map((one) => ({ ...one, turns: one.turns.map(({ at, by }) => `${by} ${(at - begin) / 1000}`) })),
    contributions: contributions.map((one) => ({ ...one, inserted: one.inserted.map((line) => [line.fingerprint, line.loose, line.flags, [...line.tokens].join(' ')]) })),
  }));
  return `${JSON.stringify(readings.sort((left, right) => (left.file < right.file ? -1 : 1)), null, 1)}\n`;
}

function everyFile(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
}

describe('every agent', () => {
  it('of the registry has logs to be tested with, and its own id', () => {
    assert.deepEqual(agentSources.map(({ id }) => id).sort(), agentFixtures.map(({ id }) => id).sort());
    assert.equal(new Set(agentSources.map(({ id }) => id)).size, agentSources.length);
    assert.deepEqual(allAgentIds, agentSources.map(({ id }) => id));
  });

  for (const fixture of agentFixtures) {
    describe(fixture.id, () => {
      it('gives each accepted edit once, with its lines, and counts the others', async () => {
        using home = temporaryFolder();
        const run = await readHome(fixture.id, prepared(fixture, home.path));
        const got = run.readings.flatMap(({ contributions }) => contributions).map((one) => ({ path: one.path, operation: one.operation, inserted: one.inserted.map((line) => line.fingerprint), removed: one.removed.length }));
        const expected = fixture.edits.map((edit) => ({ ...edit, inserted: edit.inserted.map((line) => fingerprintText(key, line)) }));
        const sorted = <T>(list: readonly T[]): string[] => list.map((one) => JSON.stringify(one)).sort();
        assert.deepEqual(sorted(got), sorted(expected));
        const { rejected, failed, unanswered, elsewhere, duplicates } = fixture.counts;
        assert.deepEqual(['rejected', 'failed', 'unanswered', 'elsewhere', 'duplicates'].map((name) => [name, sumOf(run, name as 'failed')]), Object.entries({ rejected, failed, unanswered, elsewhere, duplicates }));
        assert.equal(sumOf(run, 'accepted'), fixture.edits.length);
        assert.deepEqual(run.summary.problems, []);
      });

      it('is the same the next time', async () => {
        using home = temporaryFolder();
        const run = await readHome(fixture.id, prepared(fixture, home.path));
        const file = join(golden, `${fixture.id}.json`);
        const text = shown(run, home.path);
        if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text);
        assert.equal(text, readFileSync(file, 'utf8'), `${fixture.id}.json differs; UPDATE_GOLDEN=1 stores it anew`);
      });

      it('has nothing new when nothing changed, and nothing twice when all is read again', async () => {
        using home = temporaryFolder();
        const first = await readHome(fixture.id, prepared(fixture, home.path));
        const second = await readHome(fixture.id, home.path, first);
        assert.deepEqual(second.readings, []);
        assert.equal(second.summary.sources[0]!.state, 'unchanged');
        const again = await readHome(fixture.id, home.path, { ...first, cursors: new Map() });
        assert.deepEqual(again.readings.flatMap(({ contributions }) => contributions), []);
        assert.equal(sumOf(again, 'duplicates'), fixture.edits.length + fixture.counts.duplicates);
      });

      it('is read without writing anything', async () => {
        using home = temporaryFolder();
        prepared(fixture, home.path);
        const before = everyFile(home.path).map((file) => [file, readFileSync(file, 'latin1')]);
        await readHome(fixture.id, home.path);
        assert.deepEqual(everyFile(home.path).map((file) => [file, readFileSync(file, 'latin1')]), before);
      });

      it('gives nothing of what was said, nor any number of tokens, prompts or acceptances', async () => {
        using home = temporaryFolder();
        using louder = temporaryFolder();
        const few = await readHome(fixture.id, prepared(fixture, home.path, quiet));
        const many = await readHome(fixture.id, prepared(fixture, louder.path, { count: 987_654_321, words: 'write me something else entirely' }));
        const text = shown(many, louder.path);
        assert.equal(text, shown(few, home.path));
        assert.ok(!text.includes('987654321') && !text.includes('something else'));
        // What is remembered of a log is no text either.
        for (const { carry } of many.cursors.values()) assert.ok(carry === null || !/something else|flood|987654321/.test(carry), carry ?? '');
      });
    });
  }
});
