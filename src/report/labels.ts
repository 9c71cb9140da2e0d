import type { Cause, Fate, Stage } from '../model/fate.ts';
import type { Grade } from '../model/provenance.ts';
import type { Phase } from '../model/readModel.ts';
import type { SourceState } from '../model/sourceState.ts';

/** The words of the vocabulary as people read them, and each one's meaning in a sentence. */

export const stageLabels: Readonly<Record<Stage, string>> = {
  written: 'written', committed: 'committed', review: 'in review', merged: 'merged', '14d': 'alive at 14 days', '30d': 'alive at 30 days', '90d': 'alive at 90 days',
};

export const fateMeanings: Readonly<Record<Fate, string>> = {
  pending: 'not seen in a commit yet',
  kept: 'as it was written',
  reformatted: 'same tokens, other white space',
  moved: 'same text, elsewhere',
  edited: 'at least 60% of its tokens still there',
  rewritten: 'replaced by something else',
  deleted: 'nothing took its place',
  reverted: 'taken back by a revert',
  dropped: 'gone before it was in a commit',
  unknown: 'lost from sight; not decidable',
};

export const causeLabels: Readonly<Record<Cause, string>> = { me: 'me', 'me with AI': 'me with AI', 'someone else': 'someone else', unknown: 'unknown' };

export const gradeMeanings: Readonly<Record<Grade, string>> = {
  recorded: "the agent's own log, success confirmed",
  attested: 'a line-level record in git',
  observed: 'seen in the editor',
  inferred: 'only the shape of the change says so',
  declared: 'a commit trailer, the whole commit',
};

/** States of a source in which edits are being missed. */
export const troubledStates: readonly SourceState[] = ['unreadable', 'changed', 'silent'];

export const phaseLabels: Readonly<Record<Phase, string>> = {
  'before commit': 'before they were committed',
  'before merge': 'after the commit, before the merge',
  'in review': 'in review',
  'after merge': 'after the merge',
};
