import { emptyCounts } from '../../../src/model/captureSource.ts';
import type { Cohort, ComparisonCohort } from '../../../src/model/cohort.ts';
import type { ContributionOutcome } from '../../../src/model/contributionOutcome.ts';
import type { Cause, Fate } from '../../../src/model/fate.ts';
import { changeFlags } from '../../../src/model/followedLine.ts';
import type { ReportFacts } from '../../../src/model/project.ts';
import { day } from '../../../src/model/time.ts';
import { seededRandom } from '../../fixtures/random.ts';
import { madeUpWork } from './madeUpWork.ts';

/** "Now" of the made-up project. */
export const asOf = Date.UTC(2026, 2, 6, 12);

export function cohort(fields: Partial<Cohort> = {}): Cohort {
  const at = asOf - 60 * day;
  return {
    episode: `feature\n${at}`, tool: 'claude', grade: 'recorded', mine: true, effective: true, writtenDay: at, committedAt: at + 3_600_000, pushedAt: null, mergedAt: at + day,
    diedAt: null, fate: 'kept', cause: null, changes: 0, tier: 'exact', lines: 10, retained: 10, ...fields,
  };
}

/** Facts of a project in which all kinds of things happened: four months, one person, one default branch. */
export function madeUpFacts(seed: number | string = 1, episodes = 40): ReportFacts {
  const random = seededRandom(seed);
  const cohorts: Cohort[] = [];
  for (let episode = 0; episode < episodes; episode++) {
    const writtenDay = Math.floor((asOf - random.int(0, 120) * day) / day) * day + day / 2;
    for (let row = random.int(1, 6); row > 0; row--) cohorts.push(madeUpCohort(random, `feature-${episode}\n${new Date(writtenDay).toISOString().slice(0, 10)}`, writtenDay));
  }
  const comparison: ComparisonCohort[] = [];
  for (let row = 0; row < 160; row++) {
    const mergedAt = asOf - random.int(0, 200) * day - random.int(0, 86_399_999);
    const died = random.chance(0.12) ? mergedAt + random.int(0, 120) * day : Infinity;
    comparison.push({ origin: 'unknown', mergedAt, diedAt: died < asOf ? died : null, lines: random.int(1, 400) });
  }
  return {
    repo: {
      name: 'weather-station',
      defaultBranch: { ref: 'refs/remotes/origin/main', name: 'origin/main', commit: random.hex(40), knownUntil: asOf - 2 * day, foundBy: 'HEAD of the remote `origin`' },
      notes: ['The last fetch was 2 days ago; what was merged since is not seen.'],
    },
    sources: [
      {
        id: 'claude-code', name: 'Claude Code', tool: 'claude', grade: 'recorded', found: true, state: 'reading', verified: 'seen', files: 41, sessions: 38,
        counts: { ...emptyCounts(), records: 20_418, accepted: 512, rejected: 14, failed: 23, duplicates: 88, elsewhere: 17, unanswered: 1, unreadable: 2 },
        firstSeen: asOf - 121 * day, lastSeen: asOf - day, problems: ['2 lines of one transcript are cut in the middle.'], remedy: null,
      },
      { id: 'git-ai', name: 'git-ai notes', tool: 'several', grade: 'attested', found: true, state: 'reading', verified: 'seen', files: 0, sessions: 5, counts: { ...emptyCounts(), accepted: 60 }, firstSeen: asOf - 80 * day, lastSeen: asOf - 9 * day, problems: [], remedy: null },
      { id: 'codex', name: 'Codex', tool: 'codex', grade: 'recorded', found: false, state: 'silent', verified: 'source only', files: 0, sessions: 0, counts: emptyCounts(), firstSeen: null, lastSeen: null, problems: ['3 of your 4 commits that name codex have no session of Codex.'], remedy: 'Name another home folder.' },
      { id: 'amp', name: 'Amp', tool: 'amp', grade: 'recorded', found: false, state: 'not found', verified: 'source only', files: 0, sessions: 0, counts: emptyCounts(), firstSeen: null, lastSeen: null, problems: [], remedy: 'If you use it: its logs are looked for in ~/.local/share/amp/threads.' },
    ],
    cohorts: [
      ...cohorts,
      cohort({ effective: false, lines: 431 }),
      cohort({ grade: 'declared', lines: 260 }),
      cohort({ mine: false, grade: 'attested', lines: 120 }),
      cohort({ mine: false, grade: 'attested', lines: 33, fate: 'rewritten', cause: 'unknown', diedAt: asOf - 30 * day }),
    ],
    comparison,
    outcomes: madeUpOutcomes(random),
    accepted: [
      { day: asOf - 200 * day, source: 'editor', tool: 'copilot', seconds: 300, characters: 9000, kept: 9000 },
      ...[[0, 4180], [30, 3920], [120, 3510], [300, 3102], [600, 3050], [900, 2990]].map(([seconds, kept]) => ({ day: asOf - 20 * day, source: 'editor', tool: 'copilot', seconds: seconds!, characters: 4180, kept: kept! })),
    ],
    dismissed: new Set(),
    work: madeUpWork(asOf),
    knownUntil: asOf - 2 * day,
  };
}

