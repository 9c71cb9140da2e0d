import type { AcceptedEdit } from '../../model/observed.ts';
import { toolName } from '../toolNames.ts';
import { acceptedText } from './acceptedText.ts';
import { suggestedBy } from './detailedKinds.ts';
import type { SettledChange } from './documentTracker.ts';
import type { OriginNumber, Run } from './spans.ts';

/** Accepts that belong together (word after word) on their way to one edit. */
export interface AcceptedEdits {
  /** The origin of the text that a change of an AI kind brought. */
  readonly originOf: (document: { readonly file: string; readonly root: string }, change: SettledChange) => OriginNumber;
  readonly toolOf: (change: SettledChange) => string;
  /** Files with accepts that nothing was added to for a while; `all`: with any. */
  readonly due: (at: number, all: boolean) => readonly string[];
  /** Makes edits of the accepts in a file, from its text as it stands. */
  readonly finish: (file: string, text: string, runs: readonly Run[]) => void;
  /** The number of the next accept. */
  readonly next: () => OriginNumber;
  /** Numbers below were given by an earlier window. */
  readonly goOnFrom: (next: OriginNumber) => void;
  /** Edits made since the last call, by root. */
  readonly take: () => ReadonlyMap<string, readonly AcceptedEdit[]>;
}

interface Going {
  readonly origin: OriginNumber;
  readonly root: string;
  readonly tool: string;
  readonly model: string | null;
  readonly branch: string | null;
  at: number;
}

/** Milliseconds between accepts of one suggestion, word by word. */
export const together = 2000;

/** Extensions whose suggestions go by another name than their own. */
const toolOfExtension: Readonly<Record<string, string>> = {
  'github.copilot': 'copilot', 'github.copilot-chat': 'copilot', 'codeium.codeium': 'windsurf', 'continue.continue': 'continue',
  'google.geminicodeassist': 'gemini', 'saoudrizwan.claude-dev': 'cline',
};

/**
 * @param first number of the first accept; the following ones count on
 * @param branchOf what is checked out
 */
export function createAcceptedEdits(session: string, first: OriginNumber, branchOf: (root: string) => string | null): AcceptedEdits {
  const going = new Map<string, Going[]>();
  let made = new Map<string, AcceptedEdit[]>();
  let next = first;

  const toolOf = (extension: string | null): string => toolName(toolOfExtension[extension?.toLowerCase() ?? ''] ?? extension);

  return {
    toolOf: ({ detailed }) => toolOf(suggestedBy(detailed).extension),
    originOf({ file, root }, { kind, at, detailed }) {
      // The editor keeps records of chat edits itself; they are read there, with their fate. Here they are only told from others.
      if (kind === 'chatEdit' || kind === 'inlineChatEdit') return next++;
      const { extension, model } = suggestedBy(detailed);
      const tool = toolOf(extension);
      const here = going.get(file) ?? [];
      const last = here.at(-1);
      if (last !== undefined && last.tool === tool && at - last.at <= together) {
        last.at = at;
        return last.origin;
      }
      here.push({ origin: next++, root, tool, model, branch: branchOf(root), at });
      going.set(file, here);
      return here.at(-1)!.origin;
    },
    due: (at, all) => [...going].filter(([, here]) => all || at - here.at(-1)!.at > together).map(([file]) => file),
    finish(file, text, runs) {
      for (const { origin, root, tool, model, branch, at } of going.get(file) ?? []) {
        const found = acceptedText(text, runs, origin);
        if (found === null) continue;
        const edits = made.get(root) ?? [];
        edits.push({ id: `editor:${session}/${origin}`, session, at, file, branch, tool, model, ...found });
        made.set(root, edits);
      }
      going.delete(file);
    },
    next: () => next,
    goOnFrom(first) {
      next = Math.max(next, first);
    },
    take() {
      const taken = made;
      made = new Map();
      return taken;
    },
  };
}
