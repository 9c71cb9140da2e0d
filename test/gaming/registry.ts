import type { Strategy } from './strategy.ts';
import { acceptRevert } from './strategies/acceptRevert.ts';
import { aiOnly } from './strategies/aiOnly.ts';
import { backdatedCommits } from './strategies/backdatedCommits.ts';
import { commentSpam } from './strategies/commentSpam.ts';
import { deadInSmall } from './strategies/deadInSmall.ts';
import { duplicates } from './strategies/duplicates.ts';
import { fixElsewhere } from './strategies/fixElsewhere.ts';
import { forgedTimes } from './strategies/forgedTimes.ts';
import { forgedTranscripts } from './strategies/forgedTranscripts.ts';
import { forgedWorstTimes } from './strategies/forgedWorstTimes.ts';
import { generatedFiles } from './strategies/generatedFiles.ts';
import { idle } from './strategies/idle.ts';
import { manyAgents } from './strategies/manyAgents.ts';
import { moving } from './strategies/moving.ts';
import { neverTouched } from './strategies/neverTouched.ts';
import { onlyThrowAway } from './strategies/onlyThrowAway.ts';
import { othersCode } from './strategies/othersCode.ts';
import { paddingSome } from './strategies/paddingSome.ts';
import { paddingTen } from './strategies/paddingTen.ts';
import { paddingThree } from './strategies/paddingThree.ts';
import { questionsOnly } from './strategies/questionsOnly.ts';
import { reformatting } from './strategies/reformatting.ts';
import { regenerate } from './strategies/regenerate.ts';
import { replayedTranscripts } from './strategies/replayedTranscripts.ts';
import { retyped } from './strategies/retyped.ts';
import { shortenedSome } from './strategies/shortenedSome.ts';
import { shortenedTimes } from './strategies/shortenedTimes.ts';
import { slowTyping } from './strategies/slowTyping.ts';
import { splitBranches } from './strategies/splitBranches.ts';
import { splitCommits } from './strategies/splitCommits.ts';
import { splitDays } from './strategies/splitDays.ts';
import { splitSessions } from './strategies/splitSessions.ts';
import { throwAway } from './strategies/throwAway.ts';
import { tinyEdits } from './strategies/tinyEdits.ts';
import { trailingComments } from './strategies/trailingComments.ts';
import { typedOff } from './strategies/typedOff.ts';

/** Every known way to make the figures look better than the work, in the order in which the table shows them. */
export const strategies: readonly Strategy[] = [
  throwAway, onlyThrowAway, paddingTen, paddingThree, paddingSome, splitCommits,
  splitBranches, splitSessions, splitDays, generatedFiles, commentSpam, trailingComments,
  duplicates, reformatting, moving, regenerate, acceptRevert, replayedTranscripts,
  forgedTranscripts, forgedTimes, forgedWorstTimes, shortenedTimes, shortenedSome, backdatedCommits, retyped, typedOff, idle,
  slowTyping, neverTouched, aiOnly, manyAgents, tinyEdits, questionsOnly,
  othersCode, deadInSmall, fixElsewhere,
];
