import type { FingerprintKey } from '../../model/fingerprint.ts';
import type { AcceptedEdit, EditorCounts, TypedText } from '../../model/observed.ts';
import { createAcceptedEdits } from './acceptedEdits.ts';
import { closeSpans, reopenSpans } from './closedSpans.ts';
import type { ClosedSpans } from './closedSpans.ts';
import { trackDocument } from './documentTracker.ts';
import type { DocumentTracker, EditorChange, SettledChange } from './documentTracker.ts';
import { recentTimes } from './recentTimes.ts';
import { isAiKind } from './signal.ts';
import type { ChangeKind, ChangeSignal, SelectionSignal } from './signal.ts';
import { firstAiOrigin, handOrigin, isAiOrigin, unknownOrigin } from './spans.ts';
import type { OriginNumber, Run } from './spans.ts';
import type { TrackedSpans } from './trackedSpans.ts';
import { asTold, typedSaves } from './typedSaves.ts';
import { isUntold } from './typedText.ts';

/** A file of a repository, open in the editor. */
export interface LiveDocument {
  /** Absolute. */
  readonly file: string;
  /** Top of the working tree it lies in. */
  readonly root: string;
  /** Asked rarely: it takes time with the length of the text. */
  readonly text: () => string;
}

/** What the change event itself tells. */
export type ChangeEvent = Omit<EditorChange, 'pasted' | 'acceptCommand' | 'diskAge' | 'headAge'>;

/** Everything one window sees happen to text. Constant work for an event, apart from a document's first one. */
export interface LiveCapture {
  readonly changed: (document: LiveDocument, event: ChangeEvent) => void;
  readonly becameDirty: (file: string) => void;
  /** Whether the next selection event in a file tells something. */
  readonly awaitsSelection: (file: string) => boolean;
  readonly selected: (file: string, kind: SelectionSignal['kind'], caret: number | null, at: number) => void;
  readonly pasteAnnounced: (file: string, at: number) => void;
  readonly saved: (file: string, at: number) => void;
  readonly diskChanged: (file: string, at: number) => void;
  readonly headMoved: (root: string, at: number) => void;
  /** Between these two the accept command runs in a file. */
  readonly acceptBegan: (file: string, how: 'whole' | 'word') => void;
  readonly acceptEnded: () => void;
  readonly opened: (document: LiveDocument) => void;
  readonly closed: (document: LiveDocument) => void;
  /** Whether there is AI text in `[from, to)`. */
  readonly hasAi: (file: string, from: number, to: number) => boolean;
  /** What was seen since the last call, by root; `all`: also edits that may still go on. */
  readonly take: (at: number, all?: boolean) => ReadonlyMap<string, Seen>;
}

export interface Seen {
  readonly edits: readonly AcceptedEdit[];
  readonly typed: readonly TypedText[];
  readonly counts: EditorCounts;
}

export interface LiveOptions {
  /** Of this window. */
  readonly session: string;
  /** Of this process: what is kept of closed documents never leaves it. */
  readonly key: FingerprintKey;
  /** What is checked out at a root; null when no branch is. */
  readonly branchOf: (root: string) => string | null;
  /** Told what each change was. */
  readonly onSettled: (document: LiveDocument, change: SettledChange) => void;
}

/** Milliseconds. */
const pasteWithin = 1000;
const ownWriteWithin = 1000;
/** Closed documents remembered, at most. */
const mostClosed = 200;

const fromDisk: ReadonlySet<ChangeKind> = new Set(['reload', 'checkout', 'revert', 'undo', 'redo']);

