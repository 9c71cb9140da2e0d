import * as vscode from 'vscode';
import type { Logger } from '../model/logger.ts';
import type { Repositories } from './repositories.ts';
import type { Scanner } from './scanner.ts';
import type { Settings } from './settings.ts';

export interface StartupParts {
  readonly repositories: Repositories;
  readonly scanner: Scanner;
  readonly settings: Settings;
  readonly logger: Logger;
  /** Begins to watch; asked once, when there is something to watch. */
  readonly watch: () => vscode.Disposable;
}

export interface Startup extends vscode.Disposable {
  /** The sidebar is open: what it shows must be up to date, and must not wait for a quiet moment. */
  readonly shown: () => void;
}

/** Milliseconds after activation: VS Code itself is still busy opening then. */
const quietMoment = 1500;

/**
 * Decides when the first work is done: in a quiet moment after start-up, or as soon as the sidebar opens, and never
 * before the workspace is trusted.
 *
 *     activation ── quietMoment ─► repositories ─► what is stored ─► scan ─► watchers
 *          └─ sidebar opened ───►
 */
export function registerStartup({ repositories, scanner, settings, logger, watch }: StartupParts): Startup {
  const disposables: vscode.Disposable[] = [];
  const seen = new Set<string>();
  let begun: Promise<void> | null = null;

  const takeUp = (): void => {
    for (const { root } of repositories.all()) {
      if (seen.has(root)) continue;
      seen.add(root);
      void scanner.load(root);
      if (settings.scanAutomatically()) void scanner.scan(root, 'opened');
    }
  };
  const begin = async (): Promise<void> => {
    await repositories.start();
    takeUp();
    disposables.push(repositories.onDidChange(takeUp), watch());
  };
  const beginOnce = (): void => {
    if (begun !== null || !vscode.workspace.isTrusted) return;
    begun = begin().catch((error: unknown) => logger.error('starting failed', error));
  };

  const timer = setTimeout(beginOnce, quietMoment);
  disposables.push(vscode.workspace.onDidGrantWorkspaceTrust(beginOnce));
  return {
    shown: () => {
      const first = begun === null;
      beginOnce();
      if (first || !settings.scanAutomatically() || !vscode.workspace.isTrusted) return;
      // While nobody looked, agents' edits were left waiting.
      for (const { root } of repositories.all()) void scanner.scan(root, 'the sidebar was opened');
    },
    dispose: () => {
      clearTimeout(timer);
      for (const one of disposables) one.dispose();
    },
  };
}
