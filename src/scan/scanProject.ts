import { createFollowStore } from '../ledger/followStore.ts';
import { applyRetention } from '../ledger/retention.ts';
import { removeUnfollowed } from '../ledger/unfollowed.ts';
import type { ScanSummary } from '../model/project.ts';
import { captureStep, lookAtLogs } from './captureStep.ts';
import { followProject } from './followProject.ts';
import type { ProjectParts } from './projectParts.ts';
import { findLineRecords } from './readAttestations.ts';
import { knownUntil, readBranches } from './readBranches.ts';
import { createStopwatch } from './stopwatch.ts';
import { summarise } from './summarise.ts';
import { tellWeeksOnceADay } from './tellWeeks.ts';

/** Reads what is new in logs and in git, follows every line, and keeps what was found. */
export async function scanProject(parts: ProjectParts, signal?: AbortSignal): Promise<ScanSummary> {
  const watch = createStopwatch();
  // none of this waits for the other
  const [branches, logs] = await Promise.all([readBranches(parts), lookAtLogs(parts)]);
  const records = await findLineRecords(parts, branches.notes);
  watch.lap('Branches', branches.main === null ? 'no commit yet' : `${branches.main.name}, ${branches.refs.length} refs`);
  const captured = await captureStep(parts, branches.main, logs, signal);
  watch.lap('Agent logs', captured.bytesRead === 0 ? `nothing new in ${captured.files} files` : `${captured.contributions} new edits in ${captured.files} files`);
  const store = createFollowStore(parts.ledger, parts.repo);
  const commitsRead = branches.main === null ? 0 : await followProject(parts, branches, branches.main, store, { captured, records }, signal, watch.lap);
  removeUnfollowed(parts.ledger, parts.repo, captured.observed);
  applyRetention(parts.ledger, parts.options.asOf);
  if (tellWeeksOnceADay(parts, knownUntil(branches.main, parts.options.asOf))) watch.lap('Weeks', 'told');
  return summarise(parts, { captured, commitsRead, steps: watch.steps() });
}
