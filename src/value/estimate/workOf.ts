import type { AssumptionValues } from '../assumptions.ts';
import { type Episode, type Hours, timeKinds, type ValueHorizon } from '../../model/episode.ts';
import { isAiEpisode, totalHours } from '../inputs.ts';
import { exp, ln } from '../numerics/portable.ts';
import { weekNumber } from '../weekNumber.ts';
import type { Pace } from '../pace/pace.ts';

/** Sums over work with AI. */
export interface Sums {
  readonly episodes: number;
  /** Attended hours. */
  readonly total: number;
  /** Hours of work that delivered, questions without lines included: `total` without abandoned episodes. */
  readonly deliveredHours: number;
  /** Effective lines delivered, each episode's held to `top` lines an hour. */
  readonly aiLines: number;
  readonly handLines: number;
  /** Those of them that were reconstructed. */
  readonly reconstructedHours: number;
  /** Attended hours of its longest calendar week. */
  readonly longestWeek: number;
}

/** Work with AI in one stretch of time, in sums that do not depend on how it was cut into commits, branches, sessions or days. */
export interface Work extends Sums {
  readonly hours: Hours;
  /** Calendar weeks that its hours lie in. */
  readonly weeks: number;
  /** Episodes whose lines were held. */
  readonly held: number;
  /** Episodes for whose lines no time was seen. */
  readonly untimed: number;
  /** Lines they delivered, AI lines after the discount for wordiness. */
  readonly untimedLines: number;
  /** Share of the hours that was reconstructed. */
  readonly reconstructed: number;
  readonly parts: readonly WorkPart[];
}

/**
 * What one episode adds to survival. What reached commits shares its hours by lines: code sure to die, put apart into
 * episodes with little time, dies with its full weight. What reached none keeps its own hours.
 */
export interface WorkPart {
  /** Hours. */
  readonly weight: number;
  /** Share of its lines that is AI's, after the discount for wordiness. */
  readonly aiPart: number;
  readonly survival: Episode['survival'];
}

/**
 * Sums up the AI episodes among `episodes`. No episode counts for more lines an hour than the person's own
 * 95th percentile by hand times the best ratio ever published: there is nothing to tell what more would be worth.
 */
export function workOf(episodes: readonly Episode[], pace: Pace, values: AssumptionValues): Work {
  const worth = meanWorth(values);
  const top = exp(logDensity(pace) + pace.logTop + ln(values.ratioCeiling));
  const sums = { episodes: 0, aiLines: 0, handLines: 0, held: 0, untimed: 0, untimedLines: 0, total: 0, deliveredHours: 0, reconstructedHours: 0 };
  const hours = { prompting: 0, waiting: 0, reading: 0, fixing: 0, writing: 0, reworking: 0 };
  const weeks = new Map<number, number>();
  const committed: WorkPart[] = [];
  const abandonedParts: WorkPart[] = [];
  for (const episode of episodes) {
    if (!isAiEpisode(episode)) continue;
    const time = totalHours(episode.hours);
    const abandoned = episode.aiLines > 0 && episode.survival[0].alive + episode.survival[0].open === 0;
    const lines = episode.handLines + worth * episode.aiLines;
    if (!(time > 0)) {
      sums.untimed++;
      if (!abandoned) sums.untimedLines += lines;
      continue;
    }
    const held = lines > top * time;
    const share = held ? (top * time) / lines : 1;
    const week = weekNumber(episode.day);
    sums.episodes++;
    sums.total += time;
    weeks.set(week, (weeks.get(week) ?? 0) + time);
    if (episode.timeGrade === 'reconstructed') sums.reconstructedHours += time;
    if (held) sums.held++;
    // what was abandoned counts with its hours in survival, at nothing; here it would count twice
    if (!abandoned) {
      sums.deliveredHours += time;
      sums.aiLines += share * episode.aiLines;
      sums.handLines += share * episode.handLines;
    }
    for (const kind of timeKinds) hours[kind] += episode.hours[kind];
    if (abandoned) abandonedParts.push({ weight: time, aiPart: 1, survival: episode.survival });
    else if (lines > 0) committed.push({ weight: share * lines, aiPart: (worth * episode.aiLines) / lines, survival: episode.survival });
  }
  const lines = committed.reduce((sum, { weight }) => sum + weight, 0);
  const parts = [...committed.map((part) => ({ ...part, weight: (part.weight / lines) * sums.deliveredHours })), ...abandonedParts];
  return { ...sums, weeks: weeks.size, longestWeek: Math.max(0, ...weeks.values()), hours, parts, reconstructed: reconstructedShare(sums) };
}

/** Share of the hours that was reconstructed. */
export function reconstructedShare({ total, reconstructedHours }: Pick<Sums, 'total' | 'reconstructedHours'>): number {
  return total === 0 ? 0 : reconstructedHours / total;
}

/** Mean of the discount for wordiness. */
export function meanWorth(values: AssumptionValues): number {
  return values.worthKept / (values.worthKept + values.worthLost);
}

/** Logarithm of the person's lines an hour by hand, in sums over many episodes, at the pace's best guess. */
function logDensity({ regression, logLines, spreadLines }: Pace): number {
  const [a, b] = regression.mean;
  return logLines - a - b * (logLines - ln(50)) - regression.scale / regression.degrees / 2 + ((1 - b * b) * spreadLines * spreadLines) / 2;
}

/** Lines that count towards one horizon's settled survival, for the label "provisional". */
export function openShare(work: Work, horizon: ValueHorizon): number {
  let open = 0;
  let all = 0;
  for (const { survival } of work.parts) {
    const counts = survival[horizon];
    open += counts.open;
    all += counts.alive + counts.dead + counts.open;
  }
  return all === 0 ? 0 : open / all;
}
