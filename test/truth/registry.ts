import type { Scenario } from './scenario.ts';
import { agentDeletes } from './scenarios/agentDeletes.ts';
import { agentReplaced } from './scenarios/agentReplaced.ts';
import { amend } from './scenarios/amend.ts';
import { changedElsewhere } from './scenarios/changedElsewhere.ts';
import { cherryPick } from './scenarios/cherryPick.ts';
import { conflictEdits } from './scenarios/conflictEdits.ts';
import { copied, copyOutlives } from './scenarios/copied.ts';
import { direct } from './scenarios/direct.ts';
import { dropped } from './scenarios/dropped.ts';
import { editedBeforeCommit } from './scenarios/editedBeforeCommit.ts';
import { excludedFiles } from './scenarios/excludedFiles.ts';
import { fastForward } from './scenarios/fastForward.ts';
import { fileJoin } from './scenarios/fileJoin.ts';
import { fileSplit } from './scenarios/fileSplit.ts';
import { fixupAutosquash } from './scenarios/fixupAutosquash.ts';
import { forcePush } from './scenarios/forcePush.ts';
import { formatBeforeCommit } from './scenarios/formatBeforeCommit.ts';
import { formatter } from './scenarios/formatter.ts';
import { foxtrot } from './scenarios/foxtrot.ts';
import { interactiveRebase } from './scenarios/interactiveRebase.ts';
import { lineEndings } from './scenarios/lineEndings.ts';
import { mainIntoFeature } from './scenarios/mainIntoFeature.ts';
import { mateSquash } from './scenarios/mateSquash.ts';
import { mergeCommit } from './scenarios/mergeCommit.ts';
import { conflictInBranch, mergeThatChanges, mergeToMainThatChanges } from './scenarios/mergeResolutions.ts';
import { moveAcross } from './scenarios/moveAcross.ts';
import { moveInside } from './scenarios/moveInside.ts';
import { neverPushed } from './scenarios/neverPushed.ts';
import { nonUtf8 } from './scenarios/nonUtf8.ts';
import { octopus } from './scenarios/octopus.ts';
import { parallelBranches } from './scenarios/parallelBranches.ts';
import { partialCommit } from './scenarios/partialCommit.ts';
import { pending } from './scenarios/pending.ts';
import { prunedBranch } from './scenarios/prunedBranch.ts';
import { rebaseMerge } from './scenarios/rebaseMerge.ts';
import { renamed } from './scenarios/renamed.ts';
import { repeatedBlock } from './scenarios/repeatedBlock.ts';
import { resetting } from './scenarios/resetting.ts';
import { revertOfRevert } from './scenarios/revertOfRevert.ts';
import { reverted } from './scenarios/reverted.ts';
import { reviewAgent } from './scenarios/reviewAgent.ts';
import { reviewMate } from './scenarios/reviewMate.ts';
import { reviewMe } from './scenarios/reviewMe.ts';
import { rootCommit } from './scenarios/rootCommit.ts';
import { shallow } from './scenarios/shallow.ts';
import { squashMerge } from './scenarios/squashMerge.ts';
import { branchOnBranch, stackedBranches } from './scenarios/stackedBranches.ts';
import { stashed } from './scenarios/stashed.ts';
import { submodule } from './scenarios/submodule.ts';
import { worktree } from './scenarios/worktree.ts';
import { worktreeRemoved } from './scenarios/worktreeRemoved.ts';

/** Every named way code travels, in the order in which the table shows them. */
export const scenarios: readonly Scenario[] = [
  mergeCommit, squashMerge, rebaseMerge, fastForward, cherryPick, amend,
  fixupAutosquash, interactiveRebase, stashed, resetting, forcePush,
  reverted, revertOfRevert, renamed, copied, copyOutlives, fileSplit,
  fileJoin, moveInside, moveAcross, changedElsewhere, formatter, formatBeforeCommit,
  lineEndings, partialCommit, parallelBranches, conflictEdits, mainIntoFeature, stackedBranches, branchOnBranch,
  mergeThatChanges, mergeToMainThatChanges, conflictInBranch,
  submodule, worktree, worktreeRemoved, octopus, rootCommit,
  nonUtf8, agentReplaced, editedBeforeCommit, reviewMe, reviewAgent, reviewMate,
  agentDeletes, mateSquash, direct, neverPushed, dropped,
  pending, shallow, prunedBranch, excludedFiles, foxtrot, repeatedBlock,
];
