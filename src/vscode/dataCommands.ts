import * as vscode from 'vscode';
import type { Logger } from '../model/logger.ts';
import { plural } from '../report/words.ts';
import { registerCommand } from './command.ts';
import type { CurrentRepository } from './currentRepository.ts';
import type { EvidenceTree } from './evidenceTree.ts';
import type { Live } from './live/registerLive.ts';
import { machineName } from './machine.ts';
import { commands, storedScheme } from './names.ts';
import type { Projects } from './projects.ts';
import type { ReadModelStore } from './readModelStore.ts';
import { theRepository } from './reportCommands.ts';
import type { Scanner } from './scanner.ts';
import { storedText } from './storedText.ts';

export interface DataParts {
  readonly projects: Projects;
  readonly current: CurrentRepository;
  readonly store: ReadModelStore;
  readonly scanner: Scanner;
  readonly evidence: EvidenceTree;
  readonly live: Live;
  readonly logger: Logger;
}

const eraseIt = 'Erase everything';
const storedUri = vscode.Uri.from({ scheme: storedScheme, path: '/What AI Net Value stores.md' });

/** What is stored, and erasing it. */
export function registerDataCommands({ projects, current, store, scanner, evidence, live, logger }: DataParts): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  let text = '';
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(storedScheme, { onDidChange: changed.event, provideTextDocumentContent: () => text }),
    registerCommand(commands.showStored, logger, async () => {
      text = storedText(await projects.ask('stored', theRepository(current).root, {}), machineName());
      changed.fire(storedUri);
      await showMarkdown(storedUri);
    }),
    registerCommand(commands.eraseData, logger, async () => {
      const { root } = theRepository(current);
      const detail =
        'The ledger and its key are removed, for all your repositories and editors on this machine. Git repositories and agent logs stay as they are. A later scan can find again only what they still hold.';
      const answer = await vscode.window.showWarningMessage('Erase all that AI Net Value has stored?', { modal: true, detail }, eraseIt);
      if (answer !== eraseIt) return;
      await scanner.stop();
      const { files, repositories } = await projects.ask('erase', root, {});
      live.erase();
      evidence.clear();
      store.clear();
      logger.info(`erased ${files.join(', ')}`);
      vscode.window.setStatusBarMessage(`Erased: ${plural(files.length, 'file')}, ${plural(repositories, 'repository', 'repositories')}.`, 6000);
    }),
  );
}

/** As a page where VS Code's own Markdown preview is there, else as text. Read-only: closing it asks nothing. */
async function showMarkdown(uri: vscode.Uri): Promise<void> {
  if (vscode.extensions.getExtension('vscode.markdown-language-features') === undefined) await vscode.window.showTextDocument(uri, { preview: true });
  else await vscode.commands.executeCommand('markdown.showPreview', uri);
}
