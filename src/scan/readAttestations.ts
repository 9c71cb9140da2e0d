import { parseNotes } from '../capture/notes/noteSource.ts';
import { noteSources } from '../capture/notes/registry.ts';
import { catFiles, listTree } from '../git/blobs.ts';
import type { GitContext } from '../git/process.ts';
import { runGit } from '../git/process.ts';
import type { CommitId } from '../model/commit.ts';
import { isCommitId } from '../model/commit.ts';
import type { Attestation } from '../model/contribution.ts';
import { fingerprintText } from '../model/fingerprint.ts';
import type { FingerprintKey } from '../model/fingerprint.ts';

/** Everything that notes beside the commits attest to AI tools. */
export interface AttestedLines {
  readonly byCommit: ReadonlyMap<string, readonly Attestation[]>;
  readonly notes: number;
  /** Lines of notes that could not be read, and keys of no known kind: they stay unknown. */
  readonly unreadable: number;
}

/** Names the state of all notes refs; empty when there are none. Changes when any note does. */
export async function notesState(git: GitContext): Promise<string> {
  const output = await runGit(git, ['for-each-ref', '--format=%(refname) %(objectname)', ...noteSources.map((source) => source.ref)]);
  return output.toString('utf8').trim();
}

/** Reads all notes of all known kinds. */
export async function readAttestations(git: GitContext, state: string): Promise<AttestedLines> {
  const byCommit = new Map<string, Attestation[]>();
  let notes = 0;
  let unreadable = 0;
  for (const source of noteSources) {
    const tip = state.split('\n').find((line) => line.startsWith(`${source.ref} `))?.slice(source.ref.length + 1);
    if (tip === undefined) continue;
    // notes lie in a tree whose file names are the commits' ids, fanned out by slashes
    const entries = (await listTree(git, tip)).map(({ path, id }) => ({ commit: path.replaceAll('/', ''), id })).filter(({ commit }) => isCommitId(commit));
    const texts: { commit: string; text: string }[] = [];
    let at = 0;
    for await (const { content } of catFiles(git, entries.map(({ id }) => id))) {
      const { commit } = entries[at++]!;
      if (content !== null) texts.push({ commit, text: content.toString('utf8') });
    }
    notes += texts.length;
    parseNotes(source, texts).forEach((reading, index) => {
      const { commit } = texts[index]!;
      unreadable += reading.unreadable + reading.unknownKeys;
      if (reading.attestations.length > 0) byCommit.set(commit, [...(byCommit.get(commit) ?? []), ...reading.attestations]);
    });
  }
  return { byCommit, notes, unreadable };
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
