import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { trackDocument } from '../../../src/capture/live/documentTracker.ts';
import type { DocumentTracker } from '../../../src/capture/live/documentTracker.ts';
import { lineMemory } from '../../../src/capture/live/lineMemory.ts';
import { linesOnDisk } from '../../../src/capture/live/linesOnDisk.ts';
import type { Piece } from '../../../src/capture/live/signal.ts';
import { createSpans } from '../../../src/capture/live/spans.ts';
import type { Run } from '../../../src/capture/live/spans.ts';
import { seededRandom } from '../../fixtures/random.ts';
import { limited } from '../figure.ts';
import type { Figure } from '../figure.ts';
import type { BenchRow } from '../row.ts';

const lines = 20_000;
const columns = 40;
const spans = 10_000;
const changes = 40_000;
const saves = 40;

/** A large file with many spans: one change of it from the event until it is settled, a save, and what the spans take in memory. */
export const liveEdits: BenchRow = {
  name: 'live-edits',
  measure: async () => [...changed(), memory()],
};

function manyRuns(): Run[] {
  return Array.from({ length: spans }, (_, at) => ({ length: (lines * columns) / spans, origin: at % 5 }));
}

/** Typing, pastes, removals and undo. */
function changed(): Figure[] {
  const tracker = trackDocument(manyRuns(), linesOnDisk(lineMemory(), { k0: 1, k1: 2 }), ({ kind }) => (kind === 'typed' ? 1 : 0));
  const random = seededRandom(7);
  const took = new Float64Array(changes);
  let last: Piece = { offset: 0, removed: 0, text: '' };
  for (let at = 0; at < changes; at++) {
    const undo = at % 10 === 9;
    const offset = Math.floor(random.next() * (tracker.spans.length() - 200));
    const text = at % 3 === 0 ? 'x' : at % 3 === 1 ? 'a line that was pasted\n' : '';
    const piece: Piece = undo ? { offset: last.offset, removed: last.text.length, text: 'y'.repeat(last.removed) } : { offset, removed: at % 3 === 2 ? 8 : 0, text };
    took[at] = timed(() => change(tracker, at, piece, undo));
    last = piece;
  }
  const text = Array.from({ length: lines }, (_, line) => `${String(line).padStart(6, '0')} ${'some code of it;'.repeat(2)}\n`).join('');
  const saved = Float64Array.from({ length: saves }, () => timed(() => tracker.isOnDisk(text)));
  const size = `${tracker.spans.runs().length.toLocaleString('en')} spans in ${lines.toLocaleString('en')} lines`;
  return [
    limited({ name: `one editor change, ${size}, p99`, value: percentile(took, 0.99), unit: 'ms', limit: 0.1 }),
    limited({ name: `one save, ${size}, median`, value: percentile(saved, 0.5), unit: 'ms', limit: 20 }),
  ];
}

function change(tracker: DocumentTracker, at: number, piece: Piece, undo: boolean): void {
  tracker.change({
    at, pieces: [piece], reason: undo ? 'undo' : null, dirty: true, visible: true, atCaret: true, pasted: false,
    diskAge: null, headAge: null, detailed: null,
  });
  tracker.selected('keyboard', piece.offset + 1, at + 1);
  tracker.settle();
}

function memory(): Figure {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const heap = (): number => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const count = 100;
  const runs = manyRuns();
  const before = heap();
  const held = Array.from({ length: count }, () => createSpans(runs));
  const bytes = (heap() - before) / (held.length * spans);
  return limited({ name: 'memory, one span', value: Math.round(bytes * 10) / 10, unit: 'bytes', limit: 32 });
}

function timed(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

function percentile(values: Float64Array, share: number): number {
  return values.toSorted()[Math.floor(share * values.length)]!;
}
