import { cohorts } from '../ledger/cohortQuery.ts';
import { coverage } from '../ledger/coverage.ts';
import { isAlive } from '../model/fate.ts';
import { handSource } from '../model/observed.ts';
import type { ScanSummary } from '../model/project.ts';
import type { CaptureResult } from './captureStep.ts';
import type { ProjectParts } from './projectParts.ts';

/** What the scan did, and all that is held of the repository now. */
export function summarise(parts: ProjectParts, done: { readonly captured: CaptureResult; readonly commitsRead: number; readonly steps: ScanSummary['steps'] }): ScanSummary {
  const lines = { written: 0, effective: 0, committed: 0, merged: 0, alive: 0, pending: 0, unknown: 0 };
  for (const cohort of cohorts(parts.ledger, parts.repo)) {
    if (!cohort.mine) continue;
    lines.written += cohort.lines;
    if (!cohort.effective) continue;
    lines.effective += cohort.lines;
    if (cohort.committedAt !== null) lines.committed += cohort.lines;
    if (cohort.mergedAt !== null) lines.merged += cohort.lines;
    if (isAlive(cohort.fate) && cohort.mergedAt !== null) lines.alive += cohort.lines;
    if (cohort.fate === 'pending') lines.pending += cohort.lines;
    if (cohort.fate === 'unknown') lines.unknown += cohort.lines;
  }
  const held = coverage(parts.ledger, parts.repo).filter(({ source }) => source !== handSource);
  return {
    repo: parts.name,
    steps: done.steps,
    logs: { files: done.captured.files, bytesRead: done.captured.bytesRead, sessions: held.reduce((sum, source) => sum + source.sessions, 0) },
    counts: done.captured.counts,
    commitsRead: done.commitsRead,
    contributions: held.reduce((sum, source) => sum + source.contributions, 0),
    lines,
    notes: [...parts.ledger.notices, ...repositoryNotes(parts), ...done.captured.problems],
  };
}

/** What a person should know about the repository before believing a figure. */
export function repositoryNotes(parts: ProjectParts): string[] {
  const notes: string[] = [];
  if (parts.facts.empty) notes.push('This repository has no commit yet; scan again after the first one.');
  if (parts.facts.shallow) notes.push('This is a shallow clone: history before its border is unseen. Run `git fetch --unshallow` to see all of it.');
  if (parts.facts.partial) notes.push('This is a partial clone: nothing is fetched for a scan, which stops where a file version that it needs is not here.');
  if (parts.facts.bare) notes.push('This is a bare repository: uncommitted text can not be seen.');
  return notes;
}
