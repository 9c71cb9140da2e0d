import type { InsertedLine } from '../../model/contribution.ts';
import { fingerprintText, looseText, tokenFingerprints } from '../../model/fingerprint.ts';
import type { Fingerprint, FingerprintKey } from '../../model/fingerprint.ts';
import { lexicalTokens } from '../../model/lineText.ts';

/** What an edit did to the lines of a file: fingerprints only, no text. */
export interface ChangedLines {
  readonly inserted: readonly InsertedLine[];
  /** Loose fingerprints of the lines taken away, in order, blank ones left out. */
  readonly removed: readonly Fingerprint[];
}

const noTokens = new Int32Array(0);

/** One inserted line's fingerprints. `text` has no line end; `flags` come from a line classifier. */
export function insertedLine(text: string, flags: number, key: FingerprintKey): InsertedLine {
  const tokens = lexicalTokens(text);
  return {
    fingerprint: fingerprintText(key, text),
    loose: fingerprintText(key, looseText(text)),
    tokens: tokens.length === 0 ? noTokens : tokenFingerprints(key, tokens),
    flags,
  };
}

/** Loose fingerprint of a removed line, or null when it is blank. */
export function removedLine(text: string, key: FingerprintKey): Fingerprint | null {
  const loose = looseText(text);
  return loose === '' ? null : fingerprintText(key, loose);
}
