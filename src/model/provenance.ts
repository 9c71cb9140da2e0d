/**
 * How sure we are that a piece of text came from an AI tool, best first.
 *
 * - recorded: the agent's own log says so and confirms the edit's success
 * - attested: a line-level record in git (git-ai notes, agent-trace)
 * - observed: the editor saw the accept command make the change
 * - inferred: only the shape of the change says so
 * - declared: a commit trailer; the whole commit, positive evidence only
 */
export const grades = ['recorded', 'attested', 'observed', 'inferred', 'declared'] as const;
export type Grade = (typeof grades)[number];

/** Grades whose lines count towards figures; the others are shown apart and never added in. */
export const countedGrades: readonly Grade[] = ['recorded', 'attested', 'observed'];

/** Where a line comes from. Text whose origin was not seen is `unknown`, never human and never AI. */
export const origins = ['ai', 'hand', 'unknown'] as const;
export type Origin = (typeof origins)[number];
