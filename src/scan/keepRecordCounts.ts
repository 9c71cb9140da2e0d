import { createCaptureStore } from '../ledger/captureStore.ts';
import { emptyCounts } from '../model/captureSource.ts';
import type { ProjectParts } from './projectParts.ts';
import type { RecordCounts } from './readAttestations.ts';

/**
 * Keeps how many records lie in git, so that `sources` can tell of them: each place as if it were a log.
 * @param more these were not counted before; otherwise they stand for all of their place
 */
export function keepRecordCounts(parts: ProjectParts, places: readonly RecordCounts[], more: boolean): void {
  const store = createCaptureStore(parts.ledger, parts.repo);
  for (const { source, place, records, unreadable, unknown, withoutLines } of places) {
    store.store(source, {
      contributions: [], sessions: [], turns: [], bytesRead: 0, restarted: !more,
      counts: { ...emptyCounts(), records, unreadable, unknownRecords: unknown, unanswered: withoutLines },
      cursor: { file: place, identity: source, size: 0, modifiedAt: 0, offset: 0, head: 0, carry: null, relevant: true },
    });
  }
}
