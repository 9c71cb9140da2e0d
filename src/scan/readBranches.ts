import { findDefaultBranch } from '../git/defaultBranch.ts';
import { readIdentity } from '../git/identity.ts';
import { readRefs } from '../git/refs.ts';
import type { Ref } from '../git/refs.ts';
import type { DefaultBranch, Identity } from '../model/repository.ts';
import type { ProjectParts } from './projectParts.ts';

/** The branches as they stand now, and who "me" is. */
export interface Branches {
  readonly refs: readonly Ref[];
  /** Null for a repository without any commit. */
  readonly main: DefaultBranch | null;
  readonly identity: Identity;
}

export async function readBranches(parts: ProjectParts): Promise<Branches> {
  const [refs, identity] = await Promise.all([readRefs(parts.git), readIdentity(parts.git, parts.options.addresses ?? [])]);
  const main = parts.facts.empty ? null : await findDefaultBranch(parts.git, parts.facts, refs, parts.options.defaultBranch ?? null);
  return { refs, main, identity };
}

/** UTC ms until which the default branch is known; a "now" in the past ends it earlier. */
export function knownUntil(main: DefaultBranch | null, asOf: number): number {
  return main === null ? asOf : Math.min(main.knownUntil, asOf);
}
