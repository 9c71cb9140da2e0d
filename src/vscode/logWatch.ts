import { logFolders } from './logFolders.ts';
import type { LogFolder } from './logFolders.ts';

/** What watching the agents' logs is given; nothing in it is VS Code's, so that a test and a bench can give their own. */
export interface LogWatchParts {
  /** Home folders, the user's own first; empty when nothing is to be watched. */
  readonly homes: () => readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Watches the files of a folder until disposed. */
  readonly watch: (place: LogFolder, changed: () => void) => readonly Disposable[];
  readonly changed: () => void;
}

interface Disposable {
  dispose(): unknown;
}

export interface LogWatch extends Disposable {
  /** Looks where logs can appear now. Agents come and homes change seldom, so it is asked for when a window gets the focus or a setting changes, by no clock. */
  readonly look: () => Promise<void>;
}

/** Watches the folders of all agents that ever ran here. While no log changes and nobody asks to look, nothing runs. */
export function watchLogs({ homes, env, watch, changed }: LogWatchParts): LogWatch {
  let watching: readonly Disposable[] = [];
  let watched = '[]';
  let asked = 0;
  const stop = (): void => {
    for (const one of watching) one.dispose();
    watching = [];
  };
  return {
    look: async () => {
      const turn = ++asked;
      const named = homes();
      const folders = named.length === 0 ? [] : await logFolders(named, env);
      const names = JSON.stringify(folders);
      // a later look knows better, and after the end nothing is watched
      if (turn !== asked || names === watched) return;
      watched = names;
      stop();
      watching = folders.flatMap((place) => watch(place, changed));
    },
    dispose: () => {
      asked++;
      stop();
    },
  };
}
