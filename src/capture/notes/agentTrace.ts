import { isCommitId } from '../../model/commit.ts';
import type { CommitId } from '../../model/commit.ts';
import type { Attestation } from '../../model/contribution.ts';
import { minute } from '../../model/time.ts';
import { toolName } from '../toolNames.ts';
import { united, without } from './lineRanges.ts';
import type { LineRange } from './lineRanges.ts';
import type { HandAttestation, NoteReading, NoteSource } from './noteSource.ts';
import { traceRecords } from './traceRecords.ts';
import type { TraceRecord } from './traceRecords.ts';

const source = 'agent-trace';

/** Agent Trace 0.1 records in notes: line numbers of the version of the commit that a note is on. */
export const agentTraceNotes: NoteSource = {
  id: source, name: 'Agent Trace', ref: 'refs/notes/agent-trace', brief: (note) => note, agents: () => new Map(), parse: parseTraceNote,
  verified: 'Notes on refs/notes/agent-trace, from the specification only; .agent-trace/traces.jsonl, seen in real files, whose records tell of edits and of no line in a commit.',
};

function parseTraceNote(note: string, commit: string): NoteReading {
  const records = traceRecords(note);
  const readable = records.filter((record) => record !== null);
  return { ...claimsOf(commit, readable), unreadable: records.length - readable.length };
}

/** Where the records lie in a working tree, one a line. */
export const agentTraceFile = '.agent-trace/traces.jsonl';

/** An edit of which a record tells while it was being made: the commit beneath it, and when. No line is known. */
export interface TracedEdit {
  readonly onTopOf: CommitId;
  readonly at: number;
  readonly path: string;
  readonly tool: string;
}

export interface TraceFileReading {
  readonly records: number;
  /** What records written at a commit attest of it. */
  readonly byCommit: ReadonlyMap<CommitId, NoteReading>;
  readonly edits: readonly TracedEdit[];
  /** UTC ms of the earliest commit of which lines are attested; null without any. */
  readonly attestsFrom: number | null;
  /** Records of no full commit id or no time, and lines that are no records. */
  readonly unreadable: number;
}

/** Commits that the records of a file name. */
export function tracedCommits(text: string): CommitId[] {
  return [...new Set(traceRecords(text).flatMap((record) => (record !== null && record.revision !== null && isCommitId(record.revision) ? [record.revision] : [])))];
}

/** A program that runs at a commit writes its record this soon after. */
const atCommit = minute;

/**
 * Reads a file of records. The specification has line numbers "at the recorded revision". Programs that write
 * while an agent edits (the reference one does; seen in real files) name the commit *beneath* the edit instead,
 * and line numbers of a working tree that is no longer known:
 *
 *   commit A ── record: A, lines 3-9 ── edit ── record: A, lines 40-41 ── commit B
 *              (just after A: its own lines)    (later: text that is not in A)
 *
 * So a record attests lines only when it was written within a minute after its commit, and the program's own mark
 * of an edit (which names a turn or a call) is absent. Any other tells that the tool edited the file on top of that
 * commit: enough to declare the commit that follows, and no more.
 * @param committedAt UTC ms of a commit; null when it is not here
 */
export function readTraceFile(text: string, committedAt: (commit: CommitId) => number | null): TraceFileReading {
  const records = traceRecords(text);
  const byCommit = new Map<CommitId, TraceRecord[]>();
  const edits: TracedEdit[] = [];
  let attestsFrom: number | null = null;
  let unreadable = 0;
  for (const record of records) {
    if (record === null || record.at === null || record.revision === null || !isCommitId(record.revision)) {
      unreadable++;
      continue;
    }
    const { revision, at } = record;
    const made = committedAt(revision);
    if (made === null) continue;
    if (!record.whileEditing && at >= made && at - made <= atCommit) {
      byCommit.set(revision, [...(byCommit.get(revision) ?? []), record]);
      attestsFrom = Math.min(made, attestsFrom ?? made);
    } else for (const { path, contributor } of record.claims) if (contributor === 'ai') edits.push({ onTopOf: revision, at, path, tool: toolName(record.tool) });
  }
  return { records: records.length, byCommit: new Map([...byCommit].map(([commit, each]) => [commit, claimsOf(commit, each)])), edits, attestsFrom, unreadable };
}

/** `ai` is the tool's, `human` a person's; mixed or unknown stays unknown. Of two records that speak of a line the later one counts. */
function claimsOf(commit: CommitId, records: readonly TraceRecord[]): NoteReading {
  const attestations = new Map<string, Attestation>();
  const hand: HandAttestation[] = [];
  const taken = new Map<string, readonly LineRange[]>();
  let unknownKeys = 0;
  for (const record of records.toReversed()) {
    for (const { path, contributor, model, url, ranges } of record.claims) {
      const left = without(united(ranges), taken.get(path) ?? []);
      taken.set(path, united([...(taken.get(path) ?? []), ...ranges]));
      if (left.length === 0) continue;
      if (contributor === 'ai') {
        // a conversation that wrote into a file several times is one contribution to it
        const session = url ?? record.id ?? '';
        const name = JSON.stringify([path, session]);
        const held = attestations.get(name) ?? { commit, path, ranges: [], source, tool: toolName(record.tool), model, session };
        attestations.set(name, { ...held, model: held.model === model ? model : null, ranges: united([...held.ranges, ...left]) });
      } else if (contributor === 'human') hand.push({ commit, path, ranges: left, source, origin: 'hand' });
      else unknownKeys++;
    }
  }
  return { attestations: [...attestations.values()], hand, unknownKeys, unreadable: 0 };
}
