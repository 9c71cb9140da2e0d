import { trackDocument } from '../../../src/capture/live/documentTracker.ts';
import { lineMemory } from '../../../src/capture/live/lineMemory.ts';
import { linesOnDisk } from '../../../src/capture/live/linesOnDisk.ts';
import type { Run } from '../../../src/capture/live/spans.ts';
import { seededRandom } from '../../fixtures/random.ts';
import { limited } from '../figure.ts';
import type { BenchRow } from '../row.ts';

const lines = 20_000;
const columns = 40;
const spans = 10_000;
const changes = 40_000;

/** One change of a large file with many spans, from the event until it is settled: typing, pastes, removals, undo. */
export const liveEdits: BenchRow = {
  name: 'live-edits',
  measure: async () => {
    const run = (lines * columns) / spans;
    const first: Run[] = Array.from({ length: spans }, (_, at) => ({ length: run, origin: at % 5 }));
    const tracker = trackDocument(first, linesOnDisk(lineMemory(), { k0: 1, k1: 2 }), ({ kind }) => (kind === 'typed' ? 1 : 0));
    const random = seededRandom(7);
    const took = new Float64Array(changes);
    for (let at = 0; at < changes; at++) {
      const offset = Math.floor(random.next() * (tracker.spans.length() - 200));
      const text = at % 3 === 0 ? 'x' : at % 3 === 1 ? 'a line that was pasted\n' : '';
      const begun = performance.now();
      tracker.change({
        at, pieces: [{ offset, removed: at % 3 === 2 ? 8 : 0, text }], reason: null, dirty: true, visible: true, atCaret: true, pasted: false,
        diskAge: null, headAge: null, detailed: null,
      });
      tracker.selected('keyboard', offset + 1, at + 1);
      tracker.settle();
      took[at] = performance.now() - begun;
    }
    took.sort();
    const ms = took[Math.floor(0.99 * changes)]!;
    return [limited({ name: `one editor change, ${tracker.spans.runs().length.toLocaleString('en')} spans in ${lines.toLocaleString('en')} lines, p99`, value: ms, unit: 'ms', limit: 0.1 })];
  },
};
