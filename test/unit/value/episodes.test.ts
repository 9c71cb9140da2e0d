import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Cohort } from '../../../src/model/cohort.ts';
import type { Episode } from '../../../src/model/episode.ts';
import type { TurnTime } from '../../../src/model/sessionTurns.ts';
import { day, hour, minute } from '../../../src/model/time.ts';
import { assumedValues } from '../../../src/value/assumptions.ts';
import type { Calendar } from '../../../src/value/episodes/calendar.ts';
import { episodesOf } from '../../../src/value/episodes/episodesOf.ts';
import type { RepositoryWork } from '../../../src/value/episodes/repositoryWork.ts';
import { settledShares } from '../../../src/value/estimate/survivalShare.ts';
import { isAiEpisode, totalHours } from '../../../src/value/inputs.ts';

const values = assumedValues();
const monday = Date.UTC(2026, 0, 5);
const asOf = monday + 200 * day;
/** A person ten hours ahead of UTC: their days are not ours. */
const calendar: Calendar = { dayOf: (at) => new Date(at + 10 * hour).toISOString().slice(0, 10), noonOf: (text) => Date.parse(`${text}T12:00:00Z`) - 10 * hour };
const nine = monday + day - hour;

const key = (branch: string, at = nine): string => `${branch}\n${calendar.dayOf(at)}`;

function cohort(fields: Partial<Cohort> = {}): Cohort {
  return {
    episode: key('topic'), tool: 'claude', grade: 'recorded', mine: true, effective: true, writtenDay: calendar.noonOf(calendar.dayOf(nine)), committedAt: nine + hour, pushedAt: null, mergedAt: nine + day,
    diedAt: null, fate: 'kept', cause: null, changes: 0, tier: 'exact', lines: 10, retained: 10, ...fields,
  };
}

function workOf(fields: Partial<RepositoryWork> = {}): RepositoryWork {
  return { repo: '1', knownUntil: asOf, cohorts: [], marks: [], turns: [], commits: [], activities: [], handLines: new Map(), coins: new Map(), ...fields };
}

const turnsAt = (...minutes: readonly number[]): TurnTime[] => minutes.map((at, index) => ({ at: nine + at * minute, by: index % 2 === 0 ? 'person' : 'agent' }));
const of = (works: readonly RepositoryWork[], now = asOf): Episode[] => episodesOf(works, values, calendar, now);
const minutes = (episodes: readonly Episode[]): number => Math.round(60 * episodes.reduce((sum, one) => sum + totalHours(one.hours), 0));

