import { noteSources } from '../capture/notes/registry.ts';
import { findDefaultBranch } from '../git/defaultBranch.ts';
import { readIdentity } from '../git/identity.ts';
import { readRefs } from '../git/refs.ts';
import type { Ref } from '../git/refs.ts';
import type { DefaultBranch, Identity } from '../model/repository.ts';
import type { ProjectParts } from './projectParts.ts';

/** The branches as they stand now, and who "me" is. */
export interface Branches {
  readonly refs: readonly Ref[];
  /** Those under which tools leave line-level records. */
  readonly notes: readonly Ref[];
  /** Null for a repository without any commit. */
  readonly main: DefaultBranch | null;
  readonly identity: Identity;
}

export async function readBranches(parts: ProjectParts): Promise<Branches> {
  const { git, settings, facts, options } = parts;
  const noteRefs = new Set(noteSources.map((source) => source.ref));
  const [listed, identity] = await Promise.all([readRefs(git, [...noteRefs]), readIdentity(git, options.addresses ?? [], { settings, facts })]);
  const refs = listed.filter(({ name }) => !noteRefs.has(name));
  const main = facts.empty ? null : await findDefaultBranch(git, facts, refs, options.defaultBranch ?? null);
  return { refs, notes: listed.filter(({ name }) => noteRefs.has(name)), main, identity };
}

/** UTC ms until which the default branch is known; a "now" in the past ends it earlier. */
export function knownUntil(main: DefaultBranch | null, asOf: number): number {
  return main === null ? asOf : Math.min(main.knownUntil, asOf);
}
