import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claudeCode } from '../../../src/capture/agents/claudeCode/claudeCode.ts';
import type { CaptureContext, LogCursor, LogReading, PathMapper } from '../../../src/model/captureSource.ts';
import { fingerprintKey, fingerprintText } from '../../../src/model/fingerprint.ts';
import type { Fingerprint } from '../../../src/model/fingerprint.ts';
import { claudeSession } from '../../fixtures/claudeLog.ts';
import type { ClaudeSession } from '../../fixtures/claudeLog.ts';

export const key = fingerprintKey(new Uint8Array([3, 1, 4, 1, 5, 9, 2, 6]));
export const repository = '/home/ada/tide';
/** 2026-03-02T09:00:00Z */
export const start = Date.UTC(2026, 2, 2, 9);

/** Maps what lies below one folder, as the real mapper does for a repository with one working tree. */
export const underTide: PathMapper = {
  map(path, cwd) {
    const absolute = path.startsWith('/') ? path : cwd === null ? path : `${cwd}/${path}`;
    return absolute.startsWith(`${repository}/`) ? { path: absolute.slice(repository.length + 1), worktree: repository } : null;
  },
};

export function context(known: ReadonlySet<string> = new Set(), seen?: Set<string>): CaptureContext {
  return { key, paths: underTide, known: (id) => known.has(id), ...(seen === undefined ? {} : { seen }) };
}

export function session(id = 'b5f0c1d2-0000-4000-8000-000000000001', cwd = repository): ClaudeSession {
  return claudeSession({ id, cwd, branch: 'feature/tide-tables' });
}

/** A folder that goes away after the test. */
export function temporaryFolder(): { path: string; [Symbol.dispose](): void } {
  const path = mkdtempSync(join(tmpdir(), 'capture-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

export function logOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

/** Reads a log that consists of the given bytes. */
export async function readLog(content: string | Uint8Array, given: CaptureContext = context()): Promise<LogReading> {
  using folder = temporaryFolder();
  const file = join(folder.path, 'session.jsonl');
  writeFileSync(file, content);
  return await claudeCode.read(file, null, given);
}

/** Reads a log that grows: each part is appended and read with the cursor of the reading before. */
export async function readGrowing(parts: readonly (string | Uint8Array)[], given: CaptureContext = context()): Promise<LogReading[]> {
  using folder = temporaryFolder();
  const file = join(folder.path, 'session.jsonl');
  const readings: LogReading[] = [];
  let cursor: LogCursor | null = null;
  for (const part of parts) {
    writeFileSync(file, part, { flag: 'a' });
    const reading: LogReading = await claudeCode.read(file, cursor, given);
    cursor = reading.cursor;
    readings.push(reading);
  }
  return readings;
}

export function fingerprints(...lines: string[]): Fingerprint[] {
  return lines.map((line) => fingerprintText(key, line));
}
