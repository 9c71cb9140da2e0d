import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { captureLogs } from '../../../../src/capture/captureLogs.ts';
import type { CaptureSummary } from '../../../../src/capture/captureLogs.ts';
import { agentSources } from '../../../../src/capture/registry.ts';
import type { AgentSource, LogCursor, LogReading } from '../../../../src/model/captureSource.ts';
import type { AgentFixture, Noise } from '../../../fixtures/agents/agentFixture.ts';
import { context } from '../support.ts';

export const quiet: Noise = { count: 1, words: 'please' };

export function sourceOf(id: string): AgentSource {
  const source = agentSources.find((one) => one.id === id);
  assert.ok(source !== undefined, `no source ${id}`);
  return source;
}

/** What a run over one home folder gave, and how far each file was read. */
export interface HomeRun {
  readonly readings: readonly LogReading[];
  readonly summary: CaptureSummary;
  readonly cursors: ReadonlyMap<string, LogCursor>;
  readonly known: ReadonlySet<string>;
}

/** Reads all logs of one agent below a home folder, as a scan does. */
export async function readHome(id: string, home: string, before?: HomeRun): Promise<HomeRun> {
  const cursors = new Map(before?.cursors ?? []);
  const known = new Set(before?.known ?? []);
  const run = captureLogs({
    sources: [sourceOf(id)], homes: [{ path: home, env: {} }], uid: process.getuid?.() === undefined ? undefined : statSync(home).uid, context: { ...context(), known: (one) => known.has(one) },
    cursorOf: (_source, file) => cursors.get(file) ?? null,
  });
  const readings: LogReading[] = [];
  for await (const { reading } of run.readings) {
    readings.push(reading);
    cursors.set(reading.cursor.file, reading.cursor);
    for (const contribution of reading.contributions) known.add(contribution.id);
  }
  return { readings, summary: run.summary(), cursors, known };
}

export function sumOf(run: HomeRun, count: keyof LogReading['counts']): number {
  return run.readings.reduce((sum, reading) => sum + reading.counts[count], 0);
}

/** Writes an agent's fixture below a folder. */
export function prepared(fixture: AgentFixture, home: string, noise: Noise = quiet): string {
  fixture.write(home, noise);
  return home;
}
