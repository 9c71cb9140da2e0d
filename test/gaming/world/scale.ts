import { type Episode, type Hours, type SurvivalCount, timeKinds, valueHorizons } from '../../../src/model/episode.ts';

/** Hours of each kind times its factor; kinds not named stay. */
export function scaleHours(hours: Hours, factors: Partial<Hours>): Hours {
  return Object.fromEntries(timeKinds.map((kind) => [kind, hours[kind] * (factors[kind] ?? 1)])) as unknown as Hours;
}

/** All hours times one factor. */
export function scaleTime(hours: Hours, factor: number): Hours {
  return Object.fromEntries(timeKinds.map((kind) => [kind, hours[kind] * factor])) as unknown as Hours;
}

/** Hours of one kind more. */
export function addHours(hours: Hours, more: Partial<Hours>): Hours {
  return Object.fromEntries(timeKinds.map((kind) => [kind, hours[kind] + (more[kind] ?? 0)])) as unknown as Hours;
}

/** An episode with its AI lines times a factor, the same share of them alive at each horizon. */
export function scaleAiLines(episode: Episode, factor: number): Episode {
  return { ...episode, aiLines: episode.aiLines * factor, survival: mapSurvival(episode, ({ alive, dead, open }) => ({ alive: alive * factor, dead: dead * factor, open: open * factor })) };
}

/** AI lines more that reach a commit and die of it before the 30 days are over. */
export function addDeadLines(episode: Episode, lines: number): Episode {
  return {
    ...episode,
    aiLines: episode.aiLines + lines,
    survival: mapSurvival(episode, (count, horizon) => (horizon === 0 ? { ...count, alive: count.alive + lines } : { ...count, dead: count.dead + lines })),
  };
}

/** AI lines more that live on. */
export function addLivingLines(episode: Episode, lines: number): Episode {
  return { ...episode, aiLines: episode.aiLines + lines, survival: mapSurvival(episode, (count) => ({ ...count, alive: count.alive + lines })) };
}

/** Cuts an episode into equal pieces, its time with it. */
export function split(episode: Episode, pieces: number, rename: (piece: number) => Partial<Episode>): Episode[] {
  return Array.from({ length: pieces }, (_, piece) => ({
    ...scaleAiLines(episode, 1 / pieces),
    handLines: episode.handLines / pieces,
    hours: scaleTime(episode.hours, 1 / pieces),
    id: `${episode.id}/${piece}`,
    ...rename(piece),
  }));
}

export function mapSurvival(episode: Episode, change: (count: SurvivalCount, horizon: (typeof valueHorizons)[number]) => SurvivalCount): Episode['survival'] {
  return Object.fromEntries(valueHorizons.map((horizon) => [horizon, change(episode.survival[horizon], horizon)])) as unknown as Episode['survival'];
}
