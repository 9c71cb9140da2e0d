import { ledgerAiOrigin, unknownOrigin } from './spans.ts';
import type { TrackedDocument, TrackedDocuments } from './trackedDocuments.ts';

/** A document into which text came that only the ledger may know. */
export interface Unrecognised {
  readonly file: string;
  readonly version: number;
  readonly text: string;
}

/** Documents whose text came from elsewhere: from an agent that wrote to the disk, or before they were looked at. */
export interface Recognition {
  readonly mark: (file: string) => void;
  readonly asks: (root: string) => readonly Unrecognised[];
  /** The lines (1-based) of it that the ledger knows as AI's; left for the next time when the text is another one by now. */
  readonly answer: (file: string, version: number, lines: readonly number[]) => void;
}

/** Longer texts are not looked up in the ledger. */
const longestText = 1_000_000;

export function recognition(documents: Pick<TrackedDocuments, 'get' | 'all'>): Recognition {
  const marked = new Set<string>();
  return {
    mark: (file) => void marked.add(file),
    asks(root) {
      const found: Unrecognised[] = [];
      for (const { document, tracker } of documents.all()) {
        if (document.root !== root || !marked.has(document.file) || tracker.lost()) continue;
        tracker.settle();
        const text = document.text();
        if (text.length <= longestText) found.push({ file: document.file, version: tracker.version(), text });
      }
      return found;
    },
    answer(file, version, lines) {
      const tracked = documents.get(file);
      if (tracked?.tracker.version() !== version) return;
      marked.delete(file);
      if (lines.length > 0 && !tracked.tracker.lost()) paint(tracked, new Set(lines));
    },
  };
}

/** What is of unknown origin in these lines is AI's. */
function paint({ document, tracker }: TrackedDocument, lines: ReadonlySet<number>): void {
  const text = document.text();
  let at = 0;
  for (const [index, line] of text.split('\n').entries()) {
    if (lines.has(index + 1)) tracker.spans.repaint(at, at + line.length, (origin) => (origin === unknownOrigin ? ledgerAiOrigin : origin));
    at += line.length + 1;
  }
  if (!document.isDirty()) tracker.isOnDisk(text);
}
