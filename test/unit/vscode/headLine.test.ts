import assert from 'node:assert/strict';
import fc from 'fast-check';
import { headLine } from '../../../src/vscode/headLine.ts';

describe('headLine', () => {
  it('is the line itself where nothing changed', () => {
    assert.equal(headLine('', 7), 7);
  });

  it('finds every line of HEAD again after any changes, and no line that HEAD does not have', () => {
    const step = fc.oneof({ weight: 4, arbitrary: fc.constant('same') }, { weight: 1, arbitrary: fc.constant('gone') }, { weight: 1, arbitrary: fc.constant('new') });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 0, max: 3 }), (steps, context) => {
        const { patch, truth } = patchOf(steps, context);
        for (const [at, wanted] of truth.entries()) assert.equal(headLine(patch, at + 1), wanted, patch);
      }),
    );
  });
});

/** A unified diff of a made-up change, and for each line on disk the line at HEAD (null: none). */
function patchOf(steps: readonly string[], context: number): { patch: string; truth: (number | null)[] } {
  const truth: (number | null)[] = [];
  const rows: { sign: string; old: number; now: number }[] = [];
  let old = 0;
  let now = 0;
  for (const step of steps) {
    if (step !== 'new') old++;
    if (step !== 'gone') now++;
    rows.push({ sign: step === 'same' ? ' ' : step === 'gone' ? '-' : '+', old, now });
    if (step !== 'gone') truth.push(step === 'same' ? old : null);
  }
  const near = (at: number): boolean => rows.slice(Math.max(0, at - context), at + context + 1).some(({ sign }) => sign !== ' ');
  let patch = rows.every(({ sign }) => sign === ' ') ? '' : 'diff --git a/f b/f\n--- a/f\n+++ b/f\n';
  for (let at = 0; at < rows.length; at++) {
    if (!near(at)) continue;
    let end = at;
    while (end < rows.length && near(end)) end++;
    const hunk = rows.slice(at, end);
    const olds = hunk.filter(({ sign }) => sign !== '+');
    const nows = hunk.filter(({ sign }) => sign !== '-');
    patch += `@@ -${olds[0]?.old ?? hunk[0]!.old},${olds.length} +${nows[0]?.now ?? hunk[0]!.now},${nows.length} @@\n${hunk.map(({ sign }) => `${sign}x\n`).join('')}`;
    at = end;
  }
  return { patch, truth };
}
