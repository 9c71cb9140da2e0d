import type { Attestation } from '../../model/contribution.ts';
import { toolName, unnamedTool } from '../toolNames.ts';
import { parseNoteText, withMetadata } from './gitAiNoteText.ts';
import type { NoteEntry } from './gitAiNoteText.ts';
import { united, without } from './lineRanges.ts';
import type { LineRange } from './lineRanges.ts';
import type { HandAttestation, NoteAgent, NoteReading, NoteSource } from './noteSource.ts';

const source = 'git-ai';

/** Notes of git-ai (authorship/3.0.0): line numbers of the commit's own version of each file. */
export const gitAiNotes: NoteSource = { id: source, name: 'git-ai notes', ref: 'refs/notes/ai', verified: 'Notes on refs/notes/ai; seen in real notes of git-ai 1.x.', brief: briefNote, agents: gitAiAgents, parse: parseGitAiNote };

/** Reads one commit's note. Damaged notes give what can be read of them. */
export function parseGitAiNote(note: string, commit: string, known: ReadonlyMap<string, NoteAgent> = new Map()): NoteReading {
  const { entries, metadata, unreadable } = parseNoteText(note);
  const own = agentsOf(metadata);
  const agents = (key: string): NoteAgent => own.get(key) ?? known.get(key) ?? { tool: unnamedTool, model: null, session: key };
  const byPath = new Map<string, NoteEntry[]>();
  for (const entry of entries) byPath.set(entry.path, [...(byPath.get(entry.path) ?? []), entry]);
  const attestations: Attestation[] = [];
  const hand: HandAttestation[] = [];
  let unknownKeys = 0;
  for (const [path, ofPath] of byPath) {
    const byOwner = new Map<string, { owner: NoteAgent | 'hand'; ranges: LineRange[] }>();
    let taken: LineRange[] = [];
    // Where entries overlap, the later one holds; every line counts once.
    for (const entry of ofPath.toReversed()) {
      const left = without(entry.ranges, taken);
      taken = united([...taken, ...entry.ranges]);
      const owner = ownerOf(entry.key, agents);
      if (owner === null) unknownKeys++;
      else {
        const id = owner === 'hand' ? owner : JSON.stringify(owner);
        byOwner.set(id, { owner, ranges: [...(byOwner.get(id)?.ranges ?? []), ...left] });
      }
    }
    for (const { owner, ranges } of byOwner.values()) {
      if (ranges.length === 0) continue;
      if (owner === 'hand') hand.push({ commit, path, ranges: united(ranges), source, origin: 'hand' });
      else attestations.push({ commit, path, ranges: united(ranges), source, ...owner });
    }
  }
  return { attestations, hand, unknownKeys, unreadable };
}

/**
 * Who a key stands for: `s_…::t_…` an AI session and one of its edits, 7 to 16 bare hex digits an AI prompt
 * (older notes), `h_…` a person. Null: a kind not known. Without a description an AI key is still an AI's.
 */
function ownerOf(key: string, agents: (key: string) => NoteAgent): NoteAgent | 'hand' | null {
  if (/^h_[0-9a-f]+$/.test(key)) return 'hand';
  const session = /^(s_[0-9a-f]+)(?:::t_[0-9a-f]+)?$/.exec(key)?.[1];
  if (session !== undefined) return agents(session);
  return /^[0-9a-f]{7,16}$/.test(key) ? agents(key) : null;
}

/** The AI sessions and prompts that a note describes. */
export function gitAiAgents(note: string): ReadonlyMap<string, NoteAgent> {
  return agentsOf(parseNoteText(note).metadata);
}

/** The line numbers, and of each session or prompt only what `agentOf` reads. */
function briefNote(note: string): string {
  return withMetadata(note, (metadata) =>
    Object.fromEntries(described.map((group): [string, unknown] => {
      const entries = Object.entries(asRecord(metadata[group])).map(([key, entry]): [string, unknown] => {
        const agent = member(entry, 'agent_id');
        return [key, { agent_id: { tool: member(agent, 'tool'), id: member(agent, 'id'), model: member(agent, 'model') } }];
      });
      return [group, Object.fromEntries(entries)];
    })),
  );
}

type Metadata = Readonly<Record<string, unknown>>;

/** Where the metadata describes who a key stands for. */
const described = ['prompts', 'sessions'] as const;

function asRecord(value: unknown): Metadata {
  return typeof value === 'object' && value !== null ? (value as Metadata) : {};
}

function agentsOf(metadata: Metadata): Map<string, NoteAgent> {
  const agents = new Map<string, NoteAgent>();
  for (const group of described) {
    for (const [key, entry] of Object.entries(asRecord(metadata[group]))) {
      const agent = agentOf(member(entry, 'agent_id'), key);
      if (agent !== null) agents.set(key, agent);
    }
  }
  return agents;
}

function agentOf(agent: unknown, key: string): NoteAgent | null {
  const model = member(agent, 'model');
  const session = member(agent, 'id');
  const tool = member(agent, 'tool');
  if (typeof tool !== 'string') return null;
  return {
    tool: toolName(tool),
    model: typeof model === 'string' && model !== '' && model !== 'unknown' ? model : null,
    session: typeof session === 'string' && session !== '' ? session : key,
  };
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Metadata)[name] : undefined;
}
