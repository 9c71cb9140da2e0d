import type { TypedText } from '../../model/observed.ts';
import { typedText } from './typedText.ts';
import type { TrackedSpans } from './trackedSpans.ts';
import { handOrigin, savedHandOrigin, toldHandOrigin } from './spans.ts';
import type { OriginNumber } from './spans.ts';

/** Lines typed by hand, on their way from a save to being told. */
export interface TypedSaves {
  /** The file was saved with this text: the lines typed in it wait to be told. */
  readonly saved: (document: { readonly file: string; readonly root: string }, text: string, spans: TrackedSpans, branch: string | null, at: number) => void;
  /** What waits, by root; it counts as told from now on. `spansOf` gives the spans of files that are open. */
  readonly take: (spansOf: (file: string) => TrackedSpans | null) => ReadonlyMap<string, readonly TypedText[]>;
}

/** The origin of typed text that was saved, once it is told. */
export function asTold(origin: OriginNumber): OriginNumber {
  return origin === savedHandOrigin ? toldHandOrigin : origin;
}

/**
 * A line is told as it is saved, and told again when it was typed on since. What is typed after a save and before
 * the telling waits for the next save: a commit holds what was saved.
 *
 *     typed ──save──► saved ──told──► told
 *       ▲               └── another save before: told as that has it
 *       └── typed on: the line is typed again
 */
export function typedSaves(session: string): TypedSaves {
  const waiting = new Map<string, TypedText & { readonly root: string }>();
  let count = 0;
  return {
    saved({ file, root }, text, spans, branch, at) {
      const found = typedText(text, spans.runs());
      if (found === null) return;
      spans.recolour((origin) => (origin === handOrigin ? savedHandOrigin : origin));
      waiting.set(file, { id: `hand:${session}/${++count}`, session, at, file, root, branch, ...found });
    },
    take(spansOf) {
      const taken = new Map<string, TypedText[]>();
      for (const { root, ...typed } of waiting.values()) {
        const texts = taken.get(root) ?? [];
        texts.push(typed);
        taken.set(root, texts);
        spansOf(typed.file)?.recolour(asTold);
      }
      waiting.clear();
      return taken;
    },
  };
}
