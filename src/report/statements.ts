/** How lines are counted; shown wherever counts are. What hours take for granted are numbers, in `value/assumptions.ts`. */
export const countingRules: readonly string[] = [
  'Counted are effective lines: not blank, not comment-only, at least three word characters, not in lock, generated, vendored or minified files.',
  'Yours are edits from your own agent logs and editor, and lines that a record in git attests to AI in commits under your own addresses.',
  'Lines are recognised in commits by their content and order. A changed line counts as edited while at least 60% of its tokens are kept, and as rewritten below that.',
  'Days count from the merge into the default branch. Merges, squashes, rebases, renames and formatter runs are never a cause of death.',
  'The band of a curve holds 90% of resamples by episode (all work on one branch in one day). Lines merged before the window are watched from its start on, and lines still alive count as long as they were seen.',
];

/** What no count of lines says anything about, beside what no figure of hours does (`value/statements.ts`). */
export const notMeasuredOfLines: readonly string[] = [
  'Why a line was changed: a feature that grew looks like a correction.',
  'Text whose origin was not seen. It is unknown: counted neither as AI nor as written by hand.',
  'Work in agent logs that were deleted before they were read, or that lie on another machine.',
];

export const notMeasuredTitle = 'What is not measured';

/** Stands under every figure of hours; all of it stands under "What is not measured". */
export const hoursLeaveOut = 'Not in these hours: reviewers’ time, incidents, thinking away from the screen, what was learnt, and whether the code is good. More under “What is not measured”.';
