import type { LogFileCounts } from '../ledger/logFileCounts.ts';

/** What the newest files of a source say about its format, compared with the ones before. */
export type FormatVerdict = 'known' | 'unreadable' | 'changed' | 'no edits';

/** A verdict needs this many records; fewer may be one odd session. */
const fewest = 20;
/** Share of records not understood from which on the format counts as changed, where the older files had far less. */
const manyUnknown = 0.1;
/** Edits that should have been among the newest records, were they as frequent as before. */
const surelyExpected = 10;

/**
 * Compares the newest log files of one source with the older ones. Every record is understood, left aside as one
 * that is not needed, or counted as not understood; a new version of an agent shows in one of three ways:
 *
 *   older files                      newest files
 *   ░░░░░░░░░░░░░░ understood        ▓▓▓▓▓▓▓ not understood         unreadable (most), changed (many more than before)
 *   ░░░░█░░░░░█░░░ with edits        ░░░░░░░ understood, no edit    no edits: what edits look like has changed
 *
 * @param files of one source, from the one that changed longest ago
 */
export function formatVerdict(files: readonly LogFileCounts[]): FormatVerdict {
  const all = total(files);
  // one record that is none says nothing; a log of nothing else does
  if (all.edits === 0 && all.notUnderstood > 0 && (all.notUnderstood === all.records || (all.records >= fewest && 2 * all.notUnderstood > all.records))) return 'unreadable';
  const cut = newestFrom(files);
  const before = total(files.slice(0, cut));
  const newest = total(files.slice(cut));
  if (newest.records < fewest) return 'known';
  const share = newest.notUnderstood / newest.records;
  const shareBefore = before.records === 0 ? 0 : before.notUnderstood / before.records;
  if (share >= manyUnknown && share >= 3 * shareBefore) return newest.edits === 0 && share > 0.5 ? 'unreadable' : 'changed';
  const expected = before.records === 0 ? 0 : (before.edits / before.records) * newest.records;
  return newest.edits === 0 && expected >= surelyExpected ? 'no edits' : 'known';
}

/** The newest files: as few as hold a fifth of all records, and at least enough for a verdict. */
function newestFrom(files: readonly LogFileCounts[]): number {
  const enough = Math.max(fewest, total(files).records / 5);
  let records = 0;
  let from = files.length;
  while (from > 0 && records < enough) records += total([files[--from]!]).records;
  return from;
}

function total(files: readonly LogFileCounts[]): Pick<LogFileCounts, 'records' | 'notUnderstood' | 'edits'> {
  const sum = { records: 0, notUnderstood: 0, edits: 0 };
  for (const file of files) {
    // a file that is no JSON at all has no record, and counts as one
    sum.records += Math.max(file.records, file.notUnderstood);
    sum.notUnderstood += file.notUnderstood;
    sum.edits += file.edits;
  }
  return sum;
}
