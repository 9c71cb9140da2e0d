import { homedir } from 'node:os';
import * as vscode from 'vscode';
import type { Logger } from '../model/logger.ts';
import { debounce } from './debounce.ts';
import { watchLogs } from './logWatch.ts';
import { settingNames } from './names.ts';
import type { OpenRepository, Repositories } from './repositories.ts';
import type { ScanReason, Scanner } from './scanner.ts';
import type { Settings } from './settings.ts';

export interface WatcherParts {
  readonly repositories: Repositories;
  readonly scanner: Scanner;
  readonly settings: Settings;
  readonly logger: Logger;
  /** Whether the person is looking at figures: then an agent's edits show at once, otherwise they can wait. */
  readonly watched: () => boolean;
}

/** Settings that figures depend on. */
const figureSettings = [settingNames.myAddresses, settingNames.defaultBranch, settingNames.extraLogHomes, settingNames.scanAutomatically];

/** Milliseconds of quiet, and the longest that constant change may put a scan off. */
const soon = { quiet: 250, longest: 1000 };
const later = { quiet: 20_000, longest: 60_000 };

/**
 * Scans again when HEAD, a ref or an agent's log changed, whoever changed it. VS Code's own watcher process does
 * the watching, so that nothing runs here while nothing happens.
 */
export function registerWatchers({ repositories, scanner, settings, logger, watched }: WatcherParts): vscode.Disposable {
  let perRepository: readonly vscode.Disposable[] = [];

  const scanAll = (why: ScanReason): void => {
    for (const { root } of repositories.all()) void scanner.scan(root, why);
  };
  const logsSoon = debounce(() => scanAll('an agent log changed'), soon.quiet, soon.longest);
  const logsLater = debounce(() => scanAll('an agent log changed'), later.quiet, later.longest);

  const watchRepositories = (): void => {
    dispose(perRepository);
    perRepository = settings.scanAutomatically() ? repositories.all().flatMap((one) => watchRepository(one, scanner)) : [];
  };
  const logs = watchLogs({
    homes: () => (settings.scanAutomatically() ? [homedir(), ...settings.extraLogHomes()] : []),
    env: process.env,
    watch: ({ folder, pattern }, changed) => watch(folder, pattern, changed),
    changed: () => (watched() ? logsSoon : logsLater).poke(),
  });
  const lookAtHomes = (): void => void logs.look().catch((error: unknown) => logger.error('watching agent logs failed', error));
  watchRepositories();
  lookAtHomes();
  const listeners = [
    repositories.onDidChange(watchRepositories),
    repositories.onDidMoveHead(({ root }) => {
      if (settings.scanAutomatically()) void scanner.scan(root, 'HEAD moved');
    }),
    settings.onDidChange((event) => {
      watchRepositories();
      lookAtHomes();
      if (settings.scanAutomatically() && figureSettings.some((name) => event.affectsConfiguration(name))) scanAll('a setting changed');
    }),
    // An agent may have been used here for the first time meanwhile.
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) lookAtHomes();
    }),
    logs,
    logsSoon,
    logsLater,
  ];
  return new vscode.Disposable(() => dispose([...listeners, ...perRepository]));
}

/**
 * A commit moves a ref and appends to a reflog; a checkout writes HEAD; a fetch writes refs, packed or not. Objects
 * are not watched: there are many and they say nothing.
 */
function watchRepository({ root, gitDir, commonDir }: OpenRepository, scanner: Scanner): readonly vscode.Disposable[] {
  const changed = debounce(() => void scanner.scan(root, 'the repository changed'), soon.quiet, soon.longest);
  const poke = (): void => changed.poke();
  return [
    changed,
    ...watch(gitDir, 'HEAD', poke),
    ...watch(`${gitDir}/logs`, 'HEAD', poke),
    ...watch(commonDir, 'packed-refs', poke),
    ...watch(`${commonDir}/refs`, '**', poke),
  ];
}

function watch(folder: string, pattern: string, changed: () => void): readonly vscode.Disposable[] {
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(vscode.Uri.file(folder), pattern));
  return [watcher, watcher.onDidChange(changed), watcher.onDidCreate(changed), watcher.onDidDelete(changed)];
}

function dispose(disposables: readonly { dispose(): unknown }[]): void {
  for (const one of disposables) one.dispose();
}
