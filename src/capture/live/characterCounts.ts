import type { EditorCounts } from '../../model/observed.ts';
import type { SettledChange } from './documentTracker.ts';
import type { ChangeKind } from './signal.ts';

/** How much text came in, by root, and how much of it could be told apart. */
export interface CharacterCounts {
  readonly add: (root: string, change: SettledChange) => void;
  readonly take: () => ReadonlyMap<string, EditorCounts>;
}

const nothingNew: ReadonlySet<ChangeKind> = new Set(['reload', 'checkout', 'revert', 'undo', 'redo']);

export function characterCounts(): CharacterCounts {
  let counts = new Map<string, { characters: number; unknown: number }>();
  return {
    add(root, { kind, pieces }) {
      if (nothingNew.has(kind)) return;
      let characters = 0;
      for (const { text } of pieces) characters += text.length < 3 ? text.trim().length : text.replaceAll(/\s+/g, '').length;
      const total = counts.get(root) ?? { characters: 0, unknown: 0 };
      total.characters += characters;
      if (kind === 'unknown' || kind === 'hiddenEdit') total.unknown += characters;
      counts.set(root, total);
    },
    take() {
      const taken = counts;
      counts = new Map();
      return taken;
    },
  };
}
