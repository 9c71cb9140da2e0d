import * as vscode from 'vscode';
import { HumanError } from '../model/humanError.ts';
import type { Logger } from '../model/logger.ts';
import type { ReadModel } from '../model/readModel.ts';
import type { EvidenceFilter } from '../model/readModelParts.ts';
import { plural } from '../report/words.ts';
import { type EvidenceNode, evidenceNodes } from './evidenceNodes.ts';
import { innerCommands, views } from './names.ts';
import type { Projects } from './projects.ts';
import { isAborted } from './workerClient.ts';

export interface EvidenceRequest {
  readonly root: string;
  /** The figure, in words. */
  readonly title: string;
  readonly filters: readonly EvidenceFilter[];
  /** The report the figure stands in. */
  readonly report: ReadModel;
}

export interface EvidenceTree extends vscode.Disposable {
  readonly show: (request: EvidenceRequest) => Promise<void>;
  readonly clear: () => void;
}

/** The native tree with the lines behind the figure that was clicked last. */
export function registerEvidenceTree(projects: Projects, logger: Logger): EvidenceTree {
  const changed = new vscode.EventEmitter<void>();
  let root = '';
  let nodes: readonly EvidenceNode[] = [];
  let asking: AbortController | null = null;

  const tree = vscode.window.createTreeView<EvidenceNode>(views.evidence, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node) => [...(node?.children ?? nodes)],
      getParent: () => undefined,
      getTreeItem: (node) => treeItem(node, root),
    },
  });
  const fill = (found: readonly EvidenceNode[], message: string | undefined): void => {
    nodes = found;
    tree.message = message ?? '';
    changed.fire();
  };

  const show = async (request: EvidenceRequest): Promise<void> => {
    asking?.abort();
    const controller = new AbortController();
    asking = controller;
    root = request.root;
    tree.description = request.title;
    fill([], 'Looking for the lines…');
    await vscode.commands.executeCommand(`${views.evidence}.focus`);
    try {
      const { window, repo } = request.report;
      const seen = { since: Date.parse(window.since), until: Date.parse(window.until), knownUntil: Date.parse(repo.knownUntil), asOf: Date.parse(window.asOf) };
      const lines = await projects.ask('evidence', root, { filters: request.filters, seen }, { signal: controller.signal });
      fill(evidenceNodes(lines), lines.length === 0 ? 'No line is behind this figure any more. The repository may have changed: scan again.' : undefined);
      tree.description = `${request.title}: ${plural(lines.length, 'line')}`;
    } catch (error) {
      if (isAborted(error)) return;
      logger.error('the lines behind a figure could not be read', error);
      fill([], HumanError.is(error) ? error.message : 'The lines could not be read. The log says why.');
    }
  };

  return {
    show,
    clear: () => {
      tree.description = '';
      fill([], undefined);
    },
    dispose: () => {
      asking?.abort();
      tree.dispose();
      changed.dispose();
    },
  };
}

function treeItem({ id, label, description, tooltip, icon, expanded, children, line }: EvidenceNode, root: string): vscode.TreeItem {
  const { None, Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, children.length === 0 ? None : expanded ? Expanded : Collapsed);
  item.id = id;
  item.description = description;
  item.tooltip = tooltip;
  item.iconPath = new vscode.ThemeIcon(icon);
  item.accessibilityInformation = { label: `${label}, ${description}` };
  if (line !== null) item.command = { command: innerCommands.openLine, title: 'Open', arguments: [root, line] };
  return item;
}
