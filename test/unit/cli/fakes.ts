import { emptyCounts } from '../../../src/model/captureSource.ts';
import type { LineRecord } from '../../../src/model/lineStory.ts';
import type { OpenProject, Project, ProjectOptions, ScanSummary } from '../../../src/model/project.ts';
import { type CliWorld, runCli } from '../../../src/cli/runCli.ts';
import { asOf, madeUpFacts } from '../report/madeUpFacts.ts';

export const summary: ScanSummary = {
  repo: 'weather-station',
  steps: [{ name: 'reading agent logs', milliseconds: 812.4, found: '41 files' }, { name: 'following lines', milliseconds: 95, found: '1,204 commits' }],
  logs: { files: 41, bytesRead: 15_300_000, sessions: 38 },
  counts: { ...emptyCounts(), records: 20_418, accepted: 512, rejected: 14, duplicates: 88 },
  commitsRead: 1204,
  contributions: 512,
  lines: { written: 9000, effective: 7962, committed: 6502, merged: 5627, alive: 5000, pending: 533, unknown: 473 },
  notes: ['The repository is shallow.'],
};

export const record: LineRecord = {
  path: 'a b.ts', line: 3, commit: 'a'.repeat(40), contribution: 'c1', tool: 'claude', grade: 'recorded', mine: true, writtenAt: asOf, stage: 'merged', fate: 'kept', cause: null,
  retained: 1, diedAt: null, diedCommit: null, pathNow: 'a b.ts', lineNow: 3,
};

/** A project that answers from memory; `calls` tells what was asked of it. */
export function fakeProject(fields: Partial<Project> = {}): Project & { readonly calls: string[] } {
  const calls: string[] = [];
  const said = <Value>(name: string, value: Value) => async (): Promise<Value> => {
    calls.push(name);
    return value;
  };
  const unasked = async (): Promise<never> => {
    throw new Error('not asked for in these tests');
  };
  return {
    calls,
    scan: said('scan', summary),
    keepObserved: unasked,
    recognise: unasked,
    linesAhead: unasked,
    reportFacts: said('reportFacts', madeUpFacts()),
    async *lines() {
      yield record;
      yield { ...record, fate: 'rewritten', cause: 'me', diedAt: asOf, pathNow: null, lineNow: null };
    },
    async *evidence() {},
    dismiss: async (key) => {
      calls.push(`dismiss ${key}`);
    },
    answerWeek: async ({ week, saved, fixing }) => {
      calls.push(`answerWeek ${week} ${saved} ${fixing}`);
    },
    flipCoin: said('flipCoin', { side: 'hand' as const, branch: 'topic', again: false }),
    setPaceRange: async (range) => {
      calls.push(`setPaceRange ${range === null ? 'none' : `${range.low} ${range.high}`}`);
    },
    explain: async (file) => {
      calls.push(`explain ${file}`);
      return { path: 'a.ts', lines: [1, 2].map((line) => ({ line, origin: 'unknown' as const, grade: null, contribution: null, tool: null, mine: null, commit: null })) };
    },
    story: async (file, line) => {
      calls.push(`story ${file} ${line}`);
      return await unasked();
    },
    sources: said('sources', madeUpFacts().sources),
    stored: said('stored', { ledgerFile: '/l/ledger.db', keyFile: '/l/key', bytes: 123_456, repositories: 2, tables: [{ what: 'contributions', rows: 512, holds: 'times, paths, tools' }] }),
    async *exportData() {
      yield '{"a":1}';
      yield '{"b":2}';
    },
    erase: said('erase', { files: ['/l/ledger.db', '/l/key'], repositories: 2, rows: 8000 }),
    [Symbol.asyncDispose]: said('close', undefined),
    ...fields,
  };
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly opened: ProjectOptions[];
  readonly asked: string[];
}

/** Runs a command line against a fake world. */
export async function run(args: readonly string[], world: { readonly project?: Project; readonly open?: OpenProject; readonly terminal?: boolean; readonly answer?: string; readonly folder?: string; readonly signal?: AbortSignal } = {}): Promise<Ran> {
  let out = '';
  let err = '';
  const opened: ProjectOptions[] = [];
  const asked: string[] = [];
  const terminal = world.terminal === true;
  const cli: CliWorld = {
    terminal: {
      out: async (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      outIsTerminal: terminal,
      errIsTerminal: terminal,
      inIsTerminal: () => terminal,
      ask: async (question) => {
        asked.push(question);
        return world.answer ?? '';
      },
    },
    openProject: async (options) => {
      opened.push(options);
      return world.open === undefined ? (world.project ?? fakeProject()) : await world.open(options);
    },
    openStore: async () => world.project ?? fakeProject(),
    now: () => asOf,
    folder: world.folder ?? '/work tree',
    version: async () => '1.2.3',
    signal: world.signal ?? new AbortController().signal,
  };
  const code = await runCli(args, cli);
  return { code, out, err, opened, asked };
}
