import type { InsertedLine } from '../../model/contribution.ts';
import { fingerprintBytes, fingerprintLooseBytes, fingerprintText, looseText, tokenFingerprints } from '../../model/fingerprint.ts';
import type { Fingerprint, FingerprintKey } from '../../model/fingerprint.ts';
import { lexicalTokens } from '../../model/lineText.ts';
import { asciiBytes, asciiTokens, readAscii } from './asciiLine.ts';

/** What an edit did to the lines of a file: fingerprints only, no text. */
export interface ChangedLines {
  readonly inserted: readonly InsertedLine[];
  /** Loose fingerprints of the lines taken away, in order, blank ones left out. */
  readonly removed: readonly Fingerprint[];
}

const noTokens = new Int32Array(0);

/** One inserted line's fingerprints. `text` has no line end; `flags` come from a line classifier. */
export function insertedLine(text: string, flags: number, key: FingerprintKey): InsertedLine {
  const length = readAscii(text);
  if (length >= 0) {
    return { fingerprint: fingerprintBytes(key, asciiBytes, 0, length), loose: fingerprintLooseBytes(key, asciiBytes, 0, length), tokens: asciiTokens(key, length), flags };
  }
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
  const length = readAscii(text);
  if (length >= 0) return isBlank(length) ? null : fingerprintLooseBytes(key, asciiBytes, 0, length);
  const loose = looseText(text);
  return loose === '' ? null : fingerprintText(key, loose);
}

function isBlank(length: number): boolean {
  for (let at = 0; at < length; at++) {
    const byte = asciiBytes[at]!;
    if (byte !== 32 && (byte < 9 || byte > 13)) return false;
  }
  return true;
}
