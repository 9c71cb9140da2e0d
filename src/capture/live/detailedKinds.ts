import type { ChangeKind, DetailedReason } from './signal.ts';

/** What the editor's own account of a change means, by its source. Sources that say nothing of the kind are not listed. */
const bySource: Readonly<Record<string, (metadata: DetailedReason['metadata']) => ChangeKind>> = {
  cursor: ({ kind }) => cursorKinds[String(kind)] ?? 'editorCommand',
  inlineCompletionAccept: (metadata) => (metadata['$nes'] === true ? 'nextEdit' : 'inlineAccept'),
  inlineCompletionPartialAccept: () => 'wordAccept',
  suggest: () => 'suggestItem',
  snippet: () => 'snippet',
  rename: () => 'rename',
  codeAction: () => 'codeAction',
  'Chat.applyEdits': () => 'chatEdit',
  'inlineChat.applyEdits': () => 'inlineChatEdit',
  unknown: ({ name }) => (name === 'formatEditsCommand' ? 'format' : 'unknown'),
};

const cursorKinds: Readonly<Record<string, ChangeKind>> = { type: 'typed', compositionType: 'typed', compositionEnd: 'typed', paste: 'paste' };

/** The kind a detailed reason names, or null when it leaves that open (a reload: the disk and git know more). */
export function detailedKind({ source, metadata }: DetailedReason): ChangeKind | null {
  if (source === 'reloadFromDisk') return null;
  return (Object.hasOwn(bySource, source) ? bySource[source]?.(metadata) : undefined) ?? 'unknown';
}

/** The extension and the model that gave a text, as far as the reason names them. */
export function suggestedBy(reason: DetailedReason | null): { readonly extension: string | null; readonly model: string | null } {
  const text = (name: string): string | null => {
    const value = reason?.metadata[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  return { extension: text('$extensionId'), model: text('$modelId') };
}
