import assert from 'node:assert/strict';
import { day } from '../../../../src/model/time.ts';
import { seededRandom } from '../../../../src/survival/curves/seededRandom.ts';
import { assumedValues } from '../../../../src/value/assumptions.ts';
import { type Estimate, estimate } from '../../../../src/value/estimate/estimate.ts';
import { knowPerson } from '../../../../src/value/estimate/known.ts';
import { scaleTime } from '../../../gaming/world/scale.ts';
import { aiWeek, drawTruth, handEpisodes, trueNet, week0 } from '../../../gaming/world/simulatedPerson.ts';
import { coinTasks } from './coinTasks.ts';

// VALUE_SIMULATION=full: 400 people for each line of the table
const full = process.env['VALUE_SIMULATION'] === 'full';
const people = full ? 400 : 40;
const values = assumedValues();

interface Told {
  readonly gain: number;
  readonly loss: number;
  /** Verdicts against the sign of the truth. */
  readonly wrong: number;
  readonly covered: number;
}

/** Windows of twelve weeks of people with 40 own baselines and `each` tasks on either side of a coin. @param slowed factor of the time that the tasks by hand took */
function simulate(ratio: number | undefined, each: number, slowed = 1): Told {
  const random = seededRandom(7);
  const told = { gain: 0, loss: 0, wrong: 0, covered: 0 };
  for (let person = 0; person < people; person++) {
    const truth = drawTruth(values, random, ratio);
    const hand = handEpisodes(truth, 40, random);
    const work = Array.from({ length: 12 }, (_, week) => aiWeek(truth, values, week, random)).flat();
    const coins = coinTasks(truth, values, each, random);
    const ai = [...work.map(({ episode }) => episode), ...coins.ai];
    const slow = coins.hand.map((episode) => ({ ...episode, hours: scaleTime(episode.hours, slowed) }));
    const known = knowPerson({ episodes: [...hand, ...ai, ...slow], paceRange: null, asOf: week0 + 84 * day, seed: person }, values, 600);
    const { verdict, net }: Estimate = estimate(ai, null, known, seededRandom(person))!;
    // the coin's own tasks are few, and as the others
    const truly = trueNet(work, values);
    if (verdict === 'gain') told.gain++;
    if (verdict === 'loss') told.loss++;
    if ((verdict === 'gain' && truly < 0) || (verdict === 'loss' && truly > 0)) told.wrong++;
    if (truly >= net.low && truly <= net.high) told.covered++;
  }
  return told;
}

describe('simulated people who flip coins', function () {
  this.timeout(full ? 3_600_000 : 120_000);
  const tell = (name: string, { gain, loss, wrong, covered }: Told): void => {
    const share = (count: number): string => `${((100 * count) / people).toFixed(1)}%`;
    if (full) process.stdout.write(`| ${name} | ${share(covered)} | ${share(gain)} | ${share(loss)} | ${share(wrong)} |\n`);
  };
  before(() => {
    if (full) process.stdout.write('| truth, coins on each side | covered | told a gain | told a loss | wrong |\n|---|---|---|---|---|\n');
  });

  it('drawn from the priors: 90% intervals hold the truth', () => {
    const told = simulate(undefined, 12);
    tell('from the priors, 12', told);
    const slack = full ? 0 : 3 * Math.sqrt((0.9 * 0.1) / people);
    assert.ok(told.covered >= (0.87 - slack) * people && told.wrong <= 0.05 * people, JSON.stringify(told));
  });

  it('are told a gain where there is one, the more the more coins, and seldom where there is none', () => {
    for (const ratio of full ? [0.6, 1, 1.12, 1.4, 2] : [1, 2]) {
      const counts = (full ? [0, 6, 12, 24] : [0, 24]).map((each) => {
        const told = simulate(ratio, each);
        tell(`ratio ${ratio}, ${each}`, told);
        if (ratio <= 1) assert.ok(told.gain <= 0.05 * people, `ratio ${ratio}, ${each} coins: ${told.gain} of ${people} told a gain`);
        return told.gain;
      });
      if (ratio === 2) assert.ok(counts[0]! <= 0.02 * people && counts.at(-1)! > 0.6 * people, `${counts.join(', ')} of ${people} told a gain`);
    }
  });

  it('gain little by taking twice the time for what a coin gave to the hand', () => {
    const [fair, slow] = [simulate(1, 24), simulate(1, 24, 2)];
    tell('ratio 1, 24, by hand in twice the time', slow);
    assert.ok(slow.gain <= fair.gain + 0.1 * people, `${slow.gain} of ${people} told a gain, honestly ${fair.gain}`);
  });
});
