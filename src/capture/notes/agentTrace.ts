import { isCommitId } from '../../model/commit.ts';
import type { Attestation } from '../../model/contribution.ts';
import { asArguments, asArray, asName, asObject } from '../json.ts';
import type { Json } from '../json.ts';
import { toolName } from '../toolNames.ts';
import { united, without } from './lineRanges.ts';
import type { LineRange } from './lineRanges.ts';
import type { HandAttestation, NoteReading, NoteSource } from './noteSource.ts';

const source = 'agent-trace';
const empty: NoteReading = { attestations: [], hand: [], unknownKeys: 0, unreadable: 0 };

/** Agent Trace 0.1 records in notes: line numbers of the version of the commit that a note is on. */
export const agentTraceNotes: NoteSource = { id: source, name: 'Agent Trace notes', ref: 'refs/notes/agent-trace', agents: () => new Map(), parse: parseTraceNote };

function parseTraceNote(note: string, commit: string): NoteReading {
  const readings = readTraces(note, () => commit);
  return { ...(readings.get(commit) ?? empty), unreadable: readings.get('')?.unreadable ?? 0 };
}

/** Where the records lie in a working tree, one a line. */
export const agentTraceFile = '.agent-trace/traces.jsonl';

/**
 * Reads a file of records, by the commit each names. Records without a full commit id attest nothing: their line
 * numbers are those of a working tree that is no longer known. What cannot be read is counted under ''.
 */
export function readTraceFile(text: string): ReadonlyMap<string, NoteReading> {
  return readTraces(text, (record) => {
    const { type, revision } = asObject(record['vcs']) ?? {};
    return type === 'git' && typeof revision === 'string' && isCommitId(revision) ? revision : null;
  });
}

/**
 *   { version, id, vcs: { type, revision }, tool: { name }, files: [{ path, conversations: [{ url,
 *     contributor: { type: human | ai | mixed | unknown, model_id }, ranges: [{ start_line, end_line }] }] }] }
 *
 * `ai` is the tool's, `human` a person's; what is mixed or unknown stays unknown. Of two records that speak of a
 * line the later one counts.
 */
function readTraces(text: string, commitOf: (record: Json) => string | null): Map<string, NoteReading> {
  const readings = new Map<string, NoteReading>();
  const taken = new Map<string, readonly LineRange[]>();
  const add = (commit: string, more: Partial<NoteReading>): void => {
    const held = readings.get(commit) ?? empty;
    readings.set(commit, {
      attestations: [...held.attestations, ...(more.attestations ?? [])], hand: [...held.hand, ...(more.hand ?? [])],
      unknownKeys: held.unknownKeys + (more.unknownKeys ?? 0), unreadable: held.unreadable + (more.unreadable ?? 0),
    });
  };
  for (const record of recordsIn(text).toReversed()) {
    const commit = record === null ? null : commitOf(record);
    if (record === null || commit === null) {
      add('', { unreadable: 1 });
      continue;
    }
    for (const { path, ranges, contributor, url } of conversationsIn(record)) {
      const place = `${commit} ${path}`;
      const left = without(united(ranges), taken.get(place) ?? []);
      taken.set(place, united([...(taken.get(place) ?? []), ...ranges]));
      if (left.length === 0) continue;
      const kind = contributor['type'];
      if (kind === 'ai') {
        const attestation: Attestation = { commit, path, ranges: left, source, tool: toolName(toolOf(record)), model: asName(contributor['model_id']), session: url ?? asName(record['id']) ?? '' };
        add(commit, { attestations: [attestation] });
      } else if (kind === 'human') {
        const hand: HandAttestation = { commit, path, ranges: left, source, origin: 'hand' };
        add(commit, { hand: [hand] });
      } else add(commit, { unknownKeys: 1 });
    }
  }
  return readings;
}

/** A file of lines, or one record over many lines. */
function recordsIn(text: string): (Json | null)[] {
  const whole = asArguments(text);
  if (whole !== null) return [whole];
  return text.split('\n').filter((line) => line.trim() !== '').map((line) => asArguments(line));
}

interface Conversation {
  readonly path: string;
  readonly ranges: readonly LineRange[];
  readonly contributor: Json;
  readonly url: string | null;
}

function conversationsIn(record: Json): Conversation[] {
  const found: Conversation[] = [];
  for (const one of asArray(record['files'])) {
    const file = asObject(one);
    const path = asName(file?.['path'])?.replace(/^\.\//, '').normalize('NFC');
    if (path === undefined) continue;
    for (const each of asArray(file?.['conversations'])) {
      const conversation = asObject(each);
      const ranges = asArray(conversation?.['ranges']).map(rangeOf).filter((range) => range !== null);
      found.push({ path, ranges, contributor: asObject(conversation?.['contributor']) ?? {}, url: asName(conversation?.['url']) });
    }
  }
  return found;
}

function rangeOf(value: unknown): LineRange | null {
  const { start_line: first, end_line: last } = asObject(value) ?? {};
  if (typeof first !== 'number' || typeof last !== 'number') return null;
  return Number.isSafeInteger(first) && Number.isSafeInteger(last) && first >= 1 && last >= first ? [first, last] : null;
}

function toolOf(record: Json): string | null {
  return asName(asObject(record['tool'])?.['name']) ?? asName(record['tool']);
}
