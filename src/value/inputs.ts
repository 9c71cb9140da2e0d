import { type Episode, type FeltWeek, type Hours, type PaceRange, timeKinds } from '../model/episode.ts';

export interface ValueInputs {
  /** Everything known of this person, also outside the window and from other repositories: own pace comes from all of it. */
  readonly episodes: readonly Episode[];
  /** Hours are told of this repository's episodes; absent: of all. */
  readonly repo?: string;
  /** UTC ms; the last twelve weeks as a rule. */
  readonly window: { readonly since: number; readonly until: number };
  readonly asOf: number;
  readonly paceRange: PaceRange | null;
  readonly felt: readonly FeltWeek[];
  /** Values a person set, by the name of the assumption. */
  readonly set: Readonly<Partial<Record<string, number>>>;
  readonly seed: number;
}

/** Sum over kinds. */
export function totalHours(hours: Hours): number {
  return timeKinds.reduce((sum, kind) => sum + hours[kind], 0);
}

/** Share of an episode's lines of known origin that is AI's. */
export function aiShare({ aiLines, handLines }: Episode): number {
  return aiLines + handLines === 0 ? 0 : aiLines / (aiLines + handLines);
}

/** Work with AI: at least one line in twenty is its. Time spent with AI that left no line counts too. */
export function isAiEpisode(episode: Episode): boolean {
  const { prompting, waiting, reading, fixing, reworking } = episode.hours;
  return aiShare(episode) >= 0.05 || (episode.aiLines === 0 && episode.handLines === 0 && prompting + waiting + reading + fixing + reworking > 0);
}

/** Fit to learn the own pace from: written by hand, in time that the editor saw. */
export function isHandEpisode(episode: Episode): boolean {
  const { handLines, hours } = episode;
  return !isAiEpisode(episode) && handLines > 0 && hours.writing > 0;
}
