import { day } from '../../../src/model/time.ts';
import { seededRandom } from '../../../src/survival/curves/seededRandom.ts';
import { assumedValues } from '../../../src/value/assumptions.ts';
import { type Estimate, estimate, usualWork } from '../../../src/value/estimate/estimate.ts';
import { knowPerson } from '../../../src/value/estimate/known.ts';
import type { Verdict } from '../../../src/model/valueSections.ts';
import type { Episode } from '../../../src/model/episode.ts';
import { ln } from '../../../src/value/numerics/portable.ts';
import type { GamedWeek, Strategy } from '../strategy.ts';
import { aiWeek, episodeOf, handEpisodes, type TruePerson, week0 } from './simulatedPerson.ts';

/** Weeks of a window, and the one that is gamed. */
const weeks = 12;
const gamed = 11;
const values = assumedValues();
const seed = 20_260_105;
const asOf = week0 + weeks * 7 * day;

/** A person of ordinary pace whose honest work is known: `weeks` of AI work, hand-written work before and within. */
export interface HonestPerson {
  readonly hand: readonly Episode[];
  readonly weeks: readonly GamedWeek[];
  readonly seed: number;
}

/** How one way to play compares with honesty. Hours; the gamed week by itself, and a window of twelve such weeks. */
export interface Outcome {
  readonly week: Estimate;
  readonly window: Estimate;
  readonly always: Estimate;
}

export function honestPerson(ratio: number, survival: number, baselines: number, number: number): HonestPerson {
  const random = seededRandom(1000 * number + Math.round(100 * ratio));
  const truth: TruePerson = { a: ln(0.91), b: 0.65, s: 0.6, ratio: ln(ratio), worth: 0.75, logLines: ln(40), spreadLines: 0.7, aiLarger: 0.2, timeError: 0, survival };
  const hand = handEpisodes(truth, baselines, random);
  return {
    hand,
    seed: seed + number,
    weeks: Array.from({ length: weeks }, (_, at) => ({
      ai: aiWeek(truth, values, at, random).map(({ episode }) => ({ ...episode, day: week0 + (7 * at + (episode.day % 5)) * day })),
      hand: baselines === 0 ? [] : handEpisodes(truth, 2, random).map((episode, index) => episodeOf(`hand-${at}-${index}`, week0 + (7 * at + index) * day, { handLines: episode.handLines, hours: episode.hours })),
    })),
  };
}

/** Plays a strategy in the last week, and in all of them; without one, the honest figures. */
export function play(person: HonestPerson, strategy: Strategy | null, draws: number): Outcome {
  const random = seededRandom(person.seed);
  const played = person.weeks.map((week) => (strategy === null ? week : strategy.play(week, random)));
  const once = person.weeks.map((week, at) => (at === gamed ? played[at]! : week));
  return { week: figures(person, once, draws, [gamed]), window: figures(person, once, draws, null), always: figures(person, played, draws, null) };
}

function figures(person: HonestPerson, all: readonly GamedWeek[], draws: number, only: readonly number[] | null): Estimate {
  const chosen = all.filter((_, at) => only === null || only.includes(at)).flatMap(({ ai }) => ai);
  const others = all.filter((_, at) => only !== null && !only.includes(at)).flatMap(({ ai }) => ai);
  const episodes = [...person.hand, ...all.flatMap(({ ai, hand }) => [...ai, ...hand])];
  const known = knowPerson({ episodes, paceRange: null, asOf, seed: person.seed }, values, draws);
  return estimate(chosen, only === null ? null : usualWork(others, known), known, seededRandom(person.seed + 1))!;
}

/** One line of the table: medians over persons. */
export interface Comparison {
  readonly strategy: Strategy | null;
  readonly net: number;
  readonly gained: number;
  /** Median over persons of what playing adds to net, and of that as a share of the honest gained hours. */
  readonly added: number;
  readonly addedShare: number;
  /** Attended hours less than the honest week has. */
  readonly spared: number;
  readonly alwaysAdded: number;
  readonly alwaysShare: number;
  /** Persons whose verdict turned to `gain`, in the window with one gamed week and with twelve. */
  readonly turned: number;
  readonly alwaysTurned: number;
  readonly pOfWeek: number;
}

export function compare(strategy: Strategy | null, honest: readonly Outcome[], persons: readonly HonestPerson[], draws: number): Comparison {
  const outcomes = strategy === null ? honest : persons.map((person) => play(person, strategy, draws));
  const each = (pick: (outcome: Outcome, honest: Outcome) => number): number => median(outcomes.map((outcome, at) => pick(outcome, honest[at]!)));
  const turned = (pick: (outcome: Outcome) => Verdict): number => outcomes.filter((outcome, at) => pick(outcome) === 'gain' && pick(honest[at]!) !== 'gain').length;
  return {
    strategy,
    net: each(({ week }) => week.net.mid),
    gained: each(({ week }) => week.gained.mid),
    added: each(({ week }, was) => week.net.mid - was.week.net.mid),
    addedShare: each(({ week }, was) => (week.net.mid - was.week.net.mid) / was.week.gained.mid),
    spared: each(({ week }, was) => was.week.work.total - week.work.total),
    alwaysAdded: each(({ always }, was) => (always.net.mid - was.always.net.mid) / weeks),
    alwaysShare: each(({ always }, was) => (always.net.mid - was.always.net.mid) / was.always.gained.mid),
    turned: turned(({ window }) => window.verdict),
    alwaysTurned: turned(({ always }) => always.verdict),
    pOfWeek: each(({ week }) => week.pPositive),
  };
}

export function median(numbers: readonly number[]): number {
  const ascending = numbers.toSorted((a, b) => a - b);
  const middle = (ascending.length - 1) / 2;
  return (ascending[Math.floor(middle)]! + ascending[Math.ceil(middle)]!) / 2;
}
