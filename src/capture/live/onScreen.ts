import { fingerprintText } from '../../model/fingerprint.ts';
import type { FingerprintKey } from '../../model/fingerprint.ts';
import { second } from '../../model/time.ts';

/** The lines of a file that are on the screen. */
export interface View {
  /** Absolute. */
  readonly file: string;
  readonly lines: readonly string[];
}

/**
 * Which lines were on the screen for a plausible reading time. In memory only, and by fingerprints of what the lines
 * say, so that a line that moves is the same line.
 */
export interface OnScreen {
  /** From `at` on these are on the screen; nothing while the window has no focus. @returns whether a line was read since the last call */
  readonly shows: (views: readonly View[], at: number) => boolean;
  readonly wasRead: (file: string, line: string) => boolean;
  readonly rename: (from: string, to: string) => void;
  /** Forgets all lines of the files under a folder, but those named. */
  readonly forget: (root: string, but: ReadonlyMap<string, readonly string[]>) => void;
}

/** Reading code takes longer than this for a line; a glance at a screen is none of its lines read. */
const perLine = 0.3 * second;
const atLeast = 2 * second;
/** Of a larger screen only about so many lines are looked at. */
const screenful = 40;

interface Looked {
  /** Milliseconds on the screen, and its share of them. */
  shown: number;
  share: number;
}

const read = 'read';

/** @param key of this process */
export function onScreen(key: FingerprintKey): OnScreen {
  const files = new Map<string, Map<number, Looked | typeof read>>();
  let showing: readonly { readonly file: string; readonly prints: readonly number[] }[] = [];
  let since = 0;

  const printOf = (line: string): number => fingerprintText(key, line.trim());
  const look = (time: number): boolean => {
    const count = Math.min(screenful, showing.reduce((sum, { prints }) => sum + prints.length, 0));
    let any = false;
    for (const { file, prints } of showing) {
      const lines = files.get(file) ?? new Map<number, Looked | typeof read>();
      files.set(file, lines);
      for (const print of prints) {
        const line = lines.get(print) ?? { shown: 0, share: 0 };
        if (line === read) continue;
        line.shown += time;
        line.share += time / count;
        const enough = line.shown >= atLeast && line.share >= perLine;
        lines.set(print, enough ? read : line);
        any ||= enough;
      }
    }
    return any;
  };
  return {
    shows(views, at) {
      const any = showing.length > 0 && at > since && look(at - since);
      showing = views.map(({ file, lines }) => ({ file, prints: [...new Set(lines.filter((line) => line.trim() !== '').map(printOf))] }));
      since = at;
      return any;
    },
    wasRead: (file, line) => files.get(file)?.get(printOf(line)) === read,
    rename(from, to) {
      const lines = files.get(from);
      files.delete(from);
      if (lines !== undefined) files.set(to, lines);
    },
    forget(root, but) {
      for (const [file, lines] of files) {
        if (!file.startsWith(root)) continue;
        const kept = new Set(but.get(file)?.map(printOf));
        for (const print of lines.keys()) if (!kept.has(print)) lines.delete(print);
        if (lines.size === 0) files.delete(file);
      }
    },
  };
}
