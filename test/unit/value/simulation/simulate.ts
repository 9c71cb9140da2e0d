import { day } from '../../../../src/model/time.ts';
import { seededRandom } from '../../../../src/survival/curves/seededRandom.ts';
import { assumedValues } from '../../../../src/value/assumptions.ts';
import { type Estimate, estimate, usualWork } from '../../../../src/value/estimate/estimate.ts';
import { knowPerson } from '../../../../src/value/estimate/known.ts';
import type { TimeGrade } from '../../../../src/model/episode.ts';
import { aiWeek, drawTruth, handEpisodes, type TrueEpisode, trueNet, week0 } from '../../../gaming/world/simulatedPerson.ts';

const values = assumedValues();
const weeks = 12;
const asOf = week0 + weeks * 7 * day;

/** How often 90 % intervals held the truth, and how far the middle was off. */
export interface Coverage {
  readonly runs: number;
  readonly covered: number;
  /** Truth below the interval. */
  readonly below: number;
  readonly above: number;
  /** Median of (estimated − true net) / attended hours. */
  readonly bias: number;
}

export interface SimulationResult {
  readonly week: Coverage;
  readonly window: Coverage;
  /** Verdicts on windows: given, and agreeing with the sign of the truth. */
  readonly given: number;
  readonly right: number;
  readonly wrong: number;
}

/** Simulates `people` with so many own baselines: one week and one twelve-week window of each. @param grade how time with AI is known, with its error */
export function simulate(people: number, baselines: number, ratio: number | undefined, seed: number, grade: TimeGrade = 'measured'): SimulationResult {
  const random = seededRandom(seed);
  const ofWeeks: [Estimate, number][] = [];
  const ofWindows: [Estimate, number][] = [];
  for (let person = 0; person < people; person++) {
    const drawn = drawTruth(values, random, ratio);
    const truth = grade === 'measured' ? drawn : { ...drawn, timeError: (drawn.timeError * values.timeErrorReconstructed) / values.timeErrorMeasured };
    const hand = handEpisodes(truth, baselines, random);
    const work = Array.from({ length: weeks }, (_, week) => aiWeek(truth, values, week, random));
    const plain = (list: readonly TrueEpisode[]): TrueEpisode['episode'][] => list.map(({ episode }) => (grade === 'measured' ? episode : { ...episode, timeGrade: grade }));
    const known = knowPerson({ episodes: [...hand, ...plain(work.flat())], paceRange: null, asOf, seed: person }, values, 800);
    const chosen = work[person % weeks]!;
    const others = plain(work.filter((week) => week !== chosen).flat());
    ofWeeks.push([estimate(plain(chosen), usualWork(others, known), known, random)!, trueNet(chosen, values)]);
    ofWindows.push([estimate(plain(work.flat()), null, known, random)!, trueNet(work.flat(), values)]);
  }
  const told = ofWindows.filter(([{ verdict }]) => verdict === 'gain' || verdict === 'loss');
  const right = told.filter(([{ verdict }, net]) => (verdict === 'gain') === net > 0).length;
  return { week: coverageOf(ofWeeks), window: coverageOf(ofWindows), given: told.length, right, wrong: told.length - right };
}

function coverageOf(pairs: readonly (readonly [Estimate, number])[]): Coverage {
  const off = pairs.map(([{ net, work }, truth]) => (net.mid - truth) / work.total).toSorted((a, b) => a - b);
  const below = pairs.filter(([{ net }, truth]) => truth < net.low).length;
  const above = pairs.filter(([{ net }, truth]) => truth > net.high).length;
  return { runs: pairs.length, covered: pairs.length - below - above, below, above, bias: off[Math.floor(off.length / 2)]! };
}

export function row(name: string, { week, window, given, right, wrong }: SimulationResult): string {
  const share = ({ covered, below, above, runs }: Coverage): string => `${((100 * covered) / runs).toFixed(1)}% (below ${((100 * below) / runs).toFixed(1)}, above ${((100 * above) / runs).toFixed(1)})`;
  return `| ${name} | ${share(week)} | ${share(window)} | ${week.bias.toFixed(2)} | ${window.bias.toFixed(2)} | ${((100 * given) / window.runs).toFixed(1)}% | ${((100 * right) / window.runs).toFixed(1)}% | ${((100 * wrong) / window.runs).toFixed(1)}% |`;
}

export const head = '| truth, own baselines | week covered | twelve weeks covered | week bias/T | window bias/T | verdict given | right | wrong |\n|---|---|---|---|---|---|---|---|';
