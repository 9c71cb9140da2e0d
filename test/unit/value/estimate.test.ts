import assert from 'node:assert/strict';
import { day } from '../../../src/model/time.ts';
import { seededRandom } from '../../../src/survival/curves/seededRandom.ts';
import { assumedValues } from '../../../src/value/assumptions.ts';
import { condition } from '../../../src/value/estimate/condition.ts';
import { discountSurprise } from '../../../src/value/estimate/surprise.ts';
import { verdictOf } from '../../../src/value/estimate/verdict.ts';
import type { Episode, TimeGrade } from '../../../src/model/episode.ts';
import type { ValueInputs } from '../../../src/value/inputs.ts';
import { normal } from '../../../src/value/numerics/draws.ts';
import { mean } from '../../../src/value/numerics/interval.ts';
import { revise } from '../../../src/value/revisions.ts';
import { valueOf } from '../../../src/value/valueReport.ts';
import { valueReport } from '../../../src/model/valueSections.ts';
import { mapSurvival, scaleTime, split } from '../../gaming/world/scale.ts';
import { aiWeek, drawTruth, handEpisodes, week0 } from '../../gaming/world/simulatedPerson.ts';

const values = assumedValues();
const truth = drawTruth(values, seededRandom(4), 1.2);
const hand = handEpisodes(truth, 20, seededRandom(5));
const ai = Array.from({ length: 12 }, (_, week) => aiWeek(truth, values, week, seededRandom(50 + week)).map(({ episode }) => episode)).flat();
const inputs: ValueInputs = { episodes: [...hand, ...ai], window: { since: week0 - day / 2, until: week0 + 84 * day }, asOf: week0 + 120 * day, paceRange: null, felt: [], set: {}, seed: 9 };
const withAi = (change: (episode: Episode) => Episode | Episode[]): ReturnType<typeof valueOf> => valueOf({ ...inputs, episodes: [...hand, ...ai.flatMap((episode) => change(episode))] });
const mid = (report: ReturnType<typeof valueOf>): number => report.value.net!.mid;

