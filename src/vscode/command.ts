import * as vscode from 'vscode';
import { HumanError } from '../model/humanError.ts';
import type { Logger } from '../model/logger.ts';
import { isAborted } from './workerClient.ts';

/** A command that a person runs: what goes wrong is told where they look, and the log keeps the rest. */
export function registerCommand(id: string, logger: Logger, run: () => Promise<void> | void): vscode.Disposable {
  return vscode.commands.registerCommand(id, async () => {
    try {
      await run();
    } catch (error) {
      if (isAborted(error)) return;
      logger.error(`${id} failed`, error);
      // The person asked for something and waits: this is an answer, not a notification.
      const told = HumanError.is(error) ? error.message : 'That did not work, and it is a fault of AI Net Value. The log says what happened.';
      void vscode.window.showErrorMessage(told);
    }
  });
}
