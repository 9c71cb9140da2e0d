import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readKept, writeKept } from '../../capture/live/keptWindow.ts';
import type { KeptByWindow } from '../../capture/live/liveCapture.ts';
import type { WindowFiles } from '../../ledger/ledgerFiles.ts';
import { makeFolder } from '../../ledger/makeFolder.ts';
import { fingerprintKey } from '../../model/fingerprint.ts';
import type { FingerprintKey } from '../../model/fingerprint.ts';
import type { Logger } from '../../model/logger.ts';

/** Where a window leaves the spans of its documents to the next one of this workspace: fingerprints of lines, no text. */
export interface SpanStorage {
  /** What lines are recognised by. */
  readonly key: FingerprintKey;
  /** Null when nothing was left, or nothing that can be read. */
  readonly load: () => Promise<KeptByWindow | null>;
  /** At once: the window may be gone a moment later. Nothing is kept once another window had everything erased. */
  readonly save: (kept: KeptByWindow) => void;
  readonly erase: () => void;
}

const keyBytes = 8;

/** @param files of this workspace; undefined where there is no workspace: then nothing outlives the window */
export function spanStorage(files: WindowFiles | undefined, logger: Logger): SpanStorage {
  if (files === undefined) return { key: fingerprintKey(randomBytes(keyBytes)), load: async () => null, save: () => undefined, erase: () => undefined };
  const { spans, key } = files;
  const held = existsSync(key) ? readFileSync(key) : null;
  const secret = held?.length === keyBytes ? held : randomBytes(keyBytes);
  let isThere = secret === held;
  let isErased = false;
  const writeSpans = (text: string): void => {
    makeFolder(dirname(spans));
    if (!isThere) writeFileSync(key, secret, { mode: 0o600 });
    isThere = true;
    writeFileSync(`${spans}.new`, text, { mode: 0o600 });
    renameSync(`${spans}.new`, spans);
  };
  return {
    key: fingerprintKey(secret),
    load: async () => {
      if (!existsSync(spans)) return null;
      const kept = readKept(await readFile(spans, 'utf8'));
      if (kept === null) logger.info(`${spans} is of another version: where AI text is in open files is not known from before`);
      return kept;
    },
    save(kept) {
      // The key goes only when everything does: another window, or the command line, had it all erased.
      isErased ||= isThere && !existsSync(key);
      if (isErased) return;
      try {
        writeSpans(writeKept(kept));
      } catch (error) {
        logger.error('where AI text is in open files could not be kept for the next window', error);
      }
    },
    erase() {
      isThere = false;
      for (const each of [spans, key]) rmSync(each, { force: true });
    },
  };
}
