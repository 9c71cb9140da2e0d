import { join } from 'node:path';
import type * as vscode from 'vscode';
import type { SidebarState } from './model/sidebarState.ts';
import { registerCommitDocuments } from './vscode/commitDocuments.ts';
import { followCurrentRepository } from './vscode/currentRepository.ts';
import { registerDataCommands } from './vscode/dataCommands.ts';
import { registerEvidenceTree } from './vscode/evidenceTree.ts';
import { registerExplainLine } from './vscode/explainLine.ts';
import { registerLive } from './vscode/live/registerLive.ts';
import { followHoursSettings } from './vscode/hoursSettings.ts';
import { createLogger } from './vscode/logger.ts';
import { machineName } from './vscode/machine.ts';
import { registerOpenEvidence } from './vscode/openEvidence.ts';
import { openProjects } from './vscode/projects.ts';
import { createReadModelStore } from './vscode/readModelStore.ts';
import { registerReportCommands } from './vscode/reportCommands.ts';
import { openRepositories } from './vscode/repositories.ts';
import { registerScanCommands } from './vscode/scanCommands.ts';
import { createScanner } from './vscode/scanner.ts';
import { readSettings } from './vscode/settings.ts';
import { type Paint, registerSidebar } from './vscode/sidebar.ts';
import { sidebarActions } from './vscode/sidebarActions.ts';
import { followSidebarState } from './vscode/sidebarStateSource.ts';
import { registerStartup } from './vscode/startup.ts';
import { registerStatusBar } from './vscode/statusBar.ts';
import { registerUnseenCommand } from './vscode/unseenCommand.ts';
import { registerWatchers } from './vscode/watcher.ts';
import { createWorkerClient } from './vscode/workerClient.ts';

/** What tests inside the host may ask. */
export interface ExtensionApi {
  readonly activationMilliseconds: number;
  readonly sidebarState: () => SidebarState;
  /** Null before the sidebar was opened. */
  readonly lastPaint: () => Paint | null;
}

/** What the window still has to tell before it ends. */
let finish = (): Promise<void> => Promise.resolve();

/** Builds the parts in the order the data flows: repositories → worker → store → what shows it → what starts it. */
export function activate({ extensionUri, storageUri, subscriptions }: vscode.ExtensionContext): ExtensionApi {
  const started = performance.now();
  const logger = createLogger();
  const settings = readSettings();
  const repositories = openRepositories(logger);
  const current = followCurrentRepository(repositories);
  const worker = createWorkerClient(join(extensionUri.fsPath, 'dist', 'worker.js'), logger);
  const projects = openProjects(worker, settings);

  const store = createReadModelStore();
  const scanner = createScanner(projects, store, logger);
  const live = registerLive({ workspace: storageUri, repositories, projects, scanner, store, settings, logger });
  const shown = followSidebarState({ repositories, current, store, settings, unseen: live.unseen, machine: machineName() });

  const evidence = registerEvidenceTree(projects, logger);
  const receive = sidebarActions({ projects, current, store, evidence, settings, logger });
  const sidebar = registerSidebar({ extensionUri, logger, ...shown, receive, shown: () => startup.shown() });
  const statusBar = registerStatusBar({ settings, ...shown });

  const watch = (): vscode.Disposable => registerWatchers({ repositories, scanner, settings, logger, watched: sidebar.visible });
  const startup = registerStartup({ repositories, scanner, settings, logger, watch });

  const parts = [
    ...[logger, settings, repositories, current, store, scanner, shown, evidence, sidebar, statusBar, startup],
    live,
    followHoursSettings({ projects, repositories, store, settings, logger }),
    registerUnseenCommand(live.unseen, current, logger),
    registerOpenEvidence(),
    registerCommitDocuments(projects),
    registerExplainLine(repositories, projects, live.unseen, logger),
    registerScanCommands(repositories, scanner, logger),
    registerReportCommands(projects, current, logger),
    registerDataCommands({ projects, current, store, scanner, evidence, live, logger }),
  ];
  // VS Code disposes of them in this order: what is kept at the end still needs what it was built on.
  subscriptions.push(...parts.toReversed());
  finish = async () => {
    await live.finish();
    worker.dispose();
  };
  const activationMilliseconds = performance.now() - started;
  logger.info(`activated in ${activationMilliseconds.toFixed(1)} ms`);
  return { activationMilliseconds, sidebarState: shown.state, lastPaint: sidebar.lastPaint };
}

/** VS Code waits for it a few seconds, and disposes of the parts meanwhile: the worker goes when it has been told. */
export function deactivate(): Promise<void> {
  return finish();
}
