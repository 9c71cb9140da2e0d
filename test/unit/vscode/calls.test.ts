import assert from 'node:assert/strict';
import type { PaceRange } from '../../../src/model/episode.ts';
import type { Project } from '../../../src/model/project.ts';
import { day } from '../../../src/model/time.ts';
import { startOfWeek } from '../../../src/report/week.ts';
import { type CallContext, calls } from '../../../src/vscode/worker/calls.ts';
import { fakeProject } from '../cli/fakes.ts';
import { asOf, madeUpFacts } from '../report/madeUpFacts.ts';

/** A project that remembers what it is told, as the ledger does. */
function remembering(): Project & { readonly calls: string[] } {
  let paceRange: PaceRange | null = null;
  const facts = madeUpFacts();
  const project = fakeProject({
    reportFacts: async () => ({ ...facts, work: { ...facts.work, episodes: facts.work.episodes.filter(({ id }) => id.startsWith('ai-')), paceRange } }),
    setPaceRange: async (range) => {
      project.calls.push(`pace ${JSON.stringify(range)}`);
      paceRange = range;
    },
  });
  return project;
}

function context(project: Project, paceRange: PaceRange | null = null): CallContext {
  const address = { repoDir: '/r', ledgerFile: null, homes: [], addresses: [], defaultBranch: '', assumptions: {}, paceRange };
  return { project, address, env: {}, asOf, signal: new AbortController().signal, progress: () => undefined };
}

describe('what the sidebar asks the worker about hours', () => {
  const week = startOfWeek(asOf) - 7 * day;

  it('keeps an answer, or that the week was skipped, and tells the report anew', async () => {
    const project = remembering();
    const told = await calls.answerWeek({ week, answer: { saved: 3, fixing: 1 } }, context(project));
    assert.equal(told.schema, 'ai-net-value/report/1');
    await calls.answerWeek({ week, answer: null }, context(project));
    assert.deepEqual(project.calls, [`answerWeek ${week} 3 1`, 'dismiss felt 2026-02-23']);
  });

  it('hands the pace of the settings on to the ledger once, and takes it back when it is cleared', async () => {
    const project = remembering();
    const label = async (paceRange: PaceRange | null): Promise<string | null> => (await calls.report({}, context(project, paceRange))).value.paceLabel;
    assert.match((await label(null))!, /^from published pace/);
    assert.match((await label({ low: 1, high: 2 }))!, /^from the pace you entered/);
    await label({ low: 1, high: 2 });
    assert.match((await label(null))!, /^from the pace you entered/, 'without one in the settings the ledger’s stays');
    assert.match((await calls.clearPaceRange({}, context(project))).value.paceLabel!, /^from published pace/);
    assert.deepEqual(project.calls, ['pace {"low":1,"high":2}', 'pace null']);
  });
});
