import type { ReadModel } from './readModel.ts';

/** How far a scan is; `total` is null while unknown. */
export interface SidebarProgress {
  readonly name: string;
  readonly done: number;
  readonly total: number | null;
}

/** A repository that can be chosen. */
export interface SidebarRepository {
  /** Absolute path of its working tree. */
  readonly root: string;
  readonly name: string;
}

/** AI code that no remote has yet and that was never on the screen of this window. In memory only. */
export interface UnseenCode {
  readonly lines: number;
  readonly files: number;
}

/** What only the editor knows of where AI-written code comes from. */
export interface EditorFacts {
  /** Sources of capture whose tool's extension is installed and active here, by their id. */
  readonly activeSources: readonly string[];
  /** An installed and active extension that completes code inline, as it calls itself; null without any. */
  readonly completions: string | null;
  /** Whether accepted inline suggestions are observed. */
  readonly observing: boolean;
  /** Whose logs are read where there are two sides (WSL, a remote machine, a container), and where those of the other side lie; null with one side only. */
  readonly otherSide: string | null;
  /** Null while it is not known. */
  readonly unseen: UnseenCode | null;
}

/**
 * All that the sidebar draws. The host makes it, the webview renders it; nothing else flows that way.
 *
 *   restricted   the workspace is not trusted: no git is run
 *   norepo       no folder is open, or none of them lies in a repository
 *   waiting      nothing is known yet and scans start only when asked for
 *   scanning     nothing is known yet and a scan runs or is about to
 *   error        the first scan failed
 *   report       there is a read model; `progress` while it is being brought up to date
 */
export type SidebarState =
  | { readonly kind: 'restricted' }
  | { readonly kind: 'norepo'; readonly folderOpen: boolean }
  | { readonly kind: 'waiting'; readonly repositories: readonly SidebarRepository[]; readonly root: string }
  | { readonly kind: 'scanning'; readonly repositories: readonly SidebarRepository[]; readonly root: string; readonly progress: SidebarProgress | null }
  | { readonly kind: 'error'; readonly repositories: readonly SidebarRepository[]; readonly root: string; readonly message: string }
  | {
      readonly kind: 'report';
      readonly repositories: readonly SidebarRepository[];
      readonly root: string;
      readonly report: ReadModel;
      /** Null when no scan runs. */
      readonly progress: SidebarProgress | null;
      /** Why the figures could not be brought up to date; null when they are. What is shown is older then. */
      readonly problem: string | null;
      /** Where the ledger lives, for people: `this computer`, or the remote's name. */
      readonly machine: string;
      readonly editor: EditorFacts;
    };

/** What the host tells the webview. */
export interface StateMessage {
  readonly type: 'state';
  readonly state: SidebarState;
}
