import { isDefaultRef, pushEvidence, trunkUpdates } from '../git/refs.ts';
import type { FollowStore } from '../model/followStore.ts';
import type { DefaultBranch } from '../model/repository.ts';
import type { RefMoves } from '../survival/trunkEntry.ts';
import type { ProjectParts } from './projectParts.ts';
import type { Branches } from './readBranches.ts';

/** Adds what the reflogs tell of refs that moved to what the ledger keeps of it. */
export async function readMoves(parts: ProjectParts, branches: Branches, main: DefaultBranch, store: FollowStore): Promise<RefMoves> {
  for (const push of await pushEvidence(parts.facts, main)) store.addPush(push);
  const { updates, before } = await trunkUpdates(parts.facts, branches.refs, main);
  for (const update of updates) store.addPush(update);
  const [trunk, pushes] = [store.pushes().filter(({ ref }) => isDefaultRef(ref, main)), store.pushes().filter(({ ref }) => !isDefaultRef(ref, main))];
  // git forgets old moves: what was before the oldest one kept is known only while the reflog holds that one
  return { trunk, before: trunk[0] !== undefined && trunk[0].commit === updates[0]?.commit ? before : null, branches: pushes };
}
