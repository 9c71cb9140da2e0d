import * as vscode from 'vscode';
import type { LiveCapture } from '../../capture/live/liveCapture.ts';
import type { Logger } from '../../model/logger.ts';
import { second } from '../../model/time.ts';
import { debounce } from '../debounce.ts';
import type { Projects } from '../projects.ts';
import type { ReadModelStore } from '../readModelStore.ts';
import { isAborted } from '../workerClient.ts';

/**
 * An agent writes a file, the editor takes it up, and a scan reads the agent's log: from then on the ledger knows
 * which of the lines are AI's, and the editor is told.
 */
export function recogniseDocuments(capture: Pick<LiveCapture, 'unrecognised' | 'recognise'>, projects: Projects, store: ReadModelStore, logger: Logger, wanted: () => boolean): vscode.Disposable {
  const scanned = new Set<string>();
  const ask = async (): Promise<void> => {
    for (const root of [...scanned]) {
      scanned.delete(root);
      for (const { file, version, text } of capture.unrecognised(root)) {
        if (!wanted()) return;
        capture.recognise(file, version, await projects.ask('recognise', root, { file, text }));
      }
    }
  };
  const soon = debounce(() => void ask().catch((error: unknown) => {
    if (!isAborted(error)) logger.error('AI text in open files could not be looked up', error);
  }), second, 5 * second);
  const listener = store.onDidChange((root) => {
    const { scanning, report } = store.get(root);
    if (scanning || report === null) return;
    scanned.add(root);
    soon.poke();
  });
  return vscode.Disposable.from(soon, listener);
}
