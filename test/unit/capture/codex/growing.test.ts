import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codexFixture } from '../../../fixtures/agents/codexLog.ts';
import { prepared, quiet, readHome, sumOf } from '../agents/support.ts';
import { temporaryFolder } from '../support.ts';
import type { HomeRun } from '../agents/support.ts';

const rollout = '.codex/sessions/2026/03/02/rollout-2026-03-02T10-00-00-1.jsonl';

describe('a rollout that grows', () => {
  it('gives the same edits and counts wherever it is cut', async () => {
    using home = temporaryFolder();
    prepared(codexFixture, home.path, quiet);
    const whole = readFileSync(join(home.path, rollout), 'utf8');
    const ends = [...whole.matchAll(/\n/g)].map((match) => match.index + 1);
    for (const cuts of [ends.filter((_, at) => at % 2 === 0), [ends[6]!, ends[7]!, ends[13]! - 40], [100, ends.at(-2)!]]) {
      using folder = temporaryFolder();
      const file = join(folder.path, rollout);
      prepared({ ...codexFixture, write: (path, noise) => codexFixture.write(path, noise) }, folder.path);
      let run: HomeRun | undefined;
      let unanswered = 0;
      const totals = { accepted: 0, rejected: 0, failed: 0 };
      for (const cut of [...cuts, whole.length]) {
        writeFileSync(file, whole.slice(0, cut));
        run = await readHome('codex', folder.path, run);
        const own = run.readings.filter(({ cursor }) => cursor.file === file);
        for (const { counts } of own) {
          unanswered += counts.unanswered;
          for (const name of ['accepted', 'rejected', 'failed'] as const) totals[name] += counts[name];
        }
      }
      // The fork's copy of one edit may have been read first, before this part of the rollout was there.
      assert.ok(totals.accepted >= 2 && totals.accepted <= 3, String(totals.accepted));
      assert.deepEqual([totals.rejected, totals.failed, unanswered], [1, 1, 1]);
      assert.equal(run!.known.size, codexFixture.edits.length);
    }
  });

  it('holds no text in what is remembered of it', async () => {
    using home = temporaryFolder();
    const run = await readHome('codex', prepared(codexFixture, home.path));
    const { carry } = run.cursors.get(join(home.path, rollout))!;
    assert.ok(carry !== null && carry.includes('"calls":[{'));
    assert.ok(!carry.includes('never known'));
    // the one that was cut while it was compressed
    assert.equal(sumOf(run, 'unreadable'), 1);
  });
});
