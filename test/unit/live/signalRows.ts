import { classify } from '../../../src/capture/live/classify.ts';
import { isAiKind } from '../../../src/capture/live/signal.ts';
import type { ChangeKind, ChangeSignal, DetailedReason, Piece } from '../../../src/capture/live/signal.ts';

/** What an action gives to see, and what it is to be taken for. */
export interface SignalRow {
  readonly action: string;
  readonly signal: Partial<ChangeSignal>;
  readonly stock: ChangeKind;
  /** With the detailed reason, where that is another kind. */
  readonly detailed?: DetailedReason;
  readonly reasoned?: ChangeKind;
  /** The text is an AI tool's. */
  readonly ai?: true;
}

const at = 20;
const insert = (text: string, offset = at, removed = 0): readonly Piece[] => [{ offset, removed, text }];
const key = (caret: number): Pick<ChangeSignal, 'selection'> => ({ selection: { kind: 'keyboard', caret, after: 3 } });
const other = (caret: number | null): Pick<ChangeSignal, 'selection'> => ({ selection: { kind: null, caret, after: 3 } });
const reason = (source: string, metadata: DetailedReason['metadata'] = {}): { detailed: DetailedReason } => ({ detailed: { source, metadata } });
const completion = 'return total / count;\n}';

/** Every action that changes a document, with the events that follow it in a real workbench (VS Code 1.104 and 1.139). */
export const signalRows: readonly SignalRow[] = [
  { action: 'type a character', signal: { pieces: insert('x'), ...key(at + 1) }, stock: 'typed', ...reason('cursor', { kind: 'type' }) },
  { action: 'type a bracket that closes itself', signal: { pieces: insert('()'), ...key(at + 1) }, stock: 'typed', ...reason('cursor', { kind: 'type' }) },
  { action: 'type with two carets', signal: { pieces: [...insert('x', 30), ...insert('x')], atCaret: false, selection: { kind: 'keyboard', caret: null, after: 3 } }, stock: 'typed', ...reason('cursor', { kind: 'type' }) },
  { action: 'compose a character', signal: { pieces: insert('é', at, 1), ...key(at + 1) }, stock: 'typed', ...reason('cursor', { kind: 'compositionType' }) },
  { action: 'Enter', signal: { pieces: insert('\n    '), ...other(at + 5) }, stock: 'whitespace', ...reason('cursor', { kind: 'type' }), reasoned: 'typed' },
  { action: 'Backspace', signal: { pieces: insert('', at - 1, 1), ...other(at - 1) }, stock: 'removal', ...reason('cursor', { kind: 'executeCommands', detailedSource: 'deleteLeft' }), reasoned: 'editorCommand' },
  { action: 'paste', signal: { pieces: insert('pasted one\npasted two\n'), pasted: true, ...other(at + 22) }, stock: 'paste', ...reason('cursor', { kind: 'paste' }) },
  { action: 'cut', signal: { pieces: insert('', 10, 9), ...other(10) }, stock: 'removal', ...reason('cursor', { kind: 'cut' }), reasoned: 'editorCommand' },
  { action: 'toggle a comment', signal: { pieces: insert('// ', 10), ...other(at + 3) }, stock: 'unknown', ...reason('cursor', { kind: 'executeCommands', detailedSource: 'editor.action.commentLine' }), reasoned: 'editorCommand' },
  { action: 'move a line', signal: { pieces: [...insert('', 30, 10), ...insert('moved line', 10)], ...other(at - 10) }, stock: 'unknown', ...reason('cursor', { kind: 'executeCommands', detailedSource: 'editor.action.moveLinesUpAction' }), reasoned: 'editorCommand' },
  { action: 'inline completion, Tab', signal: { pieces: insert(completion), ...other(at + completion.length) }, stock: 'unknown', ...reason('inlineCompletionAccept', { $extensionId: 'some.completions', $nes: false }), reasoned: 'inlineAccept', ai: true },
  { action: 'inline completion, own Tab', signal: { pieces: insert(completion), acceptCommand: 'whole', ...other(at + completion.length) }, stock: 'inlineAccept', ...reason('inlineCompletionAccept'), ai: true },
  { action: 'inline completion, next word', signal: { pieces: insert('return'), ...other(at + 6) }, stock: 'unknown', ...reason('inlineCompletionPartialAccept', { $extensionId: 'some.completions' }), reasoned: 'wordAccept', ai: true },
  { action: 'inline completion, own next word', signal: { pieces: insert('return'), acceptCommand: 'word', ...other(at + 6) }, stock: 'wordAccept', ...reason('inlineCompletionPartialAccept'), ai: true },
  { action: 'next edit suggestion', signal: { pieces: insert('renamed(total)', 60, 9), ...other(74) }, stock: 'unknown', ...reason('inlineCompletionAccept', { $nes: true }), reasoned: 'nextEdit', ai: true },
  { action: 'chat edit', signal: { pieces: insert(completion, 60, 4) }, stock: 'unknown', ...reason('Chat.applyEdits', { $modelId: 'some-model', $$mode: 'agent' }), reasoned: 'chatEdit', ai: true },
  { action: 'inline chat edit', signal: { pieces: insert(completion) }, stock: 'unknown', ...reason('inlineChat.applyEdits', { $modelId: 'some-model' }), reasoned: 'inlineChatEdit', ai: true },
  { action: 'undo of a chat edit', signal: { pieces: insert('gone again', 60, 22) }, stock: 'unknown', ...reason('Chat.undoEdits') },
  { action: 'item of the suggest widget', signal: { pieces: insert('zzcompleted', at - 2, 2), ...other(at + 9) }, stock: 'unknown', ...reason('suggest', { $extensionId: 'some.language' }), reasoned: 'suggestItem' },
  { action: 'snippet', signal: { pieces: insert('for (const item of items) {\n\t\n}'), ...other(null) }, stock: 'unknown', ...reason('snippet'), reasoned: 'snippet' },
  { action: 'WorkspaceEdit by an extension, open file', signal: { pieces: insert('by an extension\n', 0) }, stock: 'unknown', ...reason('unknown', {}) },
  { action: 'WorkspaceEdit by an extension at the caret', signal: { pieces: insert(completion), ...other(at + completion.length) }, stock: 'unknown', ...reason('unknown', {}) },
  { action: 'WorkspaceEdit by an extension, closed file', signal: { pieces: insert('by an extension\n', 0), visible: false, atCaret: false }, stock: 'hiddenEdit', ...reason('unknown', { name: 'pushEditOperation' }), reasoned: 'unknown' },
  { action: 'streamed WorkspaceEdits', signal: { pieces: insert('a piece of a stream '), ...other(at + 20) }, stock: 'unknown', ...reason('unknown', {}) },
  { action: 'streamed single characters', signal: { pieces: insert('x'), ...other(at + 1) }, stock: 'unknown', ...reason('unknown', {}) },
  { action: 'editor.edit by an extension', signal: { pieces: insert('by an extension'), ...other(at + 15) }, stock: 'unknown', ...reason('unknown', { name: 'MainThreadTextEditor' }) },
  { action: 'rename a symbol', signal: { pieces: [...insert('better', 70, 3), ...insert('better', 10, 3)] }, stock: 'unknown', ...reason('rename', { oldName: 'old' }), reasoned: 'rename' },
  { action: 'code action', signal: { pieces: insert("import { a } from './a.ts';\n", 0) }, stock: 'unknown', ...reason('codeAction', { kind: 'quickfix' }), reasoned: 'codeAction' },
  { action: 'format the document', signal: { pieces: [...insert('  ', 30, 4), ...insert('\n', 10)] }, stock: 'whitespace', ...reason('unknown', { name: 'formatEditsCommand' }), reasoned: 'format' },
  { action: 'format with new punctuation', signal: { pieces: [...insert(';', 30), ...insert("'a'", 10, 3)] }, stock: 'unknown', ...reason('unknown', { name: 'formatEditsCommand' }), reasoned: 'format' },
  { action: 'undo', signal: { pieces: insert('', 10, 9), reason: 'undo', ...other(10) }, stock: 'undo', ...reason('applyEdits') },
  { action: 'undo of an accepted completion while the command runs', signal: { pieces: insert('x'), reason: 'undo', acceptCommand: 'whole' }, stock: 'undo', ...reason('applyEdits') },
  { action: 'redo', signal: { pieces: insert(completion), reason: 'redo', ...other(at) }, stock: 'redo', ...reason('applyEdits') },
  { action: 'write by an agent, file open and saved', signal: { pieces: insert('line by an agent\n'), dirty: false, diskAge: 23 }, stock: 'reload', ...reason('reloadFromDisk') },
  { action: 'write by temporary file and rename', signal: { pieces: insert('', 0, 40), dirty: false, diskAge: 30 }, stock: 'reload', ...reason('reloadFromDisk') },
  { action: 'git checkout', signal: { pieces: insert('other branch\n', 0, 12), dirty: false, diskAge: 34, headAge: 34 }, stock: 'checkout', ...reason('reloadFromDisk') },
  { action: 'git reset', signal: { pieces: insert('older\n', 0, 12), dirty: false, diskAge: 40, headAge: 900 }, stock: 'checkout', ...reason('reloadFromDisk') },
  { action: 'File: Revert', signal: { pieces: insert('as saved', 0, 12), dirty: false }, stock: 'revert', ...reason('reloadFromDisk') },
];

/** A signal of which only what matters was given. */
export function plain(given: Partial<ChangeSignal>): ChangeSignal {
  return { pieces: [], reason: null, dirty: true, visible: true, atCaret: true, selection: null, pasted: false, acceptCommand: null, diskAge: null, headAge: null, detailed: null, ...given };
}

type Outcome = { ai: number; other: number; unknown: number };

/** How many actions with AI text, and with other text, are taken for what. */
export function confusion(): Record<'stock' | 'detailed', Record<'ai' | 'other', Outcome>> {
  const empty = (): Record<'ai' | 'other', Outcome> => ({ ai: { ai: 0, other: 0, unknown: 0 }, other: { ai: 0, other: 0, unknown: 0 } });
  const table = { stock: empty(), detailed: empty() };
  for (const { signal, ai, detailed } of signalRows) {
    for (const way of ['stock', 'detailed'] as const) {
      const kind = classify(plain(way === 'stock' ? signal : { ...signal, detailed: detailed ?? null }));
      table[way][ai === true ? 'ai' : 'other'][isAiKind(kind) ? 'ai' : kind === 'unknown' ? 'unknown' : 'other']++;
    }
  }
  return table;
}
