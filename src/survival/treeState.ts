import type { Cause } from '../model/fate.ts';
import type { Death } from '../model/followedLine.ts';
import type { AskedBases } from './askedBases.ts';
import { holdsAi, holdsFollowed, unseenFile } from './fileMap.ts';
import type { FileMap } from './fileMap.ts';

/** The file maps of one commit's tree, as far as anybody's lines are in them. */
export interface TreeState {
  /** Null: the file does not exist (any more), or nothing is known of it. */
  readonly get: (path: string) => FileMap | null;
  readonly set: (path: string, map: FileMap | null) => void;
}

/**
 * The default branch, commit by commit. Older versions of files with AI lines are kept as long as some
 * branch still asks for them; a version without any is as good as unseen there.
 *
 *   commit   0    1    2    3    4
 *   a.ts     m0 ─────► m2 ─────────►      at(a.ts, 1) = m0
 *   b.ts          m1 ──────► m3 ────►     at(b.ts, 1) = m1
 */
export interface TrunkState extends TreeState {
  /** All `set` calls from now on belong to this commit number; `asked` tells which earlier ones are still needed. */
  readonly enter: (sequence: number, asked: AskedBases['between']) => void;
  /** The tree at an earlier commit; numbers before the first known one see the loaded state. */
  readonly at: (sequence: number) => (path: string) => FileMap | null;
  /** Paths whose map differs from what was loaded. */
  readonly touched: () => Iterable<string>;
}

interface Version {
  /** The commit from which on it holds. */
  readonly sequence: number;
  readonly map: FileMap | null;
}

/** The state that was loaded; from before the first commit on. */
const loaded = -1;

/** @param load reads a persisted map; called at most once a path */
export function createTrunkState(load: (path: string) => FileMap | null): TrunkState {
  const current = new Map<string, FileMap | null>();
  const versions = new Map<string, readonly Version[]>();
  const touched = new Set<string>();
  /** Since which commit the current map of a touched path holds. */
  const since = new Map<string, number>();
  let now = 0;
  let asked: AskedBases['between'] = () => true;
  const get = (path: string): FileMap | null => {
    let map = current.get(path);
    if (map === undefined) current.set(path, (map = load(path)));
    return map;
  };
  return {
    get,
    set: (path, map) => {
      const past = get(path);
      const list = versions.get(path) ?? (tellsBranches(map) || tellsBranches(past) ? [{ sequence: since.get(path) ?? loaded, map: forBranches(past) }] : null);
      if (list !== null) {
        const needed = list.filter(({ sequence }, at) => asked(sequence, (list[at + 1]?.sequence ?? now) - 1));
        needed.push({ sequence: now, map: forBranches(map) });
        versions.set(path, needed);
      }
      touched.add(path);
      since.set(path, now);
      current.set(path, map);
    },
    enter: (sequence, between) => {
      now = sequence;
      asked = between;
    },
    at: (sequence) => (path) => {
      const list = versions.get(path);
      if (list === undefined) return (since.get(path) ?? loaded) <= sequence ? forBranches(get(path)) : null;
      for (let at = list.length - 1; at >= 0; at--) if (list[at]!.sequence <= sequence) return list[at]!.map;
      return null;
    },
    touched: () => touched,
  };
}

/** What a branch needs to know of a file: AI lines in it, and when this person last committed it. */
function tellsBranches(map: FileMap | null): boolean {
  return map !== null && (map.touchedAt > 0 || holdsAi(map));
}

/** Without an AI line the file is as good as unseen there: commits that touch nothing else are not read, and would leave the map behind. */
function forBranches(map: FileMap | null): FileMap | null {
  if (map === null || holdsAi(map)) return map;
  return map.touchedAt > 0 ? { ...unseenFile, touchedAt: map.touchedAt } : null;
}

/** A branch: what it changed, over the trunk at the commit it started from. */
export interface BranchState extends TreeState {
  /** Lines edited or ended on this branch, to tell the story when it is merged. */
  readonly story: Map<number, BranchEvent>;
  readonly fork: () => BranchState;
  readonly changedPaths: () => Iterable<string>;
  readonly overlay: ReadonlyMap<string, FileMap | null>;
}

/** What a branch did to a line, for when the branch is merged. */
export interface BranchEvent {
  readonly death: Death | null;
  readonly changes: number;
  /** Share of the tokens, as they were written, that the branch has. */
  readonly retained: number;
  readonly editCause: Cause | null;
}

export function createBranchState(base: (path: string) => FileMap | null, overlay: ReadonlyMap<string, FileMap | null> = new Map(), story: ReadonlyMap<number, BranchEvent> = new Map()): BranchState {
  const own = new Map(overlay);
  const events = new Map(story);
  return {
    get: (path) => (own.has(path) ? own.get(path)! : base(path)),
    set: (path, map) => {
      own.set(path, map);
    },
    story: events,
    fork: () => createBranchState(base, own, events),
    changedPaths: () => own.keys(),
    overlay: own,
  };
}

/** The map to apply a diff to: a file that is not known yet is older than the scan, or new. */
export function mapBefore(state: TreeState, oldPath: string | null): FileMap | null {
  return oldPath === null ? null : (state.get(oldPath) ?? unseenFile);
}

/** Is the map worth keeping: does anybody ask for the fate of a line in it? */
export function worthKeeping(map: FileMap | null): boolean {
  return map !== null && (map.lost || holdsFollowed(map));
}
