import type { AssumptionValues } from '../../../src/value/assumptions.ts';
import type { Episode, Hours, SurvivalCount } from '../../../src/model/episode.ts';
import { beta, normal } from '../../../src/value/numerics/draws.ts';
import { exp, ln } from '../../../src/value/numerics/portable.ts';
import { drawPace, learnPace } from '../../../src/value/pace/pace.ts';
import { day } from '../../../src/model/time.ts';
import type { Random } from '../../../src/survival/curves/seededRandom.ts';

/** What is true of a simulated person, which no estimate sees. */
export interface TruePerson {
  readonly a: number;
  readonly b: number;
  readonly s: number;
  /** ln of hand time over time with AI. */
  readonly ratio: number;
  /** Lines a person would have written for one AI line. */
  readonly worth: number;
  readonly logLines: number;
  readonly spreadLines: number;
  readonly aiLarger: number;
  /** ln of noted over true hours with AI: what the idle limits get wrong for this person. */
  readonly timeError: number;
  /** Mean survival of an episode's lines over 30 days. */
  readonly survival: number;
}

export interface TrueEpisode {
  readonly episode: Episode;
  readonly handTime: number;
  readonly time: number;
}

export const week0 = Date.UTC(2026, 0, 5, 12);

/** A person as the table of assumptions describes people; a fixed `ratio` replaces the drawn one. */
export function drawTruth(values: AssumptionValues, random: Random, ratio?: number): TruePerson {
  const { a, b, s } = drawPace(learnPace([], null, values, 0), random);
  return {
    a,
    b,
    s,
    ratio: ratio === undefined ? values.ratioCentre + values.ratioSpread * normal(random) : ln(ratio),
    worth: beta(random, values.worthKept, values.worthLost),
    logLines: ln(values.episodeLines) + 0.3 * normal(random),
    spreadLines: values.episodeSpread,
    aiLarger: values.aiSize + values.aiSizeSpread * normal(random),
    timeError: values.timeErrorMeasured * normal(random),
    survival: beta(random, 4 * values.survivalAlive, 4 * values.survivalDead),
  };
}

/** `count` hand-written episodes, one on each of the days before week 0. */
export function handEpisodes(truth: TruePerson, count: number, random: Random): Episode[] {
  return Array.from({ length: count }, (_, at) => {
    const lines = Math.max(3, Math.round(exp(truth.logLines + truth.spreadLines * normal(random))));
    const hours = exp(truth.a + truth.b * ln(lines / 50) + truth.s * normal(random));
    return episodeOf(`hand${at}`, week0 - (at + 1) * day, { aiLines: 0, handLines: lines, hours: hoursOf({ writing: hours }) });
  });
}

/** AI work of one week: 4 to 12 episodes, each of one agent or several at once (attended time knows no difference). */
export function aiWeek(truth: TruePerson, values: AssumptionValues, week: number, random: Random): TrueEpisode[] {
  return Array.from({ length: 4 + Math.floor(random() * 9) }, (_, at) => {
    const worthLines = exp(truth.logLines + truth.aiLarger + truth.spreadLines * normal(random));
    const byHand = 0.2 * random();
    const handTime = exp(truth.a + truth.b * ln(worthLines / 50) + truth.s * normal(random));
    const time = handTime / exp(truth.ratio + values.ratioSpreadWithin * normal(random));
    const noted = time * exp(truth.timeError);
    const aiLines = Math.max(1, Math.round((worthLines * (1 - byHand)) / truth.worth));
    const alive = Math.round(aiLines * beta(random, 5 * truth.survival, Math.max(0.05, 5 * (1 - truth.survival))));
    const month: SurvivalCount = { alive, dead: aiLines - alive, open: 0 };
    const fixing = 0.15 + 0.1 * random();
    const episode = episodeOf(`ai${week}-${at}`, week0 + (7 * week + (at % 5)) * day, {
      aiLines,
      handLines: Math.round(worthLines * byHand),
      hours: hoursOf({ prompting: 0.15 * noted, waiting: 0.15 * noted, reading: 0.3 * noted, fixing: fixing * noted, writing: (0.35 - fixing) * noted, reworking: 0.05 * noted }),
      survival: { 0: { alive: aiLines, dead: 0, open: 0 }, 30: month, 90: month },
    });
    return { episode, handTime, time };
  });
}

/** True net hours: what the surviving work would have taken by hand, at most at ordinary survival, minus true time. */
export function trueNet(work: readonly TrueEpisode[], values: AssumptionValues): number {
  let [hand, time, alive, ordinary] = [0, 0, 0, 0];
  for (const one of work) {
    const { aiLines, handLines, survival } = one.episode;
    const worth = 0.75 * aiLines;
    hand += one.handTime;
    time += one.time;
    const part = worth / (worth + handLines);
    alive += one.handTime * (1 - part + (part * survival[30].alive) / aiLines);
    ordinary += one.handTime * (1 - part + part * values.ordinarySurvival30);
  }
  return hand * Math.min(1, alive / ordinary) - time;
}

export function hoursOf(parts: Partial<Hours>): Hours {
  return { prompting: 0, waiting: 0, reading: 0, fixing: 0, writing: 0, reworking: 0, ...parts };
}

export function episodeOf(id: string, at: number, parts: Partial<Episode>): Episode {
  const none = { alive: 0, dead: 0, open: 0 };
  return { id, day: at, branch: id, repo: 'app', aiLines: 0, handLines: 0, survival: { 0: none, 30: none, 90: none }, hours: hoursOf({}), timeGrade: 'measured', coin: null, ...parts };
}
