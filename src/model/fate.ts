/** The furthest point a line reached alive. Days count from the merge into the default branch. */
export const stages = ['written', 'committed', 'review', 'merged', '14d', '30d', '90d'] as const;
export type Stage = (typeof stages)[number];

/** Days after the merge at which survival is told. */
export const horizonDays = [14, 30, 90] as const;

/**
 * What became of an AI line.
 *
 *   open   pending
 *   alive  kept  reformatted  moved  edited
 *   dead   rewritten  deleted  reverted  dropped
 *   -      unknown: neither seen again nor decidable
 */
export const fates = ['pending', 'kept', 'reformatted', 'moved', 'edited', 'rewritten', 'deleted', 'reverted', 'dropped', 'unknown'] as const;
export type Fate = (typeof fates)[number];

export const aliveFates: readonly Fate[] = ['kept', 'reformatted', 'moved', 'edited'];
export const deadFates: readonly Fate[] = ['rewritten', 'deleted', 'reverted', 'dropped'];

export function isAlive(fate: Fate): boolean {
  return aliveFates.includes(fate);
}

export function isDead(fate: Fate): boolean {
  return deadFates.includes(fate);
}

/** Who or what ended (or edited) a line. Merges, squashes, rebases, renames and formatters are never causes. */
export const causes = ['me', 'me with AI', 'someone else', 'unknown'] as const;
export type Cause = (typeof causes)[number];

/** How a written line was recognised in a commit; counted apart. */
export const tiers = ['exact', 'white space', 'similar', 'attested'] as const;
export type Tier = (typeof tiers)[number];
