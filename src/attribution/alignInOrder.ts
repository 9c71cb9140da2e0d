/** A pair of positions in two sequences that were found to be the same line. */
export type Pair = readonly [left: number, right: number];

export interface Sequence {
  readonly length: number;
  /** What makes two lines the same; 0 never matches. */
  readonly key: (at: number) => number;
  /** False for lines that say nothing alone: they match only beside a neighbour that does. */
  readonly anchor: (at: number) => boolean;
  /** False where the line before is not really its neighbour (another hunk). */
  readonly joined?: (at: number) => boolean;
}

// A line that stands more often than this says little about place; the others around it decide.
const maxOccurrences = 40;

/**
 * Aligns two sequences in order by equal keys: the longest common subsequence of anchors
 * (Hunt and Szymanski 1977), then spread to equal neighbours, so that a `}` follows the block it closes.
 *
 *   left   a b } c }        pairs  a-a  b-b  }-} (beside b)  c-c  }-} (beside c)
 *   right  a b } x c }
 *
 * @returns pairs ascending on both sides, each position used at most once
 */
export function alignInOrder(left: Sequence, right: Sequence): Pair[] {
  return spread(left, right, longestCommonAnchors(left, right));
}

function longestCommonAnchors(left: Sequence, right: Sequence): Pair[] {
  const places = new Map<number, number[]>();
  for (let at = right.length - 1; at >= 0; at--) {
    const key = right.key(at);
    if (key === 0 || !right.anchor(at)) continue;
    const list = places.get(key);
    if (list === undefined) places.set(key, [at]);
    else list.push(at);
  }
  // tails[k]: the chain of length k + 1 that ends earliest on the right; places are tried from the
  // last to the first, so that one left line enters a chain only once
  const tails: { left: number; right: number; before: number }[] = [];
  const nodes: { left: number; right: number; before: number }[] = [];
  const tailNode: number[] = [];
  for (let at = 0; at < left.length; at++) {
    // what a line is worth is only asked of those that stand on both sides
    const list = places.get(left.key(at));
    if (list === undefined || list.length > maxOccurrences || !left.anchor(at)) continue;
    for (const place of list) {
      let low = 0;
      let high = tails.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (tails[middle]!.right < place) low = middle + 1;
        else high = middle;
      }
      const node = { left: at, right: place, before: low === 0 ? -1 : tailNode[low - 1]! };
      nodes.push(node);
      tails[low] = node;
      tailNode[low] = nodes.length - 1;
    }
  }
  const pairs: Pair[] = [];
  for (let at = tailNode.length === 0 ? -1 : tailNode[tailNode.length - 1]!; at >= 0; at = nodes[at]!.before) pairs.push([nodes[at]!.left, nodes[at]!.right]);
  return pairs.reverse();
}

/** Lets lines that are equal and adjacent to a matched pair match too, first forwards, then backwards. */
function spread(left: Sequence, right: Sequence, anchors: readonly Pair[]): Pair[] {
  const result: Pair[] = [];
  const same = (l: number, r: number): boolean => left.key(l) !== 0 && left.key(l) === right.key(r);
  const joined = (sequence: Sequence, at: number): boolean => sequence.joined?.(at) ?? true;
  let lastLeft = -1;
  let lastRight = -1;
  for (let at = 0; at <= anchors.length; at++) {
    const [nextLeft, nextRight] = anchors[at] ?? [left.length, right.length];
    let l = lastLeft + 1;
    let r = lastRight + 1;
    if (lastLeft >= 0) {
      while (l < nextLeft && r < nextRight && same(l, r) && joined(left, l) && joined(right, r)) result.push([l++, r++]);
    }
    const back: Pair[] = [];
    if (at < anchors.length) {
      let bl = nextLeft - 1;
      let br = nextRight - 1;
      while (bl >= l && br >= r && same(bl, br) && joined(left, bl + 1) && joined(right, br + 1)) back.push([bl--, br--]);
      result.push(...back.reverse(), [nextLeft, nextRight]);
    }
    lastLeft = nextLeft;
    lastRight = nextRight;
  }
  return result;
}
