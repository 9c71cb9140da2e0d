import * as vscode from 'vscode';
import { HumanError } from '../model/humanError.ts';
import { parsePaceRange } from '../report/paceRange.ts';
import type { Settings } from './settings.ts';
import type { Answer, Ask, CallName } from './worker/protocol.ts';
import type { CallOptions, WorkerClient } from './workerClient.ts';

/** The one gate between the editor and repositories: nothing passes it while the workspace is not trusted. */
export interface Projects {
  /** Asks the worker about the repository at `root`; throws a HumanError in restricted mode. */
  ask<Name extends CallName>(name: Name, root: string, ask: Ask<Name>, options?: CallOptions): Promise<Answer<Name>>;
}

export function openProjects(worker: WorkerClient, settings: Settings): Projects {
  return {
    ask: async (name, root, ask, options) => {
      requireTrust();
      const address = {
        repoDir: root,
        ledgerFile: null,
        homes: settings.extraLogHomes(),
        addresses: settings.myAddresses(),
        defaultBranch: settings.defaultBranch(root),
        assumptions: settings.assumptions(),
        paceRange: settings.paceRange() === '' ? null : parsePaceRange(settings.paceRange()),
      };
      return await worker.call(name, address, ask, options);
    },
  };
}

/** A repository's own settings can start programs through git, so none is run where the person has not agreed. */
export function requireTrust(): void {
  if (!vscode.workspace.isTrusted) throw new HumanError('This workspace is in restricted mode, so no git command is run. Trust it to see its figures.');
}