export function startLiveCapture({ session, key, branchOf, onSettled }: LiveOptions): LiveCapture {
  const open = new Map<string, { document: LiveDocument; readonly tracker: DocumentTracker }>();
  const closed = new Map<string, ClosedSpans>();
  const pastes = recentTimes(pasteWithin);
  const writes = recentTimes(10_000);
  const saves = recentTimes(ownWriteWithin);
  const heads = recentTimes(10_000);
  const accepted = createAcceptedEdits(session, firstAiOrigin, branchOf);
  const typed = typedSaves(session);
  let counts = new Map<string, { characters: number; unknown: number }>();
  let accepting: { readonly file: string; readonly how: 'whole' | 'word' } | null = null;

  const originOf = (document: LiveDocument, change: SettledChange): OriginNumber => {
    count(document.root, change);
    onSettled(document, change);
    if (change.kind === 'typed') return handOrigin;
    return isAiKind(change.kind) ? accepted.originOf(document, change) : unknownOrigin;
  };
  const count = (root: string, { kind, pieces }: SettledChange): void => {
    if (fromDisk.has(kind)) return;
    let characters = 0;
    for (const { text } of pieces) characters += text.length < 3 ? text.trim().length : text.replaceAll(/\s+/g, '').length;
    const total = counts.get(root) ?? { characters: 0, unknown: 0 };
    total.characters += characters;
    if (kind === 'unknown' || kind === 'hiddenEdit') total.unknown += characters;
    counts.set(root, total);
  };
  const begin = (document: LiveDocument, first: readonly Run[]): DocumentTracker => {
    const tracker = trackDocument(first, (change) => originOf(document, change));
    open.set(document.file, { document, tracker });
    return tracker;
  };
  const spansOf = (file: string): TrackedSpans | null => open.get(file)?.tracker.spans ?? null;
  const lengthBefore = (document: LiveDocument, { pieces }: ChangeEvent): number =>
    pieces.reduce((length, { removed, text }) => length + removed - text.length, document.text().length);
  const surroundings = ({ file, root }: LiveDocument, { at, reason }: ChangeEvent): Pick<ChangeSignal, 'pasted' | 'acceptCommand' | 'diskAge' | 'headAge'> => ({
    pasted: reason === null && pastes.use(file, at),
    acceptCommand: accepting?.file === file ? accepting.how : null,
    diskAge: writes.age(file, at),
    headAge: heads.age(root, at),
  });

  return {
    changed(document, event) {
      const known = open.get(document.file)?.tracker;
      const tracker = known === undefined || known.lost() ? begin(document, [{ length: lengthBefore(document, event), origin: unknownOrigin }]) : known;
      tracker.change({ ...event, ...surroundings(document, event) });
    },
    becameDirty: (file) => open.get(file)?.tracker.becameDirty(),
    awaitsSelection: (file) => open.get(file)?.tracker.awaitsSelection() ?? false,
    selected: (file, kind, caret, at) => open.get(file)?.tracker.selected(kind, caret, at),
    pasteAnnounced: (file, at) => pastes.happened(file, at),
    saved(file, at) {
      saves.happened(file, at);
      const found = open.get(file);
      if (found === undefined) return;
      const { document, tracker } = found;
      tracker.settle();
      if (!tracker.lost() && tracker.spans.some(0, tracker.spans.length(), isUntold)) typed.saved(document, document.text(), tracker.spans, branchOf(document.root), at);
    },
    diskChanged(file, at) {
      if (saves.age(file, at) === null) writes.happened(file, at);
    },
    headMoved: (root, at) => heads.happened(root, at),
    acceptBegan(file, how) {
      accepting = { file, how };
    },
    acceptEnded() {
      accepting = null;
    },
    opened(document) {
      const kept = closed.get(document.file);
      if (kept === undefined) return;
      closed.delete(document.file);
      begin(document, reopenSpans(kept, document.text(), key));
    },
    closed(document) {
      const tracker = open.get(document.file)?.tracker;
      if (tracker === undefined) return;
      tracker.settle();
      open.delete(document.file);
      if (tracker.lost()) return;
      // What was saved is told even when the file is closed by then.
      tracker.spans.recolour(asTold);
      const runs = tracker.spans.runs();
      accepted.finish(document.file, document.text(), runs);
      closed.set(document.file, closeSpans(runs, document.text(), key));
      if (closed.size > mostClosed) closed.delete(closed.keys().next().value!);
    },
    hasAi: (file, from, to) => open.get(file)?.tracker.spans.some(from, to, isAiOrigin) ?? false,
    take(at, all = false) {
      for (const { tracker } of open.values()) tracker.settle();
      for (const file of accepted.due(at, all)) {
        const found = open.get(file);
        if (found !== undefined && !found.tracker.lost()) accepted.finish(file, found.document.text(), found.tracker.spans.runs());
      }
      const edits = accepted.take();
      const hand = typed.take(spansOf);
      const seen = new Map<string, Seen>();
      for (const root of new Set([...counts.keys(), ...edits.keys(), ...hand.keys()])) seen.set(root, { edits: edits.get(root) ?? [], typed: hand.get(root) ?? [], counts: counts.get(root) ?? { characters: 0, unknown: 0 } });
      counts = new Map();
      return seen;
    },
  };
}
