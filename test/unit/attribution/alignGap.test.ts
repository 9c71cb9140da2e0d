import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alignGap } from '../../../src/attribution/alignGap.ts';
import type { GapSide } from '../../../src/attribution/alignGap.ts';
import { fingerprintKey, tokenFingerprints } from '../../../src/model/fingerprint.ts';
import { lexicalTokens } from '../../../src/model/lineText.ts';

const key = fingerprintKey(Uint8Array.of(9, 8, 7, 6, 5, 4, 3, 2));
const tokensOf = (text: string): Int32Array => tokenFingerprints(key, lexicalTokens(text));
const separators = new Set(tokenFingerprints(key, [',', ';']));

function side(lines: readonly string[]): GapSide {
  const tokens = lines.map(tokensOf);
  return { length: lines.length, tokens: (at) => tokens[at]!, free: () => true };
}

function heirs(left: readonly string[], right: readonly string[]): string[] {
  return alignGap(side(left), side(right), separators).map((heir) => `${heir.left}→${heir.right.join(',')} ${heir.kind} ${heir.retained.toFixed(2)}`);
}

describe('alignGap', () => {
  it('finds the edited line among others', () => {
    assert.deepEqual(heirs(['const limit = readLimit(config, 10);'], ['log("starting");', 'const limit = readLimit(config, 20);']), ['0→1 edited 0.90']);
  });

  it('calls unrelated lines rewritten, not edited', () => {
    assert.deepEqual(heirs(['const limit = readLimit(config, 10);'], ['throw new Error("no limit");']), []);
  });

  it('sees one line wrapped into several, with the comma a formatter adds', () => {
    assert.deepEqual(heirs(['send(alpha, beta, gamma);'], ['send(', '  alpha,', '  beta,', '  gamma,', ');']), ['0→0,1,2,3,4 reformatted 1.00']);
  });

  it('sees several lines joined into one', () => {
    assert.deepEqual(heirs(['send(', '  alpha,', ');'], ['send(alpha);']), ['0→0 reformatted 1.00', '1→0 reformatted 1.00', '2→0 reformatted 1.00']);
  });

  it('keeps the order of lines', () => {
    const lines = ['first(alpha, 1);', 'second(beta, 2);', 'third(gamma, 3);'];
    assert.deepEqual(heirs(lines, lines.map((line) => line.replace(');', ', x);'))), ['0→0 edited 1.00', '1→1 edited 1.00', '2→2 edited 1.00']);
  });

  it('never uses a line twice for edits, and retains between 0 and 1', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', '(', ')', 'long', '='), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), fc.array(words, { maxLength: 8 }), (left, right) => {
        const used = new Set<number>();
        for (const heir of alignGap(side(left), side(right), separators)) {
          assert.ok(heir.retained > 0 && heir.retained <= 1 && heir.similarity >= 0.6);
          if (heir.kind !== 'edited') continue;
          assert.ok(!used.has(heir.right[0]!));
          used.add(heir.right[0]!);
        }
      }),
    );
  });
});
