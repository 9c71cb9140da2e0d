import assert from 'node:assert/strict';
import { HumanError } from '../../../src/model/humanError.ts';
import { day } from '../../../src/model/time.ts';
import { seededRandom } from '../../../src/survival/curves/seededRandom.ts';
import { assumedValues, changedAssumptions } from '../../../src/value/assumptions.ts';
import { posterior } from '../../../src/value/pace/normalInverseGamma.ts';
import { learnPace, priorPace, typicalHours } from '../../../src/value/pace/pace.ts';
import { drawTruth, handEpisodes, week0 } from '../../gaming/world/simulatedPerson.ts';

const values = assumedValues();

describe('own pace', () => {
  it('regression with a vague prior is least squares', () => {
    const points = [[0, 1], [1, 2.5], [2, 2.9], [3, 4.6]].map(([x, y]) => ({ x: x!, y: y!, weight: 1 }));
    const { mean, scale, degrees } = posterior({ mean: [0, 0], covariance: [1e8, 0, 1e8], degrees: 0, scale: 0 }, points);
    assert.ok(Math.abs(mean[0] - 1.07) < 1e-5 && Math.abs(mean[1] - 1.12) < 1e-5);
    // residuals -0.07, 0.31, -0.41, 0.17: sum of squares 0.298
    assert.ok(Math.abs(scale - 0.298) < 1e-5 && degrees === 4);
  });

  it('learning in two steps is learning at once', () => {
    const prior = priorPace(values, null);
    const points = [[0.2, 0.5], [-1, -0.4], [1.5, 0.9]].map(([x, y]) => ({ x: x!, y: y!, weight: 1 }));
    const steps = posterior(posterior(prior, points.slice(0, 1)), points.slice(1));
    const once = posterior(prior, points);
    for (const [a, b] of [[steps.mean[0], once.mean[0]], [steps.mean[1], once.mean[1]], [steps.scale, once.scale]] as const) assert.ok(Math.abs(a - b) < 1e-10);
  });

  it('is published below five hand-written episodes, entered when entered, own from five on', () => {
    const truth = drawTruth(values, seededRandom(1));
    const hand = handEpisodes(truth, 40, seededRandom(2));
    assert.equal(learnPace(hand.slice(0, 4), null, values, week0).source, 'published');
    const entered = learnPace(hand.slice(0, 4), { low: 0.5, high: 2 }, values, week0);
    assert.equal(entered.source, 'entered range');
    assert.ok(Math.abs(typicalHours(entered, 50).mid - 1) < 1e-9);
    assert.equal(learnPace(hand.slice(0, 5), { low: 0.5, high: 2 }, values, week0).source, 'own episodes');
    const [few, many] = [learnPace(hand.slice(0, 5), null, values, week0), learnPace(hand, null, values, week0)].map((pace) => typicalHours(pace, 50));
    assert.ok(many!.high / many!.low < few!.high / few!.low);
    assert.throws(() => learnPace([], { low: 2, high: 1 }, values, week0), HumanError);
  });

  it('becomes uncertain without hand-written work for more than 90 days', () => {
    const hand = handEpisodes(drawTruth(values, seededRandom(1)), 20, seededRandom(2));
    const [fresh, old] = [0, 400].map((days) => typicalHours(learnPace(hand, null, values, week0 + days * day), 50));
    assert.ok(old!.high / old!.low > 1.1 * (fresh!.high / fresh!.low));
    assert.equal(old!.mid, fresh!.mid);
  });

  it('does not believe one episode that took a hundred times as long', () => {
    const hand = handEpisodes(drawTruth(values, seededRandom(1)), 20, seededRandom(2));
    const slept = hand.map((one, at) => (at === 0 ? { ...one, hours: { ...one.hours, writing: one.hours.writing * 100 } } : one));
    const [honest, off] = [hand, slept].map((episodes) => typicalHours(learnPace(episodes, null, values, week0), 50).mid);
    assert.ok(off! / honest! < 1.15, `${off! / honest!}`);
  });

  it('does not believe one week that is three times as slow as a whole, and learns from others as before', () => {
    const truth = { ...drawTruth(values, seededRandom(1)), s: 0.5 };
    const hand = handEpisodes(truth, 42, seededRandom(2));
    const firstWeek = new Set(hand.slice(0, 3));
    const slow = hand.map((one) => (firstWeek.has(one) ? { ...one, hours: { ...one.hours, writing: one.hours.writing * 3 } } : one));
    const [honest, slowed] = [hand, slow].map((episodes) => typicalHours(learnPace(episodes, null, values, week0), 50).mid);
    assert.ok(slowed! / honest! < 1.04, `${slowed! / honest!}`);
    const spreads = Array.from({ length: 300 }, (_, at) => learnPace(handEpisodes(truth, 42, seededRandom(at)), null, values, week0).regression);
    const square = spreads.reduce((sum, { scale, degrees }) => sum + scale / degrees, 0) / spreads.length;
    assert.ok(Math.abs(Math.sqrt(square) - 0.5) < 0.02, `noise told as ${Math.sqrt(square)}, true 0.5`);
  });
});

describe('assumptions', () => {
  it('may be set within their bounds, and changed ones are marked', () => {
    const set = assumedValues({ handHours: 2 });
    assert.deepEqual([set.handHours, changedAssumptions(set), changedAssumptions(values)], [2, ['handHours'], []]);
    assert.throws(() => assumedValues({ handHours: 50 }), /0\.1 to 5/);
    assert.throws(() => assumedValues({ tokens: 1 }), HumanError);
    assert.throws(() => assumedValues({ handHours: NaN }), HumanError);
  });
});
