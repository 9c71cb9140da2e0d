import type { ReadModel } from '../model/readModel.ts';
import type { Figure } from '../model/readModelParts.ts';

/** A figure and its place in the read model. */
export interface CountedFigure {
  readonly place: string;
  readonly figure: Figure;
}

/** What is certain about the window, and stands before everything estimated. */
export interface Counted {
  readonly merged: readonly CountedFigure[];
  readonly rewritten: readonly CountedFigure[];
  /** Rewritten, deleted, reverted or dropped. */
  readonly dead: readonly CountedFigure[];
  /** Fixing before the commit, and later rework; null when none was seen, which is not the same as none. */
  readonly correctionMinutes: number | null;
}

export function countedOf({ stages, causes, time }: ReadModel): Counted {
  const fates = causes.rows.map((row, at) => ({ row, shown: { place: `causes.rows.${at}.lines`, figure: row.lines } }));
  return {
    merged: stages.rows.flatMap((row, at) => (row.stage === 'merged' ? [{ place: `stages.rows.${at}.reached`, figure: row.reached }] : [])),
    rewritten: fates.filter(({ row }) => row.fate === 'rewritten').map(({ shown }) => shown),
    dead: fates.filter(({ row }) => row.kind === 'dead').map(({ shown }) => shown),
    correctionMinutes: correctionMinutes(time),
  };
}

/** Correcting by hand can't be rebuilt from transcripts and commits: without an editor that watched, none seen is unknown. */
function correctionMinutes({ kinds, range, reconstructed }: ReadModel['time']): number | null {
  const hours = kinds.reduce((sum, { kind, hours: spent }) => (kind === 'fixing' || kind === 'reworking' ? sum + spent : sum), 0);
  return range === null || (hours === 0 && reconstructed > 0) ? null : Math.round(60 * hours);
}

export function linesOf(figures: readonly CountedFigure[]): number {
  return figures.reduce((sum, { figure }) => sum + figure.lines, 0);
}
