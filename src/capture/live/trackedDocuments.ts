import type { FingerprintKey } from '../../model/fingerprint.ts';
import { trackDocument } from './documentTracker.ts';
import type { DocumentTracker, SettledChange } from './documentTracker.ts';
import { keepSpans, reopenSpans } from './keptSpans.ts';
import type { KeptSpans } from './keptSpans.ts';
import { lineMemory } from './lineMemory.ts';
import type { LineMemory } from './lineMemory.ts';
import { linesOnDisk } from './linesOnDisk.ts';
import type { LiveDocument } from './liveCapture.ts';
import { isKnown, printLines } from './printedLines.ts';
import type { PrintedLines } from './printedLines.ts';
import type { OriginNumber, Run } from './spans.ts';

/** An open document that something happened in, or of which something is known from before. */
export interface TrackedDocument {
  readonly document: LiveDocument;
  readonly tracker: DocumentTracker;
  readonly memory: LineMemory;
}

/** Documents with their spans: open ones, and what is kept of those that were closed. */
export interface TrackedDocuments {
  readonly get: (file: string) => TrackedDocument | null;
  readonly all: () => Iterable<TrackedDocument>;
  /** Begins with spans from nowhere. */
  readonly begin: (document: LiveDocument, first: readonly Run[]) => TrackedDocument;
  /** Takes up what is kept of it; null when nothing is, or when it is tracked already. */
  readonly open: (document: LiveDocument) => TrackedDocument | null;
  readonly close: (document: LiveDocument) => void;
  /** What is kept of a closed file is found under another name from now on. */
  readonly rename: (from: string, to: string) => void;
  /** Files that are open or of which something is kept. */
  readonly files: () => Iterable<string>;
  /** Everything worth keeping, by file: of what is open, and of what was closed. */
  readonly keep: () => readonly (readonly [file: string, spans: KeptSpans])[];
  /** What an earlier window kept. */
  readonly restore: (kept: Iterable<readonly [file: string, spans: KeptSpans]>) => void;
  /** How many characters of an origin a file has, open or closed, and on other branches; null where nothing is known of it. */
  readonly present: (file: string, origin: OriginNumber) => number | null;
  /** Gives everything that is not open other origins. */
  readonly recolourClosed: (change: (origin: OriginNumber) => OriginNumber) => void;
}

/** Closed documents remembered, at most. */
const mostClosed = 200;

export function trackedDocuments(key: FingerprintKey, originOf: (document: LiveDocument, change: SettledChange) => OriginNumber): TrackedDocuments {
  const open = new Map<string, TrackedDocument>();
  const closed = new Map<string, KeptSpans>();

  const start = (document: LiveDocument, memory: LineMemory, first: readonly Run[]): TrackedDocument => {
    const tracked = { document, memory, tracker: trackDocument(first, linesOnDisk(memory, key), (change) => originOf(document, change)) };
    open.set(document.file, tracked);
    return tracked;
  };
  /** Lines are made out once for every version that is kept. */
  const printed = new WeakMap<TrackedDocument, { readonly version: number; readonly lines: PrintedLines }>();
  const linesOf = (tracked: TrackedDocument): PrintedLines => {
    const version = tracked.tracker.version();
    const known = printed.get(tracked);
    if (known?.version === version) return known.lines;
    const lines = printLines(tracked.document.text(), key);
    printed.set(tracked, { version, lines });
    return lines;
  };
  const kept = (tracked: TrackedDocument): KeptSpans | null => {
    const { tracker, memory } = tracked;
    if (tracker.lost()) return null;
    const runs = tracker.spans.runs();
    return isKnown(runs) || !memory.isEmpty() ? keepSpans(runs, linesOf(tracked), memory) : null;
  };
  return {
    get: (file) => open.get(file) ?? null,
    all: () => open.values(),
    begin: (document, first) => start(document, lineMemory(), first),
    open(document) {
      const spans = closed.get(document.file);
      if (spans === undefined || open.has(document.file)) return null;
      closed.delete(document.file);
      const memory = lineMemory(spans.remembered);
      const text = document.text();
      const tracked = start(document, memory, reopenSpans(spans, text, memory, key));
      if (!document.isDirty()) tracked.tracker.isOnDisk(text);
      return tracked;
    },
    close(document) {
      const tracked = open.get(document.file);
      if (tracked === undefined) return;
      open.delete(document.file);
      const spans = kept(tracked);
      if (spans === null) return;
      closed.delete(document.file);
      closed.set(document.file, spans);
      if (closed.size > mostClosed) closed.delete(closed.keys().next().value!);
    },
    rename(from, to) {
      const spans = closed.get(from);
      closed.delete(from);
      if (spans !== undefined) closed.set(to, spans);
    },
    files: () => new Set([...open.keys(), ...closed.keys()]),
    keep() {
      const now = [...open].flatMap(([file, tracked]) => {
        tracked.tracker.settle();
        const spans = kept(tracked);
        return spans === null ? [] : [[file, spans] as const];
      });
      return [...[...closed].filter(([file]) => !open.has(file)), ...now].slice(-mostClosed);
    },
    restore(all) {
      for (const [file, spans] of all) if (!open.has(file) && !closed.has(file)) closed.set(file, spans);
    },
    present(file, origin) {
      const opened = open.get(file);
      if (opened?.tracker.lost() === true) return null;
      if (opened !== undefined) return countOf(opened.tracker.spans.runs(), origin) + opened.memory.awayOf(origin);
      const kept = closed.get(file);
      return kept === undefined ? null : countOf(kept.runs, origin) + kept.remembered.reduce((sum, [, runs, away]) => sum + (away ? countOf(runs, origin) : 0), 0);
    },
    recolourClosed(change) {
      const turn = (runs: readonly Run[]): Run[] => runs.map(({ length, origin }) => ({ length, origin: change(origin) }));
      for (const [file, spans] of closed) closed.set(file, { ...spans, runs: turn(spans.runs), remembered: spans.remembered.map(([print, runs, away]) => [print, turn(runs), away]) });
    },
  };
}

function countOf(runs: readonly Run[], wanted: OriginNumber): number {
  return runs.reduce((sum, { length, origin }) => sum + (origin === wanted ? length : 0), 0);
}
