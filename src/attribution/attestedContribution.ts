import type { CommitFacts } from '../model/commit.ts';
import type { Attestation, Contribution } from '../model/contribution.ts';
import type { AddedLine, LineReader } from './commitLines.ts';

/** The contribution that a record in git attests, now that the commit's lines are at hand. */
export function attestedContribution(attestation: Attestation, lines: readonly AddedLine[], commit: CommitFacts, mine: boolean, reader: LineReader): Contribution {
  return {
    id: `${attestation.source}:${commit.id}:${attestation.session}:${attestation.path}`,
    source: attestation.source,
    tool: attestation.tool,
    model: attestation.model,
    session: attestation.session,
    // when exactly it was written is not recorded: not later than the author's own time of the commit
    at: Math.min(commit.authoredAt, commit.committedAt),
    path: attestation.path,
    worktree: '',
    branch: null,
    operation: 'edit',
    grade: 'attested',
    mine,
    inserted: lines.map((line) => ({ fingerprint: line.print, loose: reader.loose(line), tokens: reader.tokens(line), flags: reader.flags(line) })),
    removed: [],
  };
}
