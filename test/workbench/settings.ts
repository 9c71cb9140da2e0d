import type { Theme, VsCodeVersion } from './vscodeVersions.ts';

export type Settings = Readonly<Record<string, unknown>>;

/** A quiet workbench: nothing that opens, asks, updates or talks to another machine by itself. */
export const quietSettings: Settings = {
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'window.autoDetectColorScheme': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'extensions.verifySignature': false,
  'update.mode': 'none',
  'chat.disableAIFeatures': true,
  'git.autofetch': false,
  'git.openRepositoryInParentFolders': 'never',
  'files.simpleDialog.enable': true,
  'editor.accessibilitySupport': 'off',
  // Nothing is drawn while nothing happens.
  'editor.cursorBlinking': 'solid',
  'workbench.reduceMotion': 'on',
  'terminal.integrated.defaultProfile.linux': 'bash',
};

/** Workspace trust on, no question asked: what is opened stays in restricted mode. */
export const restrictedSettings: Settings = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
};

export function themeSettings(version: VsCodeVersion, theme: Theme): Settings {
  return { 'workbench.colorTheme': version.themes[theme].id };
}
