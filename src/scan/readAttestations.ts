import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { agentTraceFile, readTraceFile, tracedCommits } from '../capture/notes/agentTrace.ts';
import type { TraceFileReading } from '../capture/notes/agentTrace.ts';
import { parseNotes } from '../capture/notes/noteSource.ts';
import { noteSources } from '../capture/notes/registry.ts';
import { catFiles, listTree } from '../git/blobs.ts';
import { readCommits } from '../git/commitReader.ts';
import { whenMissing } from '../git/missingFile.ts';
import type { GitContext } from '../git/process.ts';
import type { Ref } from '../git/refs.ts';
import type { CommitId } from '../model/commit.ts';
import { isCommitId } from '../model/commit.ts';
import type { Attestation } from '../model/contribution.ts';
import { fingerprintText } from '../model/fingerprint.ts';
import type { FingerprintKey } from '../model/fingerprint.ts';
import type { ProjectParts } from './projectParts.ts';

/** What lies in git and beside it that can attest lines, before it is taken apart. */
export interface LineRecords {
  /** Names the state of all that can attest; empty when there is nothing. Changes when any of it does. */
  readonly state: string;
  readonly refs: ReadonlyMap<string, string>;
  readonly traces: TraceFileReading | null;
}

/** How many records a place held, and how many of them say nothing that can be used. */
export interface RecordCounts {
  readonly source: string;
  /** A ref, or a file of the working tree. */
  readonly place: string;
  readonly records: number;
  readonly unreadable: number;
  /** Contributors of no known kind: their lines stay unknown. */
  readonly unknown: number;
  /** They tell of an edit but of no line in a commit. */
  readonly withoutLines: number;
}

/** Everything that records beside the commits attest to AI tools. */
export interface AttestedLines {
  readonly byCommit: ReadonlyMap<string, readonly Attestation[]>;
  readonly counts: readonly RecordCounts[];
  /** UTC ms from which history has to be read to meet all attested commits; null without any. */
  readonly reachesBack: number | null;
}

/** Larger ones are left alone: they are read into memory as a whole. */
const largestFile = 64 * 1024 * 1024;

/** Looks at the notes refs and the trace file. */
export async function findLineRecords(parts: ProjectParts, notes: readonly Pick<Ref, 'name' | 'commit'>[]): Promise<LineRecords> {
  const text = await traceText(parts);
  const listed = notes.map(({ name, commit }) => `${name} ${commit}`).join('\n');
  const traces = text === null ? null : readTraceFile(text, await commitTimes(parts.git, tracedCommits(text)));
  // an agent's edits are added all the time; only what they attest has anything to do with commits read before
  const attested = traces === null || traces.byCommit.size === 0 ? '' : `\n${agentTraceFile} ${fingerprintText(parts.ledger.key, JSON.stringify([...traces.byCommit])).toString(16)}`;
  const refs = new Map(notes.map(({ name, commit }) => [name, commit]));
  return { state: `${listed}${attested}`, refs, traces };
}

/** The records of all working trees, each once: where the file is committed, every tree has most of them. */
async function traceText({ facts }: ProjectParts): Promise<string | null> {
  const trees = new Set([...(facts.top === null ? [] : [facts.top]), ...facts.worktrees]);
  const texts = await Promise.all([...trees].map(async (tree) => {
    const file = join(tree, agentTraceFile);
    const stats = await lstat(file).catch(whenMissing(null));
    // a link may lead to anything
    return stats === null || !stats.isFile() || stats.size > largestFile ? null : await readFile(file, 'utf8');
  }));
  const found = texts.filter((text) => text !== null);
  return found.length > 1 ? [...new Set(found.flatMap((text) => text.split('\n')))].join('\n') : (found[0] ?? null);
}

async function commitTimes(git: GitContext, commits: readonly CommitId[]): Promise<(commit: CommitId) => number | null> {
  if (commits.length === 0) return () => null;
  const found = await readCommits(git, ['--no-walk=unsorted', '--ignore-missing'], commits, { declaredToolsOf: () => [] });
  const times = new Map(found.map(({ id, committedAt }) => [id, committedAt]));
  return (commit) => times.get(commit) ?? null;
}

/** Takes all records of all known kinds apart. */
export async function readAttestations(git: GitContext, { refs, traces }: LineRecords): Promise<AttestedLines> {
  const byCommit = new Map<string, Attestation[]>();
  const counts: RecordCounts[] = [];
  const add = (commit: string, attestations: readonly Attestation[]): void => {
    if (attestations.length > 0) byCommit.set(commit, [...(byCommit.get(commit) ?? []), ...attestations]);
  };
  let notes = 0;
  for (const source of noteSources) {
    const tip = refs.get(source.ref);
    if (tip === undefined) continue;
    // notes lie in a tree whose file names are the commits' ids, fanned out by slashes
    const entries = (await listTree(git, tip)).map(({ path, id }) => ({ commit: path.replaceAll('/', ''), id })).filter(({ commit }) => isCommitId(commit));
    const texts: { commit: string; text: string }[] = [];
    let at = 0;
    for await (const { content } of catFiles(git, entries.map(({ id }) => id))) {
      const { commit } = entries[at++]!;
      if (content !== null) texts.push({ commit, text: source.brief(content.toString('utf8')) });
    }
    notes += texts.length;
    const readings = parseNotes(source, texts);
    readings.forEach((reading, index) => add(texts[index]!.commit, reading.attestations));
    counts.push({
      source: source.id, place: source.ref, records: texts.length, withoutLines: 0,
      unreadable: sum(readings.map((reading) => reading.unreadable)), unknown: sum(readings.map((reading) => reading.unknownKeys)),
    });
  }
  if (traces !== null) {
    for (const [commit, { attestations }] of traces.byCommit) add(commit, attestations);
    const readings = [...traces.byCommit.values()];
    counts.push({ source: 'agent-trace', place: agentTraceFile, records: traces.records, unreadable: traces.unreadable, unknown: sum(readings.map((reading) => reading.unknownKeys)), withoutLines: traces.edits.length });
  }
  return { byCommit, counts, reachesBack: notes > 0 ? 0 : (traces?.attestsFrom ?? null) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * The same, with nothing in it of how other people work: their sessions only as keyed fingerprints (enough to
 * tell one from the other), their models not at all. So neither is ever stored, let alone shown.
 * @param mine commits by the running person; what is in others, or in commits not looked at, is somebody else's
 */
export function withoutOthersSessions(byCommit: AttestedLines['byCommit'], mine: ReadonlySet<CommitId>, key: FingerprintKey): Map<CommitId, readonly Attestation[]> {
  const nameless = (one: Attestation): Attestation => ({ ...one, model: null, session: fingerprintText(key, JSON.stringify([one.session, one.model])).toString(16) });
  return new Map([...byCommit].map(([commit, attestations]) => [commit, mine.has(commit) ? attestations : attestations.map(nameless)]));
}
