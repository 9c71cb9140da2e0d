import * as vscode from 'vscode';
import { HumanError } from '../model/humanError.ts';
import type { Logger } from '../model/logger.ts';
import type { SidebarMessage } from '../model/sidebarMessage.ts';
import type { CurrentRepository } from './currentRepository.ts';
import type { EvidenceTree } from './evidenceTree.ts';
import { commands, settingNames } from './names.ts';
import { openDifference } from './openEvidence.ts';
import type { Projects } from './projects.ts';
import type { ReadModelStore } from './readModelStore.ts';
import type { Settings } from './settings.ts';

export interface SidebarActionParts {
  readonly projects: Projects;
  readonly current: CurrentRepository;
  readonly store: ReadModelStore;
  readonly evidence: EvidenceTree;
  readonly settings: Settings;
  readonly logger: Logger;
}

type Request = Exclude<SidebarMessage, { type: 'ready' | 'painted' }>;

/** Does what the sidebar's buttons ask for. */
export function sidebarActions({ projects, current, store, evidence, settings, logger }: SidebarActionParts): (message: Request) => void {
  const act = async (message: Request): Promise<unknown> => {
    switch (message.type) {
      case 'scan':
        return await vscode.commands.executeCommand(commands.scan);
      case 'showUnseen':
        return await vscode.commands.executeCommand(commands.showUnseen);
      case 'cancel':
        return await vscode.commands.executeCommand(commands.cancelScan);
      case 'trust':
        return await vscode.commands.executeCommand('workbench.trust.manage');
      case 'openFolder':
        return await vscode.commands.executeCommand('workbench.action.files.openFolder');
      case 'showLog':
        return await vscode.commands.executeCommand(commands.openLog);
      case 'editAssumptions':
        return await vscode.commands.executeCommand('workbench.action.openSettings', settingNames.assumptions);
      case 'neverAsk':
        return await settings.stopAsking();
      case 'observeInline':
        return await vscode.workspace.getConfiguration().update(settingNames.observeInlineAccept, true, vscode.ConfigurationTarget.Global);
      case 'choose':
        return current.choose(message.root);
      case 'dismiss':
      case 'evidence':
      case 'diff':
      case 'answerWeek':
      case 'skipWeek':
        return await actOnReport(message);
    }
  };

  const actOnReport = async (message: Extract<Request, { type: 'dismiss' | 'evidence' | 'diff' | 'answerWeek' | 'skipWeek' }>): Promise<void> => {
    const root = current.get()?.root;
    const report = root === undefined ? null : store.get(root).report;
    if (root === undefined || report === null) return;
    if (message.type === 'diff') return await openDifference({ root, ...message });
    if (message.type === 'evidence') return await evidence.show({ root, report, title: message.title, filters: message.filters });
    if (message.type === 'dismiss') return store.update(root, { report: await projects.ask('dismiss', root, { key: message.key }) });
    const week = Date.parse(message.week);
    const answer = message.type === 'skipWeek' ? null : { saved: message.saved, fixing: message.fixing };
    store.update(root, { report: await projects.ask('answerWeek', root, { week, answer }) });
  };

  return (message) => {
    act(message).catch((error: unknown) => {
      logger.error(`'${message.type}' from the sidebar failed`, error);
      void vscode.window.showErrorMessage(HumanError.is(error) ? error.message : 'That did not work. The log of AI Net Value says why.');
    });
  };
}
