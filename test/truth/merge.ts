import type { FileState, Line, Tree } from './lines.ts';

/** Decides a region that both sides changed: what stands there afterwards. */
export type Resolve = (base: readonly Line[], ours: readonly Line[], theirs: readonly Line[]) => readonly Line[];

export type Merged<T> = { readonly value: T; readonly conflicts: number };

/** Pairs of indices of the longest common subsequence of two lists of the same line objects. */
function matches(a: readonly Line[], b: readonly Line[]): [number, number][] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const [n, m] = [a.length - head - tail, b.length - head - tail];
  const best = Array.from({ length: n + 1 }, () => new Uint16Array(m + 1));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = n - 1; i >= 0; i--) {
    const row = best[i];
    if (row === undefined) continue;
    for (let j = m - 1; j >= 0; j--) row[j] = a[head + i] === b[head + j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const pairs: [number, number][] = Array.from({ length: head }, (_, k) => [k, k]);
  for (let i = 0, j = 0; i < n && j < m;) {
    if (a[head + i] === b[head + j]) pairs.push([head + i++, head + j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  for (let k = tail; k > 0; k--) pairs.push([a.length - k, b.length - k]);
  return pairs;
}

const same = (a: readonly Line[], b: readonly Line[]): boolean => a.length === b.length && a.every((line, i) => line === b[i]);

/** Three-way merge by identity: an object found in all three lists is an anchor, what lies between is decided region by region. */
export function mergeLines(base: readonly Line[], ours: readonly Line[], theirs: readonly Line[], resolve: Resolve): Merged<readonly Line[]> {
  if (same(base, ours) || same(ours, theirs)) return { value: theirs, conflicts: 0 };
  if (same(base, theirs)) return { value: ours, conflicts: 0 };
  const toOurs = new Map(matches(base, ours));
  const toTheirs = new Map(matches(base, theirs));
  const out: Line[] = [];
  let [conflicts, o, a, b] = [0, 0, 0, 0];
  for (let anchor = 0; anchor <= base.length; anchor++) {
    const [nextA, nextB] = anchor === base.length ? [ours.length, theirs.length] : [toOurs.get(anchor), toTheirs.get(anchor)];
    if (nextA === undefined || nextB === undefined) continue;
    const [was, left, right] = [base.slice(o, anchor), ours.slice(a, nextA), theirs.slice(b, nextB)];
    if (same(was, left)) out.push(...right);
    else if (same(was, right) || same(left, right)) out.push(...left);
    else {
      conflicts++;
      out.push(...resolve(was, left, right));
    }
    const line = base[anchor];
    if (line !== undefined) out.push(line);
    [o, a, b] = [anchor + 1, nextA + 1, nextB + 1];
  }
  return { value: out, conflicts };
}

/** Three-way merge of trees; a file is the same file through renames. A file one side deleted is gone. */
export function mergeTrees(base: Tree, ours: Tree, theirs: Tree, resolve: Resolve): Merged<Tree> {
  const places = (tree: Tree): Map<number, [string, FileState]> => new Map([...tree].map(([path, file]) => [file.fid, [path, file]]));
  const [o, a, b] = [places(base), places(ours), places(theirs)];
  const out = new Map<string, FileState>();
  let conflicts = 0;
  for (const fid of new Set([...a.keys(), ...b.keys()])) {
    const [was, left, right] = [o.get(fid), a.get(fid), b.get(fid)];
    if (left === undefined || right === undefined) {
      const only = left ?? right;
      if (only !== undefined && was === undefined) out.set(only[0], only[1]);
      continue;
    }
    const path = was !== undefined && left[0] === was[0] ? right[0] : left[0];
    const merged = mergeLines(was?.[1].lines ?? [], left[1].lines, right[1].lines, resolve);
    conflicts += merged.conflicts;
    const lines = merged.value;
    out.set(path, lines === left[1].lines ? left[1] : lines === right[1].lines ? right[1] : { ...left[1], lines });
  }
  return { value: out, conflicts };
}
