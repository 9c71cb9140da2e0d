import * as vscode from 'vscode';
import type { Logger } from '../model/logger.ts';

/** What is used of the built-in git extension's API, version 1. */
export interface GitRepository {
  readonly rootUri: vscode.Uri;
  readonly state: { readonly HEAD: { readonly commit?: string } | undefined; readonly onDidChange: vscode.Event<void> };
  /** The unified diff of one file between HEAD and the disk. */
  diffWithHEAD(path: string): Promise<string>;
}

export interface GitApi {
  readonly git: { readonly path: string };
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: vscode.Event<GitRepository>;
  readonly onDidCloseRepository: vscode.Event<GitRepository>;
}

interface GitExtensionExports {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** The git extension's API, or null where it is missing or switched off: everything works without it, only less at once. */
export async function gitExtension(logger: Logger): Promise<GitApi | null> {
  const extension = vscode.extensions.getExtension<GitExtensionExports>('vscode.git');
  if (extension === undefined) return null;
  try {
    const exported = extension.isActive ? extension.exports : await extension.activate();
    return exported.enabled ? exported.getAPI(1) : null;
  } catch (error) {
    logger.warn(`the git extension can't be used: ${String(error)}`);
    return null;
  }
}
