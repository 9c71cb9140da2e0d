import { asArray, asName, asObject } from '../../json.ts';
import type { Json } from '../../json.ts';
import { storedUriPath } from '../../places/fileUri.ts';
import type { Verdict } from './verdicts.ts';

const verdicts: readonly Verdict[] = ['pending', 'kept', 'undone'];

/** A file in an editing state's last snapshot. */
export interface SnapshotEntry {
  readonly verdict: Verdict;
  /** Names the content that the person last agreed to, in the folder `contents`. */
  readonly originalHash: string | null;
}

/** Files of the last snapshot, by path; states are 0 to be decided, 1 accepted, 2 rejected. */
export function snapshotEntries(editing: Json | null): ReadonlyMap<string, SnapshotEntry> {
  const entries = new Map<string, SnapshotEntry>();
  for (const one of asArray(asObject(editing?.['recentSnapshot'])?.['entries'])) {
    const entry = asObject(one);
    const file = storedUriPath(entry?.['resource']);
    const verdict = verdicts[Number(entry?.['state'] ?? -1)];
    if (file !== null && verdict !== undefined) entries.set(file, { verdict, originalHash: asName(entry?.['originalHash']) });
  }
  return entries;
}

/** What became of a file's edits, as far as the last snapshot says. */
export function entryStates(editing: Json | null): (file: string) => Verdict | null {
  const entries = snapshotEntries(editing);
  return (file) => entries.get(file)?.verdict ?? null;
}
