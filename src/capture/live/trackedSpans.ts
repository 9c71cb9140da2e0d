import type { Piece } from './signal.ts';
import { createSpans, unknownOrigin } from './spans.ts';
import type { OriginNumber, Run, Spans } from './spans.ts';

/** Spans of an open document that also know what undo and redo give back. */
export interface TrackedSpans extends Pick<Spans, 'length' | 'runs' | 'slice' | 'some' | 'recolour'> {
  /** Text came in from one origin, or for each piece from those that `runsOf` says; `was` is what it took away. */
  readonly edit: (pieces: readonly Piece[], origin: OriginNumber | RunsOf) => void;
  /** The characters in `[from, to)` have other origins than was thought. */
  readonly repaint: (from: number, to: number, change: (origin: OriginNumber) => OriginNumber) => void;
  /** The editor undid one or more edits and says what that changed. @returns false when it fits none: the text is of unknown origin then */
  readonly undo: (pieces: readonly Piece[]) => boolean;
  readonly redo: (pieces: readonly Piece[]) => boolean;
}

export type RunsOf = (piece: Piece, was: readonly Run[]) => readonly Run[];

interface Step {
  readonly offset: number;
  readonly removed: readonly Run[];
  readonly inserted: readonly Run[];
}

/** Steps of one change, in the order in which they were applied. */
type Edit = readonly Step[];

/** What was touched: `[start, end)` of the text as it is now; it was `grown` characters shorter before. */
interface Hull {
  readonly start: number;
  readonly end: number;
  readonly grown: number;
}

const nothing: Hull = { start: Infinity, end: -Infinity, grown: 0 };
/** Edits that can be undone, at most. */
const deepest = 2000;

/**
 * The editor undoes edits in groups of its own making (typing without a pause is one) and tells only what that
 * changed. So as many edits are taken back as together touch just that stretch:
 *
 *   edits       ⟨a⟩ ⟨b⟩ ⟨c⟩            undo says: [5, 7) → nothing
 *   taken back           c  [6, 7)    too short
 *                     b  c  [5, 7)    that is it
 */
export function trackSpans(first: readonly Run[]): TrackedSpans {
  const spans = createSpans(first);
  let done: Edit[] = [];
  let undone: Edit[] = [];

  const apply = (pieces: readonly Piece[], origin: OriginNumber | RunsOf): Edit =>
    // From the end on, so that the places of those before stay.
    pieces.toSorted((a, b) => b.offset - a.offset).map((piece) => {
      const { offset, removed, text } = piece;
      const inserted = typeof origin === 'number' ? [{ length: text.length, origin }] : origin(piece, spans.slice(offset, offset + removed));
      return { offset, removed: spans.replace(offset, removed, inserted), inserted };
    });

  const forget = (pieces: readonly Piece[]): false => {
    apply(pieces, unknownOrigin);
    done = [];
    undone = [];
    return false;
  };

  const travel = (pieces: readonly Piece[], from: Edit[], to: Edit[], turn: (edit: Edit) => Edit): boolean => {
    const wanted = hullOf(pieces);
    let hull = nothing;
    for (let count = 1; count <= from.length; count++) {
      hull = turn(from.at(-count)!).reduce((all, { offset, removed, inserted }) => extend(all, offset, lengthOf(removed), lengthOf(inserted)), hull);
      if (!isSame(hull, wanted)) continue;
      for (let step = 0; step < count; step++) {
        const edit = from.pop()!;
        for (const { offset, removed, inserted } of turn(edit)) spans.replace(offset, lengthOf(removed), inserted);
        to.push(edit);
      }
      return true;
    }
    return forget(pieces);
  };

  return {
    length: spans.length,
    runs: spans.runs,
    slice: spans.slice,
    some: spans.some,
    repaint(from, to, change) {
      spans.replace(from, to - from, spans.slice(from, to).map(({ length, origin }) => ({ length, origin: change(origin) })));
    },
    recolour(change) {
      spans.recolour(change);
      const turn = (runs: readonly Run[]): Run[] => runs.map(({ length, origin }) => ({ length, origin: change(origin) }));
      const all = (edit: Edit): Edit => edit.map(({ offset, removed, inserted }) => ({ offset, removed: turn(removed), inserted: turn(inserted) }));
      done = done.map(all);
      undone = undone.map(all);
    },
    edit(pieces, origin) {
      done.push(apply(pieces, origin));
      if (done.length > 2 * deepest) done = done.slice(deepest);
      undone = [];
    },
    undo: (pieces) => travel(pieces, done, undone, inverse),
    redo: (pieces) => travel(pieces, undone, done, (edit) => edit),
  };
}

function inverse(edit: Edit): Edit {
  return edit.toReversed().map(({ offset, removed, inserted }) => ({ offset, removed: inserted, inserted: removed }));
}

function hullOf(pieces: readonly Piece[]): Hull {
  return pieces.toSorted((a, b) => b.offset - a.offset).reduce((hull, { offset, removed, text }) => extend(hull, offset, removed, text.length), nothing);
}

function extend(hull: Hull, offset: number, removed: number, inserted: number): Hull {
  const more = inserted - removed;
  return { start: Math.min(hull.start, offset), end: Math.max(hull.end, offset + removed) + more, grown: hull.grown + more };
}

function isSame(a: Hull, b: Hull): boolean {
  return a.start === b.start && a.end === b.end && a.grown === b.grown;
}

function lengthOf(runs: readonly Run[]): number {
  let sum = 0;
  for (const { length } of runs) sum += length;
  return sum;
}