describe('value report', () => {
  const honest = valueOf(inputs);

  it('has the promised shape, and is the same for the same inputs', () => {
    assert.deepEqual(valueReport.parse(honest), honest);
    assert.deepEqual(valueOf(inputs), honest);
    assert.notDeepEqual(valueOf({ ...inputs, seed: 10 }).value.net, honest.value.net);
  });

  it('tells hours of one repository; others teach the pace, and count in what is felt of a week', () => {
    const other = { ...inputs, repo: 'r', episodes: [...ai.map((one) => ({ ...one, repo: 'r' })), ...hand.map((one) => ({ ...one, repo: 'other' }))] };
    const { time, value } = valueOf(other);
    assert.deepEqual([time.total, time.aiEpisodes, time.handEpisodes], [honest.time.total, honest.time.aiEpisodes, 0]);
    assert.equal(value.paceLabel, null);
    assert.deepEqual(value.net, honest.value.net);
    assert.equal(valueOf({ ...other, repo: 'nowhere' }).value.net, null);
  });

  it('gained minus rework is net, and intervals are in order', () => {
    const { net, gained, rework, weeks } = honest.value;
    for (const one of [net!, gained!, rework!, ...weeks.map((week) => week.net)]) assert.ok(one.low <= one.mid && one.mid <= one.high);
    assert.ok(Math.abs(gained!.mid - rework!.mid - net!.mid) < 0.15 * honest.time.total);
    assert.equal(weeks.length, 12);
  });

  it('more death is less net at every step, and all dead is all lost', () => {
    const nets = [1, 0.8, 0.5, 0.2, 0].map((share) => mid(withAi((episode) => ({ ...episode, survival: mapSurvival(episode, (count, horizon) => (horizon === 0 ? count : { alive: episode.aiLines * share, dead: episode.aiLines * (1 - share), open: 0 })) }))));
    for (const [at, net] of nets.entries()) if (at > 1) assert.ok(net < nets[at - 1]!, nets.join(' '));
    const none = withAi((episode) => ({ ...episode, handLines: 0, survival: mapSurvival(episode, () => ({ alive: 0, dead: episode.aiLines, open: 0 })) }));
    assert.equal(none.value.verdict, 'loss');
    assert.equal(none.value.giveBack, null);
    assert.ok(Math.abs(none.value.net!.mid + none.time.total) < 0.05 * none.time.total);
  });

  it('does not depend on how work is cut into branches', () => {
    const cut = withAi((episode) => split(episode, 4, () => ({})));
    assert.ok(Math.abs(mid(cut) - mid(honest)) < 0.05);
  });

  it('lines without time add to a loss as the others do, never to a gain, and time without lines costs', () => {
    const noTime = { prompting: 0, waiting: 0, reading: 0, fixing: 0, writing: 0, reworking: 0 };
    const halfOf = (episodes: readonly Episode[]): Episode[] => [...hand, ...episodes.map((episode, at) => (at % 2 === 0 ? { ...episode, hours: noTime } : episode))];
    const untimed = valueOf({ ...inputs, episodes: halfOf(ai) });
    assert.equal(untimed.time.untimed, Math.ceil(ai.length / 2));
    assert.ok(untimed.time.unseen > 0.7 * untimed.time.total && untimed.time.unseen < 1.4 * untimed.time.total, `${untimed.time.unseen} of ${untimed.time.total} h`);
    const slow = ai.map((episode) => ({ ...episode, hours: scaleTime(episode.hours, 3) }));
    const [all, half] = [[...hand, ...slow], halfOf(slow)].map((episodes) => valueOf({ ...inputs, episodes }).value);
    assert.ok(all!.net!.mid < 0 && Math.abs(half!.net!.mid / all!.net!.mid - 1) < 0.2, `${half!.net!.mid} h with half of the times, ${all!.net!.mid} h with all`);
    const quick = ai.map((episode) => ({ ...episode, hours: scaleTime(episode.hours, 0.7) }));
    const [fast, fastHalf] = [[...hand, ...quick], halfOf(quick)].map((episodes) => valueOf({ ...inputs, episodes }).value);
    assert.ok(fast!.net!.mid > 0 && fastHalf!.net!.mid < 0.7 * fast!.net!.mid, `${fastHalf!.net!.mid} h with half of the times, ${fast!.net!.mid} h with all`);
    const chat = withAi((episode) => [episode, { ...episode, id: `${episode.id}/chat`, aiLines: 0, handLines: 0, survival: mapSurvival(episode, () => ({ alive: 0, dead: 0, open: 0 })) }]);
    assert.ok(mid(chat) < mid(honest));
  });

  it('a few lines without time are a few hours, beside other repositories too', () => {
    const beside = (own: readonly Episode[]): ReturnType<typeof valueOf> => valueOf({ ...inputs, repo: 'r', episodes: [...hand, ...ai.map((one) => ({ ...one, repo: 'other' })), ...own.map((one) => ({ ...one, repo: 'r' }))] });
    const noTime = { prompting: 0, waiting: 0, reading: 0, fixing: 0, writing: 0, reworking: 0 };
    const nothing = { alive: 0, dead: 40, open: 0 };
    const line = { ...ai[1]!, aiLines: 1, handLines: 0, hours: noTime };
    const thrown = beside([{ ...ai[0]!, aiLines: 40, handLines: 0, survival: { 0: nothing, 30: nothing, 90: nothing } }, { ...ai[1]!, hours: noTime }]);
    assert.ok(Number.isFinite(thrown.value.net!.mid) && thrown.time.unseen > 0, JSON.stringify(thrown.value.net));
    // twice as many lines an hour as elsewhere, and one line of which no time is known
    const dense = ai.slice(0, 20).map((one) => ({ ...one, hours: scaleTime(one.hours, 0.5) }));
    assert.ok(beside([...dense, line]).time.unseen < 0.2, `${beside([...dense, line]).time.unseen} h for one line`);
  });

  it('a week whose logs were shortened is told as its lines let expect, one that the editor measured as it is', () => {
    const slow = ai.map((episode) => ({ ...episode, hours: scaleTime(episode.hours, 3) }));
    // each of four weeks in turn, the others honest
    const nets = (factor: number, timeGrade: TimeGrade): number => [1, 4, 7, 10].reduce((sum, week) => {
      const since = week0 + (7 * week - 1) * day;
      const episodes = slow.map((episode) => ({ ...episode, timeGrade, hours: scaleTime(episode.hours, episode.day > since && episode.day < since + 7 * day ? factor : 1) }));
      return sum + valueOf({ ...inputs, episodes: [...hand, ...episodes] }).value.weeks[week]!.net.mid;
    }, 0);
    const [fair, shortened, measured] = [nets(1, 'reconstructed'), nets(0.4, 'reconstructed'), nets(0.4, 'measured')];
    assert.ok(shortened < 0.8 * fair && measured > 0.6 * fair, `${fair} h honestly, ${shortened} h with shortened logs, ${measured} h if it was measured`);
  });

  it('without AI episodes there are no hours, only counts; with fewer than five no verdict', () => {
    const none = valueOf({ ...inputs, episodes: hand });
    assert.deepEqual([none.value.verdict, none.value.net, none.value.pPositive], ['not enough evidence', null, null]);
    assert.match(none.value.whyNone!, /no hours, only counts/);
    const few = valueOf({ ...inputs, episodes: [...hand, ...ai.slice(0, 4)] });
    assert.equal(few.value.verdict, 'not enough evidence');
    assert.notEqual(few.value.net, null);
  });

  it('labels a pace that is not the person’s own, and widens with it', () => {
    const published = valueOf({ ...inputs, episodes: [...hand.slice(0, 4), ...ai] });
    assert.equal(published.value.paceLabel, 'from published pace (4 of 5 hand-written episodes)');
    assert.equal(honest.value.paceLabel, null);
    assert.ok(published.value.ownWeight! < honest.value.ownWeight!);
    assert.match(valueOf({ ...inputs, episodes: ai, paceRange: { low: 0.5, high: 1 } }).value.paceLabel!, /you entered/);
  });

  it('tells no hours gained of questions alone, only their time', () => {
    const asked = withAi((episode) => ({ ...episode, aiLines: 0, handLines: 0, survival: mapSurvival(episode, () => ({ alive: 0, dead: 0, open: 0 })) }));
    assert.deepEqual([asked.value.net, asked.value.verdict, asked.time.total], [null, 'not enough evidence', honest.time.total]);
    assert.match(asked.value.whyNone!, /left no line/);
  });

  it('gives a single week no verdict, and says so', () => {
    const week = valueOf({ ...inputs, window: { since: week0 - day / 2, until: week0 + 6.5 * day } });
    assert.equal(week.value.verdict, 'cannot tell');
    assert.match(week.value.settle!, /rarely decidable/);
  });

  it('marks young weeks, and revises them in a log that only grows', () => {
    const young = withAi((episode) => ({ ...episode, survival: mapSurvival(episode, (count, horizon) => (horizon === 0 ? count : { alive: 0, dead: 0, open: episode.aiLines })) }));
    assert.equal(young.value.provisional, 1);
    const interval = { low: 0, mid: 1, high: 2 };
    const log = revise([{ week: 1, net: interval, provisional: true }], [{ week: 1, net: { ...interval, mid: 0.2 }, provisional: false }, { week: 2, net: interval, provisional: true }], 5);
    assert.deepEqual(log.map(({ week, why }) => [week, why]), [[1, 'its 30 days went on']]);
    assert.deepEqual(revise([{ week: 2, net: interval, provisional: true }], [{ week: 2, net: interval, provisional: false }], 6), []);
  });

  it('shows every assumption, and marks a changed one', () => {
    const changed = valueOf({ ...inputs, set: { worthKept: 4 } }).assumptions.filter((one) => one.changed);
    assert.deepEqual(changed.map(({ name, value, published }) => [name, value, published]), [['worthKept', 4, 8]]);
  });

  it('has nowhere to put a token, prompt or acceptance count', () => {
    assert.doesNotMatch(JSON.stringify([Object.keys(inputs), Object.keys(ai[0]!), honest]), /"(?:tokens?|prompts?|acceptances?|promptCount|tokenCount)"/i);
  });
});

