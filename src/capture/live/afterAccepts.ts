import { secondsAfterAccept } from '../../model/observed.ts';
import type { AfterAccept } from '../../model/observed.ts';
import { second } from '../../model/time.ts';
import { together } from './acceptedEdits.ts';
import type { OriginNumber } from './spans.ts';

/** An accepted edit that is still looked at. */
export interface LookedAt {
  readonly file: string;
  readonly root: string;
  readonly origin: OriginNumber;
  readonly tool: string;
  /** UTC ms of the last accept that belongs to it. */
  readonly at: number;
  readonly characters: number;
  /** What was still there at the first few times; null where nobody could look. */
  readonly kept: readonly (number | null)[];
  /** Times that were told. */
  readonly told: number;
}

/**
 * How much of an accepted edit is still there in the minutes after it. A text changes only with a change: what a
 * change finds was there at all times since the one before.
 *
 *     accept ────── change ────────────── change ── take
 *       0       30 s ▲ looked up to here     ▲         ▲
 */
export interface AfterAccepts {
  /** An accepted edit brought text. */
  readonly accepted: (document: { readonly file: string; readonly root: string }, origin: OriginNumber, tool: string, characters: number, at: number) => void;
  /** The text of a file as it was until `at`: `present` says how many characters of an origin it has. */
  readonly look: (file: string, at: number, present: (origin: OriginNumber) => number) => void;
  /** Files that are looked at. */
  readonly files: () => ReadonlySet<string>;
  /** What becomes of a file is not seen any more. */
  readonly lose: (file: string) => void;
  readonly rename: (from: string, to: string) => void;
  /** What was found since the last call, by root. */
  readonly take: (at: number) => ReadonlyMap<string, readonly AfterAccept[]>;
  readonly keep: () => readonly LookedAt[];
  /** What an earlier window looked at; the times that passed without anyone looking are left out. */
  readonly restore: (kept: readonly LookedAt[], at: number) => void;
}

/** Milliseconds: a window that comes back within them looks in time. */
const inTime = 30 * second;

export function afterAccepts(): AfterAccepts {
  let looked: LookedAt[] = [];
  const nextTime = (one: LookedAt): number => {
    const seconds = secondsAfterAccept[one.kept.length];
    return seconds === undefined ? Infinity : one.at + seconds * second;
  };
  const lookAt = (one: LookedAt, at: number, present: () => number | null): LookedAt => {
    if (nextTime(one) > at) return one;
    const there = present();
    const kept = [...one.kept];
    while (nextTime({ ...one, kept }) <= at) kept.push(there);
    return { ...one, kept };
  };
  return {
    accepted({ file, root }, origin, tool, characters, at) {
      const before = looked.find((one) => one.origin === origin);
      if (before === undefined) looked.push({ file, root, origin, tool, at, characters, kept: [], told: 0 });
      // Word by word: time runs from the last of them.
      else looked = looked.map((one) => (one === before ? { ...before, at, characters: before.characters + characters, kept: [] } : one));
    },
    look(file, at, present) {
      if (looked.some((one) => one.file === file && nextTime(one) <= at)) looked = looked.map((one) => (one.file === file ? lookAt(one, at, () => present(one.origin)) : one));
    },
    files: () => new Set(looked.map(({ file }) => file)),
    lose(file) {
      looked = looked.filter((one) => one.file !== file);
    },
    rename(from, to) {
      looked = looked.map((one) => (one.file === from ? { ...one, file: to } : one));
    },
    take(at) {
      const taken = new Map<string, AfterAccept[]>();
      looked = looked.flatMap((one) => {
        if (at - one.at <= together) return [one];
        const { root, tool, characters, kept, told } = one;
        const found = taken.get(root) ?? [];
        for (const [index, there] of kept.entries()) if (index >= told && there !== null) found.push({ tool, at: one.at, seconds: secondsAfterAccept[index]!, characters, kept: there });
        if (found.length > 0) taken.set(root, found);
        return kept.length === secondsAfterAccept.length ? [] : [{ ...one, told: kept.length }];
      });
      return taken;
    },
    keep: () => looked,
    restore(kept, at) {
      looked = [...kept.map((one) => lookAt(one, at - inTime, () => null)), ...looked];
    },
  };
}
