import assert from 'node:assert/strict';
import { day } from '../../../src/model/time.ts';
import type { GroupCounts } from '../../../src/model/workFacts.ts';
import { groupCounts } from '../../../src/value/groupCounts.ts';
import { episodeOf, hoursOf } from '../../gaming/world/simulatedPerson.ts';
import { outcome } from '../report/madeUpFacts.ts';

const written = Date.UTC(2026, 0, 5, 12);
const knownUntil = written + 60 * day;
const loss = { fate: 'rewritten' as const, cause: 'me' as const, lines: 4, lastAt: written + 3 * day, commit: null };

function groups(outcomes: Parameters<typeof groupCounts>[0], grouping: GroupCounts['grouping'], episodes: Parameters<typeof groupCounts>[1] = []): Record<string, number[]> {
  const found = groupCounts(outcomes, episodes, knownUntil).filter((one) => one.grouping === grouping);
  return Object.fromEntries(found.map(({ name, alive, rewritten, dead, episodes: count }) => [name, [alive, rewritten, dead, count]]));
}

describe('counts of where AI helps', () => {
  const code = outcome({ path: 'src/tide.ts', at: written, effectiveLines: 10, aliveLines: 6, losses: [loss] });
  const tests = outcome({ path: 'test/tide.test.ts', at: written, effectiveLines: 3, aliveLines: 0, losses: [{ ...loss, fate: 'deleted', lines: 3 }], tool: 'codex', episode: 'other\n2026-01-05' });

  it('are by kind of work, language, size and tool', () => {
    const all = [code, tests, outcome({ path: 'a.go', at: written, effectiveLines: 150, aliveLines: 150 })];
    assert.deepEqual(groups(all, 'kind of work'), { source: [156, 4, 0, 1], tests: [0, 0, 3, 1] });
    assert.deepEqual(groups(all, 'language'), { Go: [150, 0, 0, 1], TypeScript: [6, 4, 3, 2] });
    assert.deepEqual(groups(all, 'size'), { '1 to 5 lines': [0, 0, 3, 1], '6 to 20 lines': [6, 4, 0, 1], 'more than 100 lines': [150, 0, 0, 1] });
    assert.deepEqual(groups(all, 'tool'), { claude: [156, 4, 0, 1], codex: [0, 0, 3, 1] });
  });

  it('leave out the young, of which only deaths can be known, and drafts; a later death is no death by then', () => {
    const young = { ...code, at: knownUntil - 10 * day, losses: [{ ...loss, lastAt: knownUntil - day }] };
    assert.deepEqual(groups([young], 'tool'), {});
    const draft = { ...code, effectiveLines: 14, losses: [{ ...loss, fate: 'dropped' as const, cause: 'me with AI' as const }, { ...loss, lastAt: written + 50 * day }] };
    assert.deepEqual(groups([draft], 'tool'), { claude: [10, 0, 0, 1] });
  });

  it('give the minutes of fixing to what was changed', () => {
    const episode = { ...episodeOf(`app\n${code.episode}`, written, { aiLines: 13, hours: hoursOf({ fixing: 0.5 }) }), repo: 'app' };
    const minutes = groupCounts([code, { ...tests, episode: code.episode, losses: [] }], [episode], knownUntil).filter(({ grouping }) => grouping === 'language' || grouping === 'tool');
    assert.deepEqual(minutes.map(({ name, correctionMinutes }) => [name, correctionMinutes]), [['TypeScript', 30], ['claude', 30], ['codex', 0]]);
  });
});
