import type { Episode } from '../../src/model/episode.ts';
import type { Random } from '../../src/survival/curves/seededRandom.ts';

/** What someone could do to make the figures look better without more value, as a change of an honest week. */
export interface Strategy {
  readonly name: string;
  /** What is done, and what the engine makes of it before the estimate sees anything. */
  readonly what: string;
  /** The week as the estimate sees it when the strategy is played. `week` is the honest one. */
  readonly play: (week: GamedWeek, random: Random) => GamedWeek;
  /** Surviving padding raises the estimate by its nature; its residual is printed and bounded, not forbidden. */
  readonly padding?: true;
  /** Whoever can write the logs can do this unseen: its residual is printed and bounded. */
  readonly openResidual?: true;
  /** The time that is missing was really not spent: so much of what is added is no game. */
  readonly sparesTime?: true;
  /** Nothing of it survives: net must be below 0. */
  readonly throwAway?: true;
  /** What the pipeline must do for `play` to be right, in words, to be checked against the real one. */
  readonly engineCheck: string | null;
  /** Plays it against the real pipeline and throws where the pipeline does not keep `engineCheck`; absent until written. */
  readonly runEngine?: () => Promise<void>;
}

/** One week's AI episodes, and the hand-written ones of the same week. */
export interface GamedWeek {
  readonly ai: readonly Episode[];
  readonly hand: readonly Episode[];
}
