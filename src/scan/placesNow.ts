import type { FollowStore } from '../model/followStore.ts';
import { continued } from '../survival/fileMap.ts';
import { decodeFileMap } from '../survival/fileMapCodec.ts';

/** Where a line is at the head of the default branch. */
export interface PlaceNow {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

/** Place of every AI line that is alive at the head of the default branch, from the file maps. */
export function placesNow(store: FollowStore, riders: readonly (readonly [number, number])[]): Map<number, PlaceNow> {
  const places = new Map<number, PlaceNow>();
  for (const path of store.mappedPaths()) {
    const bytes = store.fileMap(path);
    if (bytes === null) continue;
    decodeFileMap(bytes).ids.forEach((id, at) => {
      if (id > 0 && id < continued) places.set(id, { path, line: at + 1 });
    });
  }
  for (const [line, rider] of riders) {
    const place = places.get(line);
    if (place !== undefined) places.set(rider, place);
  }
  return places;
}
