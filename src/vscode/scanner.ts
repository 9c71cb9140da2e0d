import * as vscode from 'vscode';
import { HumanError } from '../model/humanError.ts';
import type { Logger } from '../model/logger.ts';
import type { ProgressStep } from '../model/project.ts';
import { contextKeys } from './names.ts';
import type { Projects } from './projects.ts';
import type { ReadModelStore, RepositoryView } from './readModelStore.ts';
import { isAborted } from './workerClient.ts';

/** Why a scan is run; for the log, and because only a person's wish ends a stop. */
export type ScanReason = 'asked for' | 'opened' | 'the sidebar was opened' | 'HEAD moved' | 'the repository changed' | 'an agent log changed' | 'a setting changed';

export interface Scanner extends vscode.Disposable {
  /** Shows what is stored, without reading logs or history. Resolves also when that fails. */
  readonly load: (root: string) => Promise<void>;
  /** Brings a repository up to date, after those that wait already. Asked again meanwhile, it runs once more. */
  readonly scan: (root: string, why: ScanReason) => Promise<void>;
  readonly cancel: () => void;
  /** Whether it starts nothing by itself, since the person had everything erased. */
  readonly isStopped: () => boolean;
  /** Cancels, resolves when nothing runs any more, and starts nothing by itself until a person asks for it. */
  readonly stop: () => Promise<void>;
}

/** Milliseconds: a scan that is over by then is not worth moving the page for while figures are shown. */
const briefly = 700;

/** Runs scans one after another, each in the worker thread, and puts what they find into the store. */
export function createScanner(projects: Projects, store: ReadModelStore, logger: Logger): Scanner {
  const waiting = new Map<string, Promise<void>>();
  let last: Promise<void> = Promise.resolve();
  let running: AbortController | null = null;
  /** Raised by a cancel: what was waiting then does not start. */
  let wave = 0;
  let stopped = false;

  const scanOne = async (root: string, why: ScanReason): Promise<void> => {
    const started = performance.now();
    const controller = new AbortController();
    running = controller;
    store.update(root, { scanning: true, stopped: false, progress: null });
    const shownFrom = nothingToLookAt(store.get(root)) ? 0 : started + briefly;
    const progress = (step: ProgressStep): void => {
      if (performance.now() >= shownFrom) store.update(root, { progress: step });
    };
    setScanning(true);
    try {
      const { summary, report } = await projects.ask('scan', root, {}, { signal: controller.signal, progress });
      store.update(root, { report, problem: null });
      logger.info(`scanned ${summary.repo} in ${Math.round(performance.now() - started)} ms (${why}): ${summary.logs.files} logs, ${summary.logs.bytesRead} bytes, ${summary.commitsRead} commits`);
      for (const note of summary.notes) logger.info(note);
    } catch (error) {
      if (!isAborted(error)) fail(root, 'the scan failed', error);
      else {
        logger.info('the scan was cancelled');
        store.update(root, { stopped: true });
      }
    } finally {
      running = null;
      setScanning(false);
      store.update(root, { scanning: false, progress: null });
    }
  };

  const fail = (root: string, what: string, error: unknown): void => {
    logger.error(what, error);
    const problem = HumanError.is(error) ? error.message : 'Something went wrong that should not. The log says what.';
    store.update(root, { problem });
  };

  const cancel = (): void => {
    wave++;
    running?.abort();
  };

  return {
    load: async (root) => {
      try {
        const report = await projects.ask('report', root, {});
        // A scan may have been faster.
        if (store.get(root).report === null) store.update(root, { report });
      } catch (error) {
        if (!isAborted(error)) fail(root, 'reading what is stored failed', error);
      }
    },
    scan: (root, why) => {
      if (why === 'asked for') stopped = false;
      if (stopped) return Promise.resolve();
      const already = waiting.get(root);
      if (already !== undefined) return already;
      const asked = wave;
      const turn = last.then(async () => {
        waiting.delete(root);
        if (asked === wave) await scanOne(root, why);
      });
      waiting.set(root, turn);
      last = turn;
      return turn;
    },
    cancel,
    isStopped: () => stopped,
    stop: async () => {
      stopped = true;
      cancel();
      await last;
    },
    dispose: cancel,
  };
}

function nothingToLookAt({ report }: RepositoryView): boolean {
  return report === null || report.window.lastActivity === null;
}

function setScanning(scanning: boolean): void {
  void vscode.commands.executeCommand('setContext', contextKeys.scanning, scanning);
}
