import { inspect } from 'node:util';
import * as vscode from 'vscode';
import { HumanError } from '../model/humanError.ts';
import type { Logger } from '../model/logger.ts';

export interface LogChannel extends Logger, vscode.Disposable {
  /** For what is said of every key: the line is made only at the level that shows it. */
  trace(line: () => string): void;
  show(): void;
}

/** The output channel "AI Net Value". Its level is the person's choice in the channel's own menu. */
export function createLogger(): LogChannel {
  const channel = vscode.window.createOutputChannel('AI Net Value', { log: true });
  return {
    trace: (line) => {
      if (channel.logLevel === vscode.LogLevel.Trace) channel.trace(line());
    },
    debug: (message) => channel.debug(message),
    info: (message) => channel.info(message),
    warn: (message) => channel.warn(message),
    error: (message, error) => channel.error(error === undefined ? message : `${message}: ${described(error)}`),
    show: () => channel.show(true),
    dispose: () => channel.dispose(),
  };
}

/** A HumanError by its message; anything else is a bug and comes with its stack. */
function described(error: unknown): string {
  if (HumanError.is(error)) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : inspect(error);
}
