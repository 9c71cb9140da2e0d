import { createBlockIndex } from '../../attribution/duplicates/blockIndex.ts';
import type { FollowStore } from '../../model/followStore.ts';

export const blocksStateName = 'blocks/1';

/** The block index as an earlier run left it; null when there was none to make yet. */
export function loadBlocks(store: FollowStore): Uint8Array | null {
  return store.state(blocksStateName);
}

/** @param blocks null when nothing was added */
export function saveBlocks(store: FollowStore, blocks: Uint8Array | null): void {
  if (blocks !== null) store.setState(blocksStateName, blocks);
}

/** The index for an export: which texts are remembered, the same in whatever order they were met. */
export function describeBlocks(bytes: Uint8Array): object {
  const texts = createBlockIndex(bytes).texts().map(({ path, at, shingles }) => JSON.stringify([path, at, shingles]));
  return { texts: texts.toSorted().map((text): unknown => JSON.parse(text)) };
}
