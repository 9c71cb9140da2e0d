import type { NameLine } from '../ledger/exportAll.ts';
import type { CommitId } from '../model/commit.ts';
import type { FollowStore } from '../model/followStore.ts';
import type { CopyEntry } from '../survival/copies.ts';
import type { BirthEntry, TextEntry } from '../survival/branchTexts.ts';

/** How far history was followed, and what is needed to go on from there. */
export interface FollowState {
  /** Tip of the default branch that was followed to. */
  readonly tip: CommitId;
  /** UTC ms at which following began: earlier text was not looked for. */
  readonly since: number;
  /** The latest commit time that was followed; text written before it but read later asks for a replay. */
  readonly followedUntil: number;
  /** Contributions from logs that were held then; further ones that a broken-off scan left ask for a replay. */
  readonly contributions: number;
  /** Tips of all branches at that time, by ref. */
  readonly tips: Readonly<Record<string, CommitId>>;
  /** Commit of the notes ref that was read. */
  readonly notes: string;
  readonly renames: readonly (readonly [string, string])[];
  readonly riders: readonly (readonly [number, number])[];
  /** Files that lines were copied to; states of earlier versions have none. */
  readonly copies?: readonly CopyEntry[];
  readonly cohorts: readonly number[];
  /** How lines of unmerged branches read by now: [line, fingerprint, loose fingerprint]. */
  readonly texts: readonly TextEntry[];
  /** How lines read in their first commit that was not found by its very text; kept for replays. */
  readonly births: readonly BirthEntry[];
}

export const followStateName = 'follow/1';
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Null when nothing was followed yet. */
export function loadFollowState(store: FollowStore): FollowState | null {
  const bytes = store.state(followStateName);
  // only this module writes it, under a name with its version
  return bytes === null ? null : (JSON.parse(decoder.decode(bytes)) as FollowState);
}

export function saveFollowState(store: FollowStore, state: FollowState): void {
  store.setState(followStateName, encoder.encode(JSON.stringify(state)));
}

/** The state for an export: lines by their contribution and place in it, since row numbers are each ledger's own. */
export function nameFollowState(bytes: Uint8Array, nameLine: NameLine): object {
  const state = JSON.parse(decoder.decode(bytes)) as FollowState;
  return {
    ...state,
    riders: sorted(state.riders.map(([line, rider]) => [nameLine(line), nameLine(rider)])),
    copies: sorted((state.copies ?? []).map(([line, path]) => [nameLine(line), path])),
    texts: sorted(state.texts.map(([line, ...prints]) => [nameLine(line), ...prints])),
    births: sorted(state.births.map(([line, ...facts]) => [nameLine(line), ...facts])),
  };
}

function sorted(rows: readonly unknown[]): unknown[] {
  return rows.map((row) => JSON.stringify(row)).toSorted().map((row): unknown => JSON.parse(row));
}
