import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { onScreen } from '../../capture/live/onScreen.ts';
import type { View } from '../../capture/live/onScreen.ts';
import { fingerprintKey } from '../../model/fingerprint.ts';
import type { LineAhead } from '../../model/linesAhead.ts';
import type { Logger } from '../../model/logger.ts';
import { second } from '../../model/time.ts';
import { debounce } from '../debounce.ts';
import type { Projects } from '../projects.ts';
import type { ReadModelStore } from '../readModelStore.ts';
import { isAborted } from '../workerClient.ts';
import type { LiveDocuments } from './liveDocuments.ts';

/** AI lines of a repository that are on no remote yet and were not on this window's screen for a plausible reading time. */
export interface NeverOnScreen extends vscode.Disposable {
  /** Null while it is not known. */
  readonly lines: (root: string) => readonly LineAhead[] | null;
  /** Looks which AI lines there are now. */
  readonly refresh: (root: string) => Promise<void>;
  readonly onDidChange: vscode.Event<void>;
}

/** Milliseconds between looks at what is on the screen, while something is. */
const lookEvery = 2 * second;
/** Lines of one editor that are looked at. */
const mostVisible = 200;

/**
 * A help to the author alone: all of it is in memory, told to nobody, and gone with the push of a line.
 *
 *     visible ranges, focus ─► which lines were read ─┐
 *     worker: AI lines that no remote has ────────────┴─► those never on the screen
 */
export function neverOnScreen(documents: LiveDocuments, projects: Projects, store: ReadModelStore, logger: Logger, wanted: () => boolean): NeverOnScreen {
  const screen = onScreen(fingerprintKey(randomBytes(8)));
  const changed = new vscode.EventEmitter<void>();
  const ahead = new Map<string, { readonly lines: readonly LineAhead[]; readonly pushedAt: number | null }>();

  const views = (): View[] => {
    if (!vscode.window.state.focused || !wanted()) return [];
    return vscode.window.visibleTextEditors.flatMap((editor): View[] => {
      const live = documents.of(editor.document);
      return live === null ? [] : [{ file: live.file, lines: visibleLines(editor) }];
    });
  };
  const look = (): void => {
    if (screen.shows(views(), Date.now())) changed.fire();
  };
  const lookSoon = debounce(look, 300, second);
  const timer = setInterval(look, lookEvery);

  const refresh = async (root: string): Promise<void> => {
    const now = await projects.ask('linesAhead', root, {});
    const before = ahead.get(root);
    if (before !== undefined && now.pushedAt !== null && now.pushedAt > (before.pushedAt ?? 0)) screen.forget(root, byFile(root, now.lines));
    ahead.set(root, now);
    changed.fire();
  };
  const scanned = new Set<string>();
  const refreshSoon = debounce(() => {
    const roots = [...scanned];
    scanned.clear();
    if (wanted()) Promise.all(roots.map(refresh)).catch((error: unknown) => {
      if (!isAborted(error)) logger.error('AI code that is not pushed could not be looked up', error);
    });
  }, second, 5 * second);

  const listeners = vscode.Disposable.from(
    changed, lookSoon, refreshSoon,
    new vscode.Disposable(() => clearInterval(timer)),
    vscode.window.onDidChangeVisibleTextEditors(look),
    vscode.window.onDidChangeTextEditorVisibleRanges(lookSoon.poke),
    vscode.window.onDidChangeWindowState(look),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) screen.rename(oldUri.fsPath, newUri.fsPath);
    }),
    store.onDidChange((root) => {
      const { scanning, report } = store.get(root);
      if (scanning || report === null) return;
      scanned.add(root);
      refreshSoon.poke();
    }),
  );
  return {
    lines: (root) => ahead.get(root)?.lines.filter(({ path, text }) => !screen.wasRead(join(root, path), text)) ?? null,
    refresh,
    onDidChange: changed.event,
    dispose: () => void listeners.dispose(),
  };
}

function visibleLines({ document, visibleRanges }: vscode.TextEditor): string[] {
  const lines: string[] = [];
  for (const { start, end } of visibleRanges) {
    for (let line = start.line; line <= end.line && line < document.lineCount && lines.length < mostVisible; line++) lines.push(document.lineAt(line).text);
  }
  return lines;
}

function byFile(root: string, lines: readonly LineAhead[]): Map<string, string[]> {
  const files = new Map<string, string[]>();
  for (const { path, text } of lines) {
    const file = join(root, path);
    files.set(file, [...(files.get(file) ?? []), text]);
  }
  return files;
}
