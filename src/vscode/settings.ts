import * as vscode from 'vscode';
import { containerId, settingNames } from './names.ts';

export interface Settings extends vscode.Disposable {
  /** Further addresses the person commits under. */
  readonly myAddresses: () => readonly string[];
  /** The branch that counts as merged in the repository at `root`; empty: found by itself. */
  readonly defaultBranch: (root: string) => string;
  /** Other homes with the person's own agent logs. */
  readonly extraLogHomes: () => readonly string[];
  readonly statusBar: () => boolean;
  readonly scanAutomatically: () => boolean;
  /** Assumptions of the method that the person set, by name. */
  readonly assumptions: () => Readonly<Record<string, number>>;
  /** Hours for 50 lines by hand as the person entered them (`0.5-2`); empty: nothing is entered. */
  readonly paceRange: () => string;
  /** Whether the sidebar may ask what a week felt like. */
  readonly askWeekly: () => boolean;
  /** The person wants not to be asked any more. */
  readonly stopAsking: () => Promise<void>;
  readonly observeInlineAccept: () => boolean;
  readonly onDidChange: vscode.Event<vscode.ConfigurationChangeEvent>;
}

/** The settings as typed values, read when asked for: VS Code keeps them, nothing here does. */
export function readSettings(): Settings {
  const changed = new vscode.EventEmitter<vscode.ConfigurationChangeEvent>();
  const listener = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(containerId)) changed.fire(event);
  });
  return {
    myAddresses: () => strings(settingNames.myAddresses),
    defaultBranch: (root) => {
      const value: unknown = vscode.workspace.getConfiguration(undefined, vscode.Uri.file(root)).get(settingNames.defaultBranch);
      return typeof value === 'string' ? value.trim() : '';
    },
    extraLogHomes: () => strings(settingNames.extraLogHomes),
    statusBar: () => flag(settingNames.statusBar),
    scanAutomatically: () => flag(settingNames.scanAutomatically),
    assumptions: () => numbers(settingNames.assumptions),
    paceRange: () => {
      const value: unknown = vscode.workspace.getConfiguration().get(settingNames.paceRange);
      return typeof value === 'string' ? value.trim() : '';
    },
    askWeekly: () => flag(settingNames.askWeekly),
    stopAsking: async () => await vscode.workspace.getConfiguration().update(settingNames.askWeekly, false, vscode.ConfigurationTarget.Global),
    observeInlineAccept: () => vscode.workspace.getConfiguration().get(settingNames.observeInlineAccept) === true,
    onDidChange: changed.event,
    dispose: () => {
      listener.dispose();
      changed.dispose();
    },
  };
}

function strings(name: string): readonly string[] {
  const value: unknown = vscode.workspace.getConfiguration().get(name);
  if (!Array.isArray(value)) return [];
  return value.filter((one): one is string => typeof one === 'string' && one.trim() !== '').map((one) => one.trim());
}

function numbers(name: string): Readonly<Record<string, number>> {
  const value: unknown = vscode.workspace.getConfiguration().get(name);
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
}

function flag(name: string): boolean {
  return vscode.workspace.getConfiguration().get(name) !== false;
}
