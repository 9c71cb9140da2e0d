import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as vscode from 'vscode';
import { readKept, writeKept } from '../../capture/live/keptWindow.ts';
import type { KeptByWindow } from '../../capture/live/liveCapture.ts';
import { fingerprintKey } from '../../model/fingerprint.ts';
import type { FingerprintKey } from '../../model/fingerprint.ts';
import type { Logger } from '../../model/logger.ts';

/** Where a window leaves the spans of its documents to the next one of this workspace: fingerprints of lines, no text. */
export interface SpanStorage {
  /** What lines are recognised by. */
  readonly key: FingerprintKey;
  /** Null when nothing was left, or nothing that can be read. */
  readonly load: () => Promise<KeptByWindow | null>;
  /** At once: the window may be gone a moment later. */
  readonly save: (kept: KeptByWindow) => void;
  readonly erase: () => void;
}

const keyBytes = 8;

/** @param folder of the workspace on this machine; undefined where there is no workspace: then nothing outlives the window */
export function spanStorage(folder: vscode.Uri | undefined, logger: Logger): SpanStorage {
  if (folder === undefined) return { key: fingerprintKey(randomBytes(keyBytes)), load: async () => null, save: () => undefined, erase: () => undefined };
  const file = join(folder.fsPath, 'spans.json');
  const keyFile = join(folder.fsPath, 'spans.key');
  const secret = keyIn(keyFile);
  return {
    key: fingerprintKey(secret),
    load: async () => {
      if (!existsSync(file)) return null;
      const kept = readKept(await readFile(file, 'utf8'));
      if (kept === null) logger.info(`${file} is of another version: where AI text is in open files is not known from before`);
      return kept;
    },
    save(kept) {
      try {
        mkdirSync(folder.fsPath, { recursive: true });
        if (!existsSync(keyFile)) writeFileSync(keyFile, secret, { mode: 0o600 });
        const text = writeKept(kept);
        writeFileSync(`${file}.new`, text, { mode: 0o600 });
        renameSync(`${file}.new`, file);
      } catch (error) {
        logger.error('where AI text is in open files could not be kept for the next window', error);
      }
    },
    erase() {
      for (const each of [file, keyFile]) rmSync(each, { force: true });
    },
  };
}

function keyIn(file: string): Uint8Array {
  const held = existsSync(file) ? readFileSync(file) : null;
  return held?.length === keyBytes ? held : randomBytes(keyBytes);
}
