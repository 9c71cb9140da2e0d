import { createHash, randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { followAttention } from '../../capture/live/attention.ts';
import { startLiveCapture } from '../../capture/live/liveCapture.ts';
import type { LiveCapture } from '../../capture/live/liveCapture.ts';
import { windowFilesOf } from '../../ledger/ledgerFiles.ts';
import { ledgerLocation } from '../../ledger/location.ts';
import type { Observed } from '../../model/observed.ts';
import { minute, second } from '../../model/time.ts';
import { thisMachine } from '../../scan/machine.ts';
import { debounce } from '../debounce.ts';
import type { LogChannel } from '../logger.ts';
import type { Projects } from '../projects.ts';
import type { ReadModelStore } from '../readModelStore.ts';
import type { Repositories } from '../repositories.ts';
import type { Scanner } from '../scanner.ts';
import type { Settings } from '../settings.ts';
import { isAborted } from '../workerClient.ts';
import { registerAcceptCommands } from './acceptCommands.ts';
import { editingSign, registerAttentionSigns } from './attentionSigns.ts';
import { changeLine } from './changeLine.ts';
import { checkedOutBranches } from './checkedOutBranches.ts';
import { registerDiskSignals } from './diskSignals.ts';
import { registerEditorSignals } from './editorSignals.ts';
import { liveDocuments } from './liveDocuments.ts';
import { neverOnScreen } from './neverOnScreen.ts';
import type { NeverOnScreen } from './neverOnScreen.ts';
import { recogniseDocuments } from './recogniseDocuments.ts';
import { spanStorage } from './spanStorage.ts';

export interface LiveParts {
  /** What tells this workspace from others, on this machine; undefined where there is none. */
  readonly workspace: vscode.Uri | undefined;
  readonly repositories: Repositories;
  readonly projects: Projects;
  readonly scanner: Scanner;
  readonly store: ReadModelStore;
  readonly settings: Settings;
  readonly logger: LogChannel;
}

/** Milliseconds from an accepted edit until it is handed over, and between hand-overs of everything else. */
const soon = 4 * second;
const later = 5 * minute;
/** From a save until the lines typed in it are handed over. */
const typedAfter = { quiet: 30 * second, longest: 2 * minute };
/** From a change until it is kept for the next window. */
const keptAfter = { quiet: 20 * second, longest: 2 * minute };

export interface Live extends vscode.Disposable {
  /** Hands over what was seen last: its text is in memory only, and gone with the window. */
  readonly finish: () => Promise<void>;
  /** The person had everything erased. */
  readonly erase: () => void;
  readonly unseen: NeverOnScreen;
}

/**
 * Watches edits as they are made: which text a person accepted from an AI tool, which they typed, and what they
 * attended to. Text stays in memory until the worker has made fingerprints of it.
 *
 *     editor, disk ─► capture ─┬─ edits, counts ─┐
 *     window, terminal ─► attention ─ intervals ─┴─► worker ─► ledger ─► which lines are AI's
 */
export function registerLive({ workspace, repositories, projects, scanner, store, settings, logger }: LiveParts): Live {
  const wanted = (): boolean => vscode.workspace.isTrusted && settings.scanAutomatically() && !scanner.isStopped();
  const documents = liveDocuments(repositories, wanted);
  const attention = followAttention();
  const handOver = async (all: boolean): Promise<void> => {
    const at = Date.now();
    const seen = capture.take(at, all);
    const activity = attention.take(at);
    for (const root of new Set([...seen.keys(), ...activity.keys()])) {
      if (!wanted()) return;
      const observed: Observed = { edits: [], typed: [], afterAccepts: [], counts: { characters: 0, unknown: 0 }, ...seen.get(root), activity: activity.get(root) ?? [] };
      await projects.ask('keepObserved', root, observed);
    }
  };
  const handOverNow = (all: boolean): Promise<void> =>
    handOver(all).catch((error: unknown) => {
      if (!isAborted(error)) logger.error('what the editor saw could not be kept', error);
    });
  const accepts = debounce(() => void handOverNow(false), soon, minute);
  const saves = debounce(() => void handOverNow(false), typedAfter.quiet, typedAfter.longest);
  const branches = checkedOutBranches(repositories, logger);
  const timer = setInterval(() => void handOverNow(false), later);

  const kept = spanStorage(workspace === undefined ? undefined : windowFilesOf(ledgerLocation(thisMachine()), nameOf(workspace)), logger);
  const keep = debounce(() => saveKept(), keptAfter.quiet, keptAfter.longest);
  const saveKept = (): void => {
    if (wanted()) kept.save(capture.keep(Date.now()));
  };
  const edited = editingSign(attention, (file, from, to) => capture.hasAi(file, from, to));
  const capture: LiveCapture = startLiveCapture({
    session: randomUUID(),
    key: kept.key,
    branchOf: branches.of,
    onSettled: (document, change) => {
      logger.trace(() => changeLine(document, change));
      edited(document, change);
      keep.poke();
    },
  });
  const saved: LiveCapture['saved'] = (file, at) => {
    capture.saved(file, at);
    saves.poke();
  };
  const openKept = (): void => {
    for (const document of vscode.workspace.textDocuments) {
      const live = documents.of(document);
      if (live !== null) capture.opened(live);
    }
  };
  const takeUp = async (): Promise<void> => {
    const left = await kept.load();
    if (left !== null) capture.restore(left, Date.now());
    openKept();
  };
  takeUp().catch((error: unknown) => logger.error('what the last window knew of open files could not be read', error));
  const unseen = neverOnScreen(documents, projects, store, logger, wanted);
  const parts = vscode.Disposable.from(
    unseen,
    documents,
    registerAcceptCommands((...accept) => {
      capture.accepted(...accept);
      accepts.poke();
    }),
    registerEditorSignals({ ...capture, saved }, documents),
    // A commit is read at once: what was accepted before it has to be known by then.
    registerDiskSignals(capture, repositories, (repository) => {
      void handOverNow(true);
      branches.readAgain(repository);
    }),
    registerAttentionSigns(attention, repositories, wanted),
    accepts,
    saves,
    branches,
    keep,
    repositories.onDidChange(openKept),
    recogniseDocuments(capture, projects, store, logger, wanted),
    new vscode.Disposable(() => clearInterval(timer)),
  );
  return {
    finish: () => handOverNow(true),
    erase: () => kept.erase(),
    unseen,
    dispose: () => {
      saveKept();
      parts.dispose();
    },
  };
}

function nameOf(workspace: vscode.Uri): string {
  return createHash('sha256').update(workspace.fsPath).digest('hex').slice(0, 16);
}
