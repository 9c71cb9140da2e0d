import * as vscode from 'vscode';
import type { SidebarState } from '../model/sidebarState.ts';
import { commands } from './names.ts';
import type { Settings } from './settings.ts';
import { statusTextOf } from './statusText.ts';

export interface StatusBarParts {
  readonly settings: Settings;
  readonly state: () => SidebarState;
  readonly onDidChangeState: vscode.Event<unknown>;
}

/** The one status-bar item. A click opens the sidebar. */
export function registerStatusBar({ settings, state, onDidChangeState }: StatusBarParts): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('aiNetValue.status', vscode.StatusBarAlignment.Left, -10);
  item.name = 'AI Net Value';
  item.command = commands.showSidebar;
  const draw = (): void => {
    const told = settings.statusBar() ? statusTextOf(state()) : null;
    if (told === null) return item.hide();
    item.text = told.text;
    item.tooltip = told.tooltip;
    item.accessibilityInformation = { label: told.tooltip };
    item.show();
  };
  const listeners = [onDidChangeState(draw), settings.onDidChange(draw)];
  draw();
  return vscode.Disposable.from(item, ...listeners);
}
