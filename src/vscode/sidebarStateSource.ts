import * as vscode from 'vscode';
import type { SidebarState } from '../model/sidebarState.ts';
import type { CurrentRepository } from './currentRepository.ts';
import { editorFacts } from './editorFacts.ts';
import type { NeverOnScreen } from './live/neverOnScreen.ts';
import { contextKeys } from './names.ts';
import type { ReadModelStore } from './readModelStore.ts';
import type { Repositories } from './repositories.ts';
import type { Settings } from './settings.ts';
import { sidebarStateOf } from './sidebarState.ts';
import { countUnseen } from './unseenText.ts';

export interface SidebarStateParts {
  readonly repositories: Repositories;
  readonly current: CurrentRepository;
  readonly store: ReadModelStore;
  readonly settings: Settings;
  readonly unseen: NeverOnScreen;
  readonly machine: string;
}

export interface SidebarStateSource extends vscode.Disposable {
  readonly state: () => SidebarState;
  readonly onDidChangeState: vscode.Event<void>;
}

/** The one state that sidebar and status bar show, and when it changes. */
export function followSidebarState({ repositories, current, store, settings, unseen, machine }: SidebarStateParts): SidebarStateSource {
  const changed = new vscode.EventEmitter<void>();
  const { workspace } = vscode;
  let hasReport = false;

  const state = (): SidebarState => {
    const one = current.get();
    const lines = one === null ? null : unseen.lines(one.root);
    return sidebarStateOf({
      trusted: workspace.isTrusted,
      folderOpen: (workspace.workspaceFolders ?? []).length > 0,
      looked: repositories.looked(),
      repositories: repositories.all(),
      current: one,
      view: one === null ? null : store.get(one.root),
      automatic: settings.scanAutomatically(),
      askWeekly: settings.askWeekly(),
      machine,
      editor: editorFacts(settings, lines === null ? null : countUnseen(lines)),
    });
  };
  const change = (): void => {
    const report = state().kind === 'report';
    if (report !== hasReport) void vscode.commands.executeCommand('setContext', contextKeys.hasReport, report);
    hasReport = report;
    changed.fire();
  };
  const listeners = [
    current.onDidChange(change),
    repositories.onDidLook(change),
    settings.onDidChange(change),
    unseen.onDidChange(change),
    vscode.extensions.onDidChange(change),
    workspace.onDidGrantWorkspaceTrust(change),
    workspace.onDidChangeWorkspaceFolders(change),
    store.onDidChange((root) => {
      if (root === current.get()?.root) change();
    }),
    changed,
  ];
  return { state, onDidChangeState: changed.event, dispose: () => void vscode.Disposable.from(...listeners).dispose() };
}