describe('episodes', () => {
  it('are named by branch and the person’s own day', () => {
    const [one] = of([workOf({ cohorts: [cohort()] })]);
    assert.deepEqual([one!.branch, one!.day, one!.repo, one!.aiLines], ['topic', calendar.noonOf('2026-01-06'), '1', 10]);
  });

  it('count what reached a commit, by what became of it; where nothing did, all that was written but drafts', () => {
    const lines = (fields: Partial<Cohort>): Cohort => cohort({ lines: 1, ...fields });
    const merged = nine + day;
    const [one] = of([workOf({
      cohorts: [
        lines({}), lines({ fate: 'rewritten', cause: 'me', diedAt: merged + 20 * day }), lines({ fate: 'deleted', cause: 'someone else', diedAt: merged + 60 * day }),
        lines({ fate: 'rewritten', cause: 'me', mergedAt: null, diedAt: nine + 2 * hour }), lines({ mergedAt: null }), lines({ fate: 'unknown', cause: 'unknown', diedAt: merged + day }),
        lines({ committedAt: null, mergedAt: null, fate: 'dropped', cause: 'me', diedAt: nine + hour }), lines({ effective: false }), lines({ mine: false }), lines({ grade: 'declared' }),
      ],
    })]);
    assert.equal(one!.aiLines, 6);
    // on a branch that nobody merged in 60 days it was of no use
    assert.deepEqual(one!.survival, { 0: { alive: 6, dead: 0, open: 0 }, 30: { alive: 2, dead: 3, open: 0 }, 90: { alive: 1, dead: 4, open: 0 } });
    const uncommitted = (fate: Cohort['fate'], cause: Cohort['cause']): Cohort => lines({ committedAt: null, mergedAt: null, fate, cause, diedAt: fate === 'pending' ? null : nine + hour });
    const [draft] = of([workOf({ cohorts: [uncommitted('dropped', 'me'), uncommitted('dropped', 'me with AI'), uncommitted('pending', null)] })]);
    assert.deepEqual([draft!.aiLines, draft!.survival[30]], [2, { alive: 0, dead: 1, open: 1 }]);
  });

  it('know nothing of what happened after "now"', () => {
    const cohorts = [cohort({ fate: 'rewritten', cause: 'me', diedAt: nine + 20 * day }), cohort({ episode: key('later', nine + 5 * day), writtenDay: nine + 5 * day })];
    const [one, ...rest] = of([workOf({ cohorts, turns: [{ source: 'a', session: 's', turns: turnsAt(8000, 8010) }] })], nine + 2 * day);
    assert.deepEqual([one!.survival[30], rest, minutes([one!])], [{ alive: 0, dead: 0, open: 10 }, [], 0]);
    assert.deepEqual(of([workOf({ cohorts: [cohort()] })], nine + hour / 2)[0]!.survival[0], { alive: 0, dead: 0, open: 10 });
  });

  it('of young work tell the deaths, but teach nothing about survival: only deaths can be known', () => {
    const young = cohort({ episode: key('young'), mergedAt: asOf - 3 * day, committedAt: asOf - 4 * day, fate: 'rewritten', cause: 'me', diedAt: asOf - 2 * day, lines: 9 });
    const old = cohort({ lines: 8 });
    const episodes = of([workOf({ cohorts: [young, { ...young, fate: 'kept', diedAt: null, cause: null, lines: 1 }, old, cohort({ lines: 2, fate: 'deleted', cause: 'me', diedAt: nine + 2 * day })] })]);
    assert.deepEqual(episodes.map(({ survival, settled }) => [survival[30], settled]), [[{ alive: 8, dead: 2, open: 0 }, [0, 30, 90]], [{ alive: 0, dead: 9, open: 1 }, [0]]]);
    assert.deepEqual(settledShares(episodes, 30, values).shares, [0.8]);
  });

  it('take the time of sessions: before what was written next, else after what was written last that day, by any agent', () => {
    const marks = [{ at: nine + 4 * minute, source: 'a', session: 's', episode: key('one') }, { at: nine + 24 * minute, source: 'a', session: 's', episode: key('two') }];
    const episodes = of([workOf({ marks, turns: [{ source: 'a', session: 's', turns: turnsAt(0, 5, 20, 25, 60, 61) }, { source: 'b', session: 't', turns: turnsAt(200, 202, 2000, 2001) }] })]);
    assert.deepEqual(episodes.map((one) => [one.branch, minutes([one])]), [['one', 6], ['two', 1 + 5 + 2 + 3], ['', 2]]);
    assert.ok(episodes.every((one) => one.timeGrade === 'reconstructed'));
  });

  it('a minute counts once over sessions, copies of sessions and repositories', () => {
    const times = fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 12 }).map((list) => turnsAt(...list.toSorted((a, b) => a - b)));
    fc.assert(
      fc.property(times, fc.nat(12), (turns, cut) => {
        const one = { source: 'a', session: 's', turns };
        const alone = minutes(of([workOf({ turns: [one] })]));
        const fork = { source: 'a', session: 'fork', turns: turns.slice(0, cut) };
        assert.equal(minutes(of([workOf({ turns: [one, fork] })])), alone, 'a fork repeats');
        assert.equal(minutes(of([workOf({ turns: [one] }), workOf({ repo: '2', turns: [one] })])), alone, 'one session in two repositories');
        assert.equal(minutes(of([workOf({ turns: [{ ...one, turns: turns.slice(0, cut) }, { ...one, turns: turns.slice(cut) }] })])), alone, 'one session in two files');
      }),
    );
  });

  it('a commit soon after a turn shows that its text was read; one within a turn is the agent’s', () => {
    const turns = [{ source: 'a', session: 's', turns: turnsAt(0, 5) }];
    const at = (minute_: number): number => minutes(of([workOf({ turns, commits: [nine + minute_ * minute] })]));
    assert.deepEqual([at(3), at(8), at(90), at(60 * 20)], [6, 9, 7, 6]);
  });

  it('prefer what the editor saw, and leave out diffs that were read far from any agent', () => {
    const activities = [
      { kind: 'editing ai' as const, from: nine + 5 * minute, to: nine + 9 * minute }, { kind: 'reading diff' as const, from: nine + 10 * minute, to: nine + 12 * minute },
      { kind: 'reading diff' as const, from: nine + 200 * minute, to: nine + 220 * minute }, { kind: 'editing own' as const, from: nine + 300 * minute, to: nine + 330 * minute },
    ];
    const marks = [{ at: nine + 4 * minute, source: 'a', session: 's', episode: key('one') }];
    const found = of([workOf({ marks, activities, turns: [{ source: 'a', session: 's', turns: turnsAt(0, 5) }] })]);
    assert.deepEqual(found.map(({ branch, hours }) => [branch, Object.entries(hours).filter(([, length]) => length > 0).map(([kind, length]) => `${kind} ${Math.round(length * 60)}`)]), [['one', ['prompting 1', 'waiting 5', 'reading 2', 'fixing 4', 'writing 30']]]);
  });

  it('count mending as work with AI, pro rata, also on a day by hand', () => {
    const next = nine + 3 * day;
    const cohorts = [cohort({ lines: 20 }), cohort({ lines: 10, fate: 'rewritten', cause: 'me', diedAt: next })];
    const activities = [{ kind: 'editing own' as const, from: next, to: next + 60 * minute }];
    const episodes = of([workOf({ cohorts, activities, handLines: new Map([[key('fix', next), 30]]) })]).filter(({ day: at }) => at > nine + day);
    assert.deepEqual(episodes.map((one) => [one.id.split('\n').slice(3), one.handLines, Math.round(60 * one.hours.writing), Math.round(60 * one.hours.reworking), isAiEpisode(one)]), [[[], 30, 45, 0, false], [['rework'], 0, 0, 15, true]]);
  });
});
