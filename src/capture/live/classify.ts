import { detailedKind } from './detailedKinds.ts';
import type { ChangeKind, ChangeSignal } from './signal.ts';

/** Says what a change is, or null when it is not the one that this rule knows. */
type Rule = (signal: ChangeSignal) => ChangeKind | null;

/** Milliseconds that a reload comes after the write that caused it, and more. */
const reloadWithin = 5000;
/** Milliseconds that a selection event comes after the key that caused it, and more. */
const selectionWithin = 500;

/** In this order; the first that knows a change decides. */
const rules: readonly Rule[] = [undone, reasoned, removal, reloaded, accepted, hidden, typed, pasted, whitespace];

/**
 * What a change is, from public signals; a detailed reason is used where there is one and never needed. What can't
 * be told apart is `unknown`: a snippet, a suggested word, an extension's edit and an accepted completion all look
 * the same from outside, so that none of them is taken for AI by its shape.
 */
export function classify(signal: ChangeSignal): ChangeKind {
  for (const rule of rules) {
    const kind = rule(signal);
    if (kind !== null) return kind;
  }
  return 'unknown';
}

function undone({ reason }: ChangeSignal): ChangeKind | null {
  return reason;
}

function reasoned({ detailed }: ChangeSignal): ChangeKind | null {
  return detailed === null ? null : detailedKind(detailed);
}

function removal({ pieces, dirty }: ChangeSignal): ChangeKind | null {
  return dirty && pieces.every(({ text }) => text === '') ? 'removal' : null;
}

/** Only text that comes from the file leaves a document without unsaved changes. */
function reloaded({ dirty, diskAge, headAge }: ChangeSignal): ChangeKind | null {
  if (dirty) return null;
  if (isWithin(headAge, reloadWithin)) return 'checkout';
  return isWithin(diskAge, reloadWithin) ? 'reload' : 'revert';
}

/** The accept command makes one change at the caret and then tells that it ran; a key pressed in between gives itself away. */
function accepted({ acceptCommand, pieces, atCaret, visible, selection }: ChangeSignal): ChangeKind | null {
  const [piece] = pieces;
  if (acceptCommand === null || piece === undefined || piece.text === '' || !atCaret || !visible || selection?.kind === 'keyboard') return null;
  return acceptCommand === 'whole' ? 'inlineAccept' : 'wordAccept';
}

function hidden({ visible }: ChangeSignal): ChangeKind | null {
  return visible ? null : 'hiddenEdit';
}

const pairs = new Set(['()', '[]', '{}', '<>', '""', "''", '``']);

/** One character, or a pair that the editor closes, and then the caret moves behind the character by a key. */
function typed({ pieces, selection }: ChangeSignal): ChangeKind | null {
  if (selection?.kind !== 'keyboard' || selection.after > selectionWithin) return null;
  const text = pieces[0]?.text ?? '';
  if (!isOneKey(text) || pieces.some((piece) => piece.text !== text)) return null;
  if (pieces.length > 1) return 'typed';
  const behind = pieces[0]!.offset + (pairs.has(text) ? 1 : text.length);
  return selection.caret === behind ? 'typed' : null;
}

function isOneKey(text: string): boolean {
  return pairs.has(text) || (text !== '' && String.fromCodePoint(text.codePointAt(0)!) === text);
}

function pasted(signal: ChangeSignal): ChangeKind | null {
  return signal.pasted && signal.pieces.some(({ text }) => text !== '') ? 'paste' : null;
}

function whitespace({ pieces }: ChangeSignal): ChangeKind | null {
  return pieces.every(({ text }) => text.trim() === '') ? 'whitespace' : null;
}

function isWithin(age: number | null, limit: number): boolean {
  return age !== null && age <= limit;
}
