import type { FingerprintKey } from '../../model/fingerprint.ts';
import type { AcceptedEdit, AfterAccept, EditorCounts, TypedText } from '../../model/observed.ts';
import { createAcceptedEdits } from './acceptedEdits.ts';
import { afterAccepts } from './afterAccepts.ts';
import type { LookedAt } from './afterAccepts.ts';
import { characterCounts } from './characterCounts.ts';
import type { EditorChange, SettledChange } from './documentTracker.ts';
import type { KeptSpans } from './keptSpans.ts';
import { recentTimes } from './recentTimes.ts';
import { recognition } from './recognition.ts';
import type { Unrecognised } from './recognition.ts';
import { isAiKind } from './signal.ts';
import type { ChangeKind, ChangeSignal, SelectionSignal } from './signal.ts';
import { firstAcceptedOrigin, handOrigin, isAiOrigin, savedHandOrigin, unknownOrigin } from './spans.ts';
import type { OriginNumber } from './spans.ts';
import { trackedDocuments } from './trackedDocuments.ts';
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
  /** Whether it has unsaved changes. */
  readonly isDirty: () => boolean;
}

/** What the change event itself tells. */
export type ChangeEvent = Omit<EditorChange, 'pasted' | 'diskAge' | 'headAge'>;

/** Everything one window sees happen to text. Constant work for an event, apart from a document's first one. */
export interface LiveCapture {
  readonly changed: (document: LiveDocument, event: ChangeEvent) => void;
  readonly becameDirty: (file: string) => void;
  readonly becameClean: (file: string) => void;
  /** Whether the next selection event in a file tells something. */
  readonly awaitsSelection: (file: string) => boolean;
  readonly selected: (file: string, kind: SelectionSignal['kind'], caret: number | null, at: number) => void;
  readonly pasteAnnounced: (file: string, at: number) => void;
  readonly saved: (file: string, at: number) => void;
  readonly diskChanged: (file: string, at: number) => void;
  /** Git has begun to work at what is checked out. */
  readonly indexLocked: (root: string, at: number) => void;
  readonly headMoved: (root: string, at: number) => void;
  /** The accept command has run in a file. */
  readonly accepted: (file: string, how: 'whole' | 'word', at: number) => void;
  readonly opened: (document: LiveDocument) => void;
  readonly closed: (document: LiveDocument) => void;
  /** A file or a folder has another name now; `opened` gives the document of a file that is open already. */
  readonly renamed: (from: string, to: string, opened: (file: string) => LiveDocument | null) => void;
  /** Whether there is AI text in `[from, to)`. */
  readonly hasAi: (file: string, from: number, to: number) => boolean;
  /** Documents of a repository whose lines the ledger is to be asked for, and what it answers: see `recognition.ts`. */
  readonly unrecognised: (root: string) => readonly Unrecognised[];
  readonly recognise: (file: string, version: number, lines: readonly number[]) => void;
  /** What was seen since the last call, by root; `all`: also edits that may still go on. */
  readonly take: (at: number, all?: boolean) => ReadonlyMap<string, Seen>;
  /** What the next window is to know of the documents; no text. */
  readonly keep: (at: number) => KeptByWindow;
  readonly restore: (kept: KeptByWindow, at: number) => void;
}

/** What lives on when the window is reloaded. */
export interface KeptByWindow {
  /** Numbers of accepted edits go on from here. */
  readonly nextOrigin: OriginNumber;
  readonly documents: readonly (readonly [file: string, spans: KeptSpans])[];
  /** Accepts whose first minutes are not over. */
  readonly accepts: readonly LookedAt[];
}

export interface Seen {
  readonly edits: readonly AcceptedEdit[];
  readonly typed: readonly TypedText[];
  readonly afterAccepts: readonly AfterAccept[];
  readonly counts: EditorCounts;
}

export interface LiveOptions {
  /** Of this window. */
  readonly session: string;
  /** What lines are recognised by when a document is opened again. */
  readonly key: FingerprintKey;
  /** What is checked out at a root; null when no branch is. */
  readonly branchOf: (root: string) => string | null;
  /** Told what each change was. */
  readonly onSettled: (document: LiveDocument, change: SettledChange) => void;
}

/** Milliseconds. */
const pasteWithin = 5000;
const ownWriteWithin = 1000;
const longestCheckout = 120_000;

const fromDisk: ReadonlySet<ChangeKind> = new Set(['reload', 'checkout', 'revert']);

