import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { Logger } from '../model/logger.ts';
import { parseSidebarMessage, type SidebarMessage } from '../model/sidebarMessage.ts';
import type { SidebarState, StateMessage } from '../model/sidebarState.ts';
import { views } from './names.ts';
import { sidebarHtml } from './sidebarHtml.ts';

export interface SidebarParts {
  readonly extensionUri: vscode.Uri;
  readonly logger: Logger;
  readonly state: () => SidebarState;
  /** Something that `state` depends on changed. */
  readonly onDidChangeState: vscode.Event<unknown>;
  readonly receive: (message: Exclude<SidebarMessage, { type: 'ready' | 'painted' }>) => void;
  /** The person opened the sidebar, or came back to it. */
  readonly shown: () => void;
}

/** How long the sidebar took to show itself when it was opened last, in milliseconds from the moment it was opened. */
export interface Paint {
  /** Until VS Code had loaded the page and its script ran. */
  readonly loaded: number;
  /** Until the state was on the screen. */
  readonly painted: number;
}

export interface Sidebar extends vscode.Disposable {
  readonly visible: () => boolean;
  readonly lastPaint: () => Paint | null;
}

/** Progress arrives faster than anyone can read. */
const quickest = 50;

/** The summary view: sends the webview what to draw, and passes on what it asks for. */
export function registerSidebar(parts: SidebarParts): Sidebar {
  let view: vscode.WebviewView | null = null;
  let ready = false;
  let timer: NodeJS.Timeout | undefined;
  let revealed = 0;
  let loaded = 0;
  let paint: Paint | null = null;

  const post = (): void => {
    timer = undefined;
    if (view === null || !ready || !view.visible) return;
    const message: StateMessage = { type: 'state', state: parts.state() };
    void view.webview.postMessage(message);
  };
  const postSoon = (): void => {
    timer ??= setTimeout(post, quickest);
  };

  const receive = (value: unknown): void => {
    const message = parseSidebarMessage(value);
    if (message === null) return parts.logger.warn('the sidebar sent something that is no message; it was refused');
    if (message.type === 'painted') {
      paint = { loaded, painted: performance.now() - revealed };
      return parts.logger.info(`the sidebar was drawn after ${Math.round(paint.painted)} ms, of which VS Code took ${Math.round(loaded)} ms to load its page`);
    }
    if (message.type !== 'ready') return parts.receive(message);
    ready = true;
    loaded = performance.now() - revealed;
    post();
  };

  const resolveWebviewView = (resolved: vscode.WebviewView): void => {
    revealed = performance.now();
    view = resolved;
    ready = false;
    const folders = ['dist', 'media'].map((name) => vscode.Uri.joinPath(parts.extensionUri, name));
    resolved.webview.options = { enableScripts: true, localResourceRoots: folders };
    resolved.webview.onDidReceiveMessage(receive);
    resolved.onDidChangeVisibility(() => {
      // A hidden webview is thrown away; it says "ready" again when it is back.
      ready = ready && resolved.visible;
      if (!resolved.visible) return;
      revealed = performance.now();
      parts.shown();
    });
    resolved.onDidDispose(() => {
      if (view === resolved) view = null;
    });
    resolved.webview.html = page(resolved.webview, parts.extensionUri);
    parts.shown();
  };

  const registered = vscode.window.registerWebviewViewProvider(views.summary, { resolveWebviewView });
  const listener = parts.onDidChangeState(postSoon);
  return {
    visible: () => view?.visible === true,
    lastPaint: () => paint,
    dispose: () => {
      clearTimeout(timer);
      listener.dispose();
      registered.dispose();
    },
  };
}

function page(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const uri = (...path: string[]): string => webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...path)).toString();
  return sidebarHtml({
    nonce: randomBytes(18).toString('base64url'),
    script: uri('dist', 'webview.js'),
    style: uri('media', 'sidebar.css'),
    language: 'en',
  });
}