describe('estimator parts', () => {
  it('conditioning is the normal posterior', () => {
    const random = seededRandom(1);
    const unknown = Float64Array.from({ length: 20_000 }, () => 0.1 + 0.35 * normal(random));
    const expected = unknown.map((value) => value + 0.5 * normal(random));
    condition([unknown], expected, 1);
    const weight = 0.35 ** 2 / (0.35 ** 2 + 0.5 ** 2);
    assert.ok(Math.abs(mean(unknown) - (0.1 + weight * 0.9)) < 0.01);
    const centre = mean(unknown);
    const variance = mean(unknown.map((value) => (value - centre) ** 2));
    assert.ok(Math.abs(variance - 0.35 ** 2 * (1 - weight)) < 0.003);
  });

  it('surprise counts less and less upwards, never downwards', () => {
    const at = (observed: number): number => discountSurprise(observed, 0, 1, 1, 3);
    assert.deepEqual([-9, 0.5, 1, 2, 3, 50].map(at), [-9, 0.5, 1, 0.5, 0, 0]);
  });

  it('verdicts need nine to one, and a surprising gain nineteen', () => {
    assert.deepEqual([0.91, 0.89, 0.11, 0.09].map((p) => verdictOf(p, 5, false)), ['gain', 'cannot tell', 'cannot tell', 'loss']);
    assert.deepEqual([verdictOf(0.94, 5, true), verdictOf(0.96, 5, true), verdictOf(0.99, 4, false)], ['cannot tell', 'gain', 'not enough evidence']);
  });
});
