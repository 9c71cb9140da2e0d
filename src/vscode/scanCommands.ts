import * as vscode from 'vscode';
import { HumanError } from '../model/humanError.ts';
import type { Logger } from '../model/logger.ts';
import { registerCommand } from './command.ts';
import type { LogChannel } from './logger.ts';
import { commands, views } from './names.ts';
import { requireTrust } from './projects.ts';
import type { Repositories } from './repositories.ts';
import type { Scanner } from './scanner.ts';

/** Scanning, and getting to see what it found. */
export function registerScanCommands(repositories: Repositories, scanner: Scanner, logger: Logger & Pick<LogChannel, 'show'>): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(commands.scan, logger, async () => {
      requireTrust();
      await repositories.start();
      if (repositories.all().length === 0) throw new HumanError('No git repository is open. Open a folder that lies in one.');
      await Promise.all(repositories.all().map(({ root }) => scanner.scan(root, 'asked for')));
    }),
    registerCommand(commands.cancelScan, logger, () => scanner.cancel()),
    registerCommand(commands.showSidebar, logger, async () => void (await vscode.commands.executeCommand(`${views.summary}.focus`))),
    registerCommand(commands.openLog, logger, () => logger.show()),
  );
}
