import { classify } from './classify.ts';
import type { LinesOnDisk } from './linesOnDisk.ts';
import type { ChangeKind, ChangeSignal, SelectionSignal } from './signal.ts';
import { trackSpans } from './trackedSpans.ts';
import type { TrackedSpans } from './trackedSpans.ts';
import { unknownOrigin } from './spans.ts';
import type { OriginNumber, Run } from './spans.ts';

/** A change as its event tells it; what comes after it is not known yet. */
export interface EditorChange extends Omit<ChangeSignal, 'selection' | 'acceptCommand'> {
  /** UTC ms. */
  readonly at: number;
}

/** A change once it is known what it was. */
export interface SettledChange extends ChangeSignal {
  readonly at: number;
  readonly kind: ChangeKind;
}

/** One open document: waits with each change until what follows it has told what it was. */
export interface DocumentTracker {
  readonly spans: TrackedSpans;
  /** Changes so far: whoever looked at the text before sees that it is another one. */
  readonly version: () => number;
  /** The document is as the file: with this text. */
  readonly isOnDisk: (text: string) => void;
  /** The document is as the file, and which lines that has was not told: `isOnDisk` is to be called when the document has no unsaved changes. */
  readonly asksForLines: () => boolean;
  readonly change: (change: EditorChange) => void;
  /** An event without changes: the document has unsaved changes now. */
  readonly becameDirty: () => void;
  /** An event without changes: it has none any more. */
  readonly becameClean: () => void;
  /** A selection event would tell something about the last change. */
  readonly awaitsSelection: () => boolean;
  readonly selected: (kind: SelectionSignal['kind'], caret: number | null, at: number) => void;
  /** The accept command has run: the last change, made in this moment, is what it did. */
  readonly accepted: (how: 'whole' | 'word', at: number) => void;
  /** HEAD has moved: git writes the files of a checkout before, and had been at work for so many milliseconds. */
  readonly headMoved: (at: number, atWork: number) => void;
  /** Nothing more will be told about the last change. */
  readonly settle: () => void;
  /** Changes whose places lie outside the text: an event was missed, and nothing more can be told of this document. */
  readonly lost: () => boolean;
}

/** Kinds whose text comes from the file: lines that stayed are told by their fingerprints. */
const fromFile: ReadonlySet<ChangeKind> = new Set(['reload', 'checkout', 'revert']);

/** Milliseconds from a change until the command that made it has told that it ran, and more. */
const acceptedWithin = 1000;
/** Milliseconds from a file's reload until HEAD has moved with it, where git is not seen at work longer; agents take longer from a write to a commit. */
const headMovedWithin = 2000;

/**
 *   change ──► waits ──► becameDirty, selected, accepted ──► the next change, or settle ──► classified, and into the spans
 *
 * @param originOf the origin of the text of a settled change
 */
export function trackDocument(first: readonly Run[], disk: LinesOnDisk, originOf: (change: SettledChange) => OriginNumber): DocumentTracker {
  const spans = trackSpans(first);
  let version = 0;
  let asksForLines = false;
  let waiting: { change: EditorChange; dirty: boolean; selection: SelectionSignal | null; acceptCommand: ChangeSignal['acceptCommand'] } | null = null;
  let lost = false;

  const settle = (): void => {
    if (waiting === null) return;
    const { change, dirty, selection, acceptCommand } = waiting;
    waiting = null;
    if (change.pieces.some(({ offset, removed }) => offset + removed > spans.length())) {
      lost = true;
      return;
    }
    const signal = { ...change, dirty, selection, acceptCommand };
    const kind = classify(signal);
    const origin = originOf({ ...signal, kind });
    if (kind === 'undo') spans.undo(change.pieces);
    else if (kind === 'redo') spans.redo(change.pieces);
    else if (fromFile.has(kind)) spans.edit(change.pieces, (piece, was) => disk.reloaded(piece, was, kind === 'checkout'));
    else spans.edit(change.pieces, origin);
    if (!fromFile.has(kind)) disk.areUnknown();
    asksForLines = fromFile.has(kind) && !disk.areKnown();
  };

  return {
    spans,
    change(change) {
      // Unsaved changes now were there, or came up, with the one before.
      if (change.dirty && waiting !== null) waiting.dirty = true;
      settle();
      version++;
      waiting = { change, dirty: change.dirty, selection: null, acceptCommand: null };
    },
    becameDirty() {
      if (waiting !== null) waiting.dirty = true;
    },
    becameClean() {
      settle();
      asksForLines = !disk.areKnown();
    },
    awaitsSelection: () => waiting !== null && waiting.selection === null,
    selected(kind, caret, at) {
      if (waiting !== null) waiting.selection ??= { kind, caret, after: at - waiting.change.at };
    },
    accepted(how, at) {
      if (waiting !== null && at - waiting.change.at <= acceptedWithin) waiting.acceptCommand = how;
    },
    headMoved(at, atWork) {
      if (waiting !== null && at - waiting.change.at <= Math.max(headMovedWithin, atWork)) waiting.change = { ...waiting.change, headAge: 0 };
    },
    settle,
    version: () => version,
    asksForLines: () => asksForLines,
    isOnDisk(text) {
      settle();
      asksForLines = false;
      disk.are(text, spans.some(0, spans.length(), (origin) => origin !== unknownOrigin));
    },
    lost: () => lost,
  };
}
