import type { CommitId } from '../model/commit.ts';
import type { RememberedCommit } from './branchMemory.ts';

/** The commits of branches that are remembered, and which of them each tip of a branch reaches. */
export interface RememberedBranches {
  readonly commits: readonly RememberedCommit[];
  readonly tips: Readonly<Record<CommitId, readonly CommitId[]>>;
}

interface Header {
  /** [commit, UTC ms, how many fingerprints, paths] */
  readonly commits: readonly (readonly [CommitId, number, number, readonly string[]])[];
  /** By tip: places in `commits`. */
  readonly tips: Readonly<Record<CommitId, readonly number[]>>;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Length of the header as 4 bytes (little endian), the header as JSON, then all fingerprints as 64-bit floats. */
export function encodeBranches({ commits, tips }: RememberedBranches): Uint8Array {
  const placeOf = new Map(commits.map(({ id }, at) => [id, at]));
  const header: Header = {
    commits: commits.map(({ id, at, prints, paths }) => [id, at, prints.length, paths]),
    tips: Object.fromEntries(Object.entries(tips).map(([tip, ids]) => [tip, ids.map((id) => placeOf.get(id)!)])),
  };
  const text = encoder.encode(JSON.stringify(header));
  const count = commits.reduce((sum, { prints }) => sum + prints.length, 0);
  const bytes = new Uint8Array(4 + text.length + 8 * count);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, text.length, true);
  bytes.set(text, 4);
  let at = 4 + text.length;
  for (const { prints } of commits) for (let print = 0; print < prints.length; print++, at += 8) view.setFloat64(at, prints[print]!, true);
  return bytes;
}

export function decodeBranches(bytes: Uint8Array): RememberedBranches {
  const header = headerOf(bytes);
  const floats = bytes.slice(4 + lengthOf(bytes));
  const view = new DataView(floats.buffer);
  let from = 0;
  const commits = header.commits.map(([id, at, count, paths]): RememberedCommit => {
    const prints = new Float64Array(count);
    for (let print = 0; print < count; print++) prints[print] = view.getFloat64(8 * (from + print), true);
    from += count;
    return { id, at, paths, prints };
  });
  return { commits, tips: Object.fromEntries(Object.entries(header.tips).map(([tip, places]) => [tip, places.map((place) => header.commits[place]![0])])) };
}

function lengthOf(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
}

/** Without the fingerprints. */
function headerOf(bytes: Uint8Array): Header {
  // only encodeBranches writes it, under a name with its version
  return JSON.parse(decoder.decode(bytes.subarray(4, 4 + lengthOf(bytes)))) as Header;
}
