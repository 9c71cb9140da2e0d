import { join } from 'node:path';
import * as vscode from 'vscode';
import { HumanError } from '../model/humanError.ts';
import type { Logger } from '../model/logger.ts';
import { registerCommand } from './command.ts';
import type { CurrentRepository } from './currentRepository.ts';
import { commands } from './names.ts';
import type { Projects } from './projects.ts';
import type { OpenRepository } from './repositories.ts';

/** The report as Markdown on the clipboard, and as a file of its own. */
export function registerReportCommands(projects: Projects, current: CurrentRepository, logger: Logger): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(commands.copySummary, logger, async () => {
      const { root } = theRepository(current);
      await vscode.env.clipboard.writeText(await projects.ask('markdown', root, {}));
      vscode.window.setStatusBarMessage('The summary is on the clipboard.', 4000);
    }),
    registerCommand(commands.exportReport, logger, async () => {
      const { root, name } = theRepository(current);
      const target = await vscode.window.showSaveDialog({
        title: 'Export the report',
        saveLabel: 'Export',
        defaultUri: vscode.Uri.file(join(root, '..', `${name}-ai-net-value.html`)),
        filters: { 'Web page': ['html'] },
      });
      if (target === undefined) return;
      await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(await projects.ask('html', root, {})));
      vscode.window.setStatusBarMessage(`The report is in ${target.fsPath}.`, 6000);
    }),
  );
}

/** The repository commands are about; says what to do when there is none. */
export function theRepository(current: CurrentRepository): OpenRepository {
  const repository = current.get();
  if (repository === null) throw new HumanError('No git repository is open. Open a folder that lies in one.');
  return repository;
}
