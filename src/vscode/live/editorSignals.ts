import * as vscode from 'vscode';
import type { LiveCapture } from '../../capture/live/liveCapture.ts';
import type { DetailedReason } from '../../capture/live/signal.ts';
import type { LiveDocuments } from './liveDocuments.ts';

const selectionKinds = new Map([
  [vscode.TextEditorSelectionChangeKind.Keyboard, 'keyboard'],
  [vscode.TextEditorSelectionChangeKind.Mouse, 'mouse'],
  [vscode.TextEditorSelectionChangeKind.Command, 'command'],
] as const);

/** Passes on what the editor tells about documents. Constant work for each event. */
export function registerEditorSignals(capture: LiveCapture, documents: LiveDocuments): vscode.Disposable {
  const noted = (work: (file: string) => void) => (document: vscode.TextDocument): void => {
    const live = documents.of(document);
    if (live !== null) work(live.file);
  };
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument((event) => {
      const live = documents.of(event.document);
      if (live === null) return;
      if (event.contentChanges.length > 0) capture.changed(live, changeOf(event));
      else if (event.document.isDirty) capture.becameDirty(live.file);
      else capture.becameClean(live.file);
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections, kind }) => {
      const file = documents.of(document)?.file;
      if (file === undefined || !capture.awaitsSelection(file)) return;
      const [only] = selections;
      const caret = only !== undefined && selections.length === 1 && only.isEmpty ? document.offsetAt(only.active) : null;
      capture.selected(file, kind === undefined ? null : (selectionKinds.get(kind) ?? null), caret, Date.now());
    }),
    vscode.workspace.onDidSaveTextDocument(noted((file) => capture.saved(file, Date.now()))),
    vscode.workspace.onDidOpenTextDocument((document) => {
      const live = documents.of(document);
      if (live !== null) capture.opened(live);
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      const live = documents.of(document);
      if (live !== null) capture.closed(live);
    }),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) capture.renamed(oldUri.fsPath, newUri.fsPath, (file) => documents.named(file));
    }),
    // Asked before a paste; it offers nothing, so that the paste stays as it is.
    vscode.languages.registerDocumentPasteEditProvider(
      { scheme: 'file' },
      {
        provideDocumentPasteEdits: (document) => {
          const file = documents.of(document)?.file;
          if (file !== undefined) capture.pasteAnnounced(file, Date.now());
          return undefined;
        },
      },
      { providedPasteEditKinds: [vscode.DocumentDropOrPasteEditKind.Empty.append('aiNetValue')], pasteMimeTypes: ['text/plain'] },
    ),
  );
}

function changeOf(event: vscode.TextDocumentChangeEvent): Parameters<LiveCapture['changed']>[1] {
  const { document, contentChanges, reason } = event;
  const active = vscode.window.activeTextEditor;
  const editor = active?.document === document ? active : vscode.window.visibleTextEditors.find((one) => one.document === document);
  return {
    at: Date.now(),
    pieces: contentChanges.map(({ rangeOffset, rangeLength, text }) => ({ offset: rangeOffset, removed: rangeLength, text })),
    reason: reason === vscode.TextDocumentChangeReason.Undo ? 'undo' : reason === vscode.TextDocumentChangeReason.Redo ? 'redo' : null,
    dirty: document.isDirty,
    visible: editor !== undefined,
    // The selection is told after the change: here it is still the one before.
    atCaret: editor !== undefined && contentChanges.length === 1 && editor.selections.length === 1 && contentChanges[0]!.range.contains(editor.selection.active),
    detailed: detailedReason(event),
  };
}

/** Where a version or a switch of the editor tells it; asked for by nothing in package.json. */
function detailedReason(event: object): DetailedReason | null {
  const given: unknown = 'detailedReason' in event ? event.detailedReason : null;
  if (typeof given !== 'object' || given === null || !('source' in given) || typeof given.source !== 'string') return null;
  const metadata = 'metadata' in given && typeof given.metadata === 'object' && given.metadata !== null ? given.metadata : {};
  return { source: given.source, metadata: metadata as DetailedReason['metadata'] };
}