type Random = ReturnType<typeof seededRandom>;

function madeUpCohort(random: Random, episode: string, writtenDay: number): Cohort {
  const lines = random.int(1, 140);
  const committedAt = random.chance(0.85) ? writtenDay + random.int(0, 2 * day) : null;
  const pushedAt = committedAt !== null && random.chance(0.5) ? committedAt + random.int(0, day) : null;
  const mergedAt = committedAt !== null && random.chance(0.8) ? (pushedAt ?? committedAt) + random.int(1, 4 * day) : null;
  const cause = random.pick<Cause>(['me', 'me', 'me with AI', 'someone else', 'unknown']);
  const known = (at: number | null): number | null => (at !== null && at <= asOf ? at : null);
  const base = cohort({ episode, tool: random.pick(['claude', 'claude', 'codex']), writtenDay, committedAt: known(committedAt), pushedAt: known(pushedAt), mergedAt: known(mergedAt), lines, retained: lines, tier: 'exact' });
  const died = (mergedAt ?? committedAt ?? writtenDay) + random.int(0, 40 * day);
  if (base.committedAt === null) {
    if (random.chance(0.6) && died < asOf) return { ...base, tier: null, fate: 'dropped', cause, diedAt: died };
    return { ...base, tier: null, fate: asOf - writtenDay > 30 * day ? 'unknown' : 'pending' };
  }
  if (random.chance(0.25) && died < asOf) return { ...base, fate: random.pick<Fate>(['rewritten', 'rewritten', 'deleted', 'reverted', 'unknown']), cause, diedAt: died };
  const fate = random.pick<Fate>(['kept', 'kept', 'kept', 'kept', 'reformatted', 'moved', 'edited']);
  if (fate !== 'edited') return { ...base, fate };
  return { ...base, fate, cause, changes: changeFlags.edited | (pushedAt !== null && random.chance(0.5) ? changeFlags.afterPush : 0), retained: lines * 0.8 };
}

export function outcome(fields: Partial<ContributionOutcome> = {}): ContributionOutcome {
  return { contribution: 'c1', path: 'cmd/add_test.go', tool: 'claude', session: 's1', episode: 'topic\n2026-02-14', at: asOf - 20 * day, effectiveLines: 10, aliveLines: 10, losses: [], ...fields };
}

function madeUpOutcomes(random: Random): ContributionOutcome[] {
  const rewritten = (at: number, days: number, lines: number, cause: Cause = 'me') => [{ fate: 'rewritten' as const, cause, lines, lastAt: at + days * day, commit: random.hex(40) }];
  const tests = [0, 1, 2, 3, 4].map((at) => {
    const written = asOf - (40 - at * 5) * day;
    return outcome({ contribution: `t${at}`, session: `s${at % 2}`, path: `cmd/part${at}_test.go`, at: written, effectiveLines: 20, aliveLines: at === 4 ? 20 : 4, losses: at === 4 ? [] : rewritten(written, at === 0 ? 9 : 1.5, 16) });
  });
  const code = [0, 1].map((at) => {
    const written = asOf - (30 - at * 9) * day;
    return outcome({ contribution: `k${at}`, session: 's3', path: 'internal/store/store.go', tool: 'codex', at: written, effectiveLines: 12, aliveLines: 0, losses: rewritten(written, 0.2, 12, 'me with AI') });
  });
  return [...tests, ...code, outcome({ contribution: 'x', path: 'README.md', losses: rewritten(asOf - 20 * day, 3, 9) })];
}
