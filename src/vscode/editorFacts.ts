import * as vscode from 'vscode';
import type { EditorFacts } from '../model/sidebarState.ts';
import { otherSide } from './otherSide.ts';
import type { Settings } from './settings.ts';
import { type InstalledExtension, activeSources, activeCompletions } from './toolExtensions.ts';

/** What this window knows of where AI-written code comes from. */
export function editorFacts(settings: Settings, unseen: EditorFacts['unseen']): EditorFacts {
  const extensions = vscode.extensions.all.map(factsOf);
  return {
    activeSources: activeSources(extensions),
    completions: activeCompletions(extensions),
    observing: settings.observeInlineAccept(),
    otherSide: vscode.env.uiKind === vscode.UIKind.Web ? null : otherSide(vscode.env.remoteName, process.platform),
    unseen,
  };
}

function factsOf({ id, isActive, packageJSON }: vscode.Extension<unknown>): InstalledExtension {
  const { displayName, isBuiltin } = packageJSON as { readonly displayName?: unknown; readonly isBuiltin?: unknown };
  return { id: id.toLowerCase(), active: isActive, builtIn: isBuiltin === true, name: typeof displayName === 'string' && !displayName.startsWith('%') ? displayName : id };
}