export function startLiveCapture({ session, key, branchOf, onSettled }: LiveOptions): LiveCapture {
  const pastes = recentTimes(pasteWithin);
  const writes = recentTimes(10_000);
  const saves = recentTimes(ownWriteWithin);
  const heads = recentTimes(10_000);
  const locks = recentTimes(longestCheckout);
  const accepted = createAcceptedEdits(session, firstAcceptedOrigin, branchOf);
  const typed = typedSaves(session);
  const counts = characterCounts();
  const after = afterAccepts();

  const originOf = (document: LiveDocument, change: SettledChange): OriginNumber => {
    counts.add(document.root, change);
    onSettled(document, change);
    if (fromDisk.has(change.kind)) known.mark(document.file);
    look(document.file, change.at);
    if (change.kind === 'typed') return handOrigin;
    if (!isAiKind(change.kind)) return unknownOrigin;
    const origin = accepted.originOf(document, change);
    after.accepted(document, origin, accepted.toolOf(change), change.pieces.reduce((sum, { text }) => sum + text.length, 0), change.at);
    return origin;
  };
  const documents = trackedDocuments(key, originOf);
  const known = recognition(documents);
  /** What accepted edits left in a file until now. */
  const look = (file: string, at: number): void => after.look(file, at, (origin) => documents.present(file, origin) ?? 0);
  const lookAtAll = (at: number): void => {
    for (const { tracker } of documents.all()) tracker.settle();
    for (const file of after.files()) {
      if (documents.get(file)?.tracker.lost() === true) after.lose(file);
      else look(file, at);
    }
  };
  const lengthBefore = (document: LiveDocument, { pieces }: ChangeEvent): number =>
    pieces.reduce((length, { removed, text }) => length + removed - text.length, document.text().length);
  const surroundings = ({ file, root }: LiveDocument, { at, reason }: ChangeEvent): Pick<ChangeSignal, 'pasted' | 'diskAge' | 'headAge'> => ({
    pasted: reason === null && pastes.use(file, at),
    diskAge: writes.age(file, at),
    headAge: heads.age(root, at),
  });
  const end = (file: string): void => {
    const tracked = documents.get(file);
    if (tracked === null) return;
    const { document, tracker } = tracked;
    tracker.settle();
    // What was saved is told even when the file is closed by then.
    tracker.spans.recolour(asTold);
    if (!tracker.lost()) accepted.finish(file, document.text(), tracker.spans.runs());
    documents.close(document);
  };

  return {
    changed(document, event) {
      let tracked = documents.get(document.file);
      if (tracked === null || tracked.tracker.lost()) {
        if (tracked !== null) after.lose(document.file);
        tracked = documents.begin(document, [{ length: lengthBefore(document, event), origin: unknownOrigin }]);
        known.mark(document.file);
      }
      tracked.tracker.change({ ...event, ...surroundings(document, event) });
    },
    becameDirty: (file) => documents.get(file)?.tracker.becameDirty(),
    becameClean: (file) => documents.get(file)?.tracker.becameClean(),
    awaitsSelection: (file) => documents.get(file)?.tracker.awaitsSelection() ?? false,
    selected: (file, kind, caret, at) => documents.get(file)?.tracker.selected(kind, caret, at),
    pasteAnnounced: (file, at) => pastes.happened(file, at),
    saved(file, at) {
      saves.happened(file, at);
      const tracked = documents.get(file);
      if (tracked === null) return;
      const { document, tracker } = tracked;
      tracker.settle();
      const text = document.text();
      tracker.isOnDisk(text);
      if (!tracker.lost() && tracker.spans.some(0, tracker.spans.length(), isUntold)) typed.saved(document, text, tracker.spans, branchOf(document.root), at);
    },
    diskChanged(file, at) {
      if (saves.age(file, at) !== null) return;
      writes.happened(file, at);
      // What a closed file had may be gone now; of one that has nothing of it any more that is certain.
      if (documents.get(file) === null && documents.present(file, unknownOrigin) !== null) after.lose(file);
    },
    indexLocked: (root, at) => locks.happened(root, at),
    headMoved(root, at) {
      heads.happened(root, at);
      const atWork = locks.age(root, at) ?? 0;
      for (const { document, tracker } of documents.all()) if (document.root === root) tracker.headMoved(at, atWork);
    },
    accepted: (file, how, at) => documents.get(file)?.tracker.accepted(how, at),
    opened: (document) => void documents.open(document),
    closed: (document) => end(document.file),
    renamed(from, to, opened) {
      for (const file of documents.files()) {
        const rest = file.slice(from.length);
        if (!file.startsWith(from) || !(rest === '' || rest.startsWith('/') || rest.startsWith('\\'))) continue;
        end(file);
        documents.rename(file, to + rest);
        after.rename(file, to + rest);
        const now = opened(to + rest);
        if (now !== null) documents.open(now);
      }
    },
    hasAi: (file, from, to) => documents.get(file)?.tracker.spans.some(from, to, isAiOrigin) ?? false,
    unrecognised: known.asks,
    recognise: known.answer,
    take(at, all = false) {
      for (const { document, tracker } of documents.all()) {
        tracker.settle();
        if (tracker.asksForLines() && !tracker.lost() && !document.isDirty()) tracker.isOnDisk(document.text());
      }
      for (const file of accepted.due(at, all)) {
        const tracked = documents.get(file);
        if (tracked !== null && !tracked.tracker.lost()) accepted.finish(file, tracked.document.text(), tracked.tracker.spans.runs());
      }
      lookAtAll(at);
      const edits = accepted.take();
      const kept = after.take(at);
      const hand = typed.take((file) => documents.get(file)?.tracker.spans ?? null);
      const characters = counts.take();
      const roots = new Set([...characters.keys(), ...edits.keys(), ...hand.keys(), ...kept.keys()]);
      return new Map([...roots].map((root) => [root, { edits: edits.get(root) ?? [], typed: hand.get(root) ?? [], afterAccepts: kept.get(root) ?? [], counts: characters.get(root) ?? { characters: 0, unknown: 0 } }]));
    },
    keep(at) {
      lookAtAll(at);
      return { nextOrigin: accepted.next(), documents: documents.keep(), accepts: after.keep() };
    },
    restore({ nextOrigin, documents: kept, accepts }, at) {
      after.restore(accepts, at);
      accepted.goOnFrom(nextOrigin);
      documents.restore(kept);
      // Whether it was told is not known: it is told when it is saved again.
      documents.recolourClosed((origin) => (origin === savedHandOrigin ? handOrigin : origin));
    },
  };
}
