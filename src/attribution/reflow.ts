/** Lines `left[0] … left[1]` (exclusive) hold the same tokens as `right[0] … right[1]`, wrapped differently. */
export interface Reflow {
  readonly left: readonly [number, number];
  readonly right: readonly [number, number];
}

// A formatter wraps one statement into a handful of lines; longer runs are told by their lines alone.
const maxLines = 40;

interface Tokens {
  readonly length: number;
  readonly tokens: (at: number) => Int32Array;
  readonly free: (at: number) => boolean;
}

/**
 * Finds runs of lines that differ only in where the lines break. Formatters add a trailing comma when
 * they wrap, so one optional separator before a break is allowed to be there on one side alone.
 *
 *   left   foo(alpha, beta);        right  foo(
 *                                            alpha,
 *                                            beta,
 *                                          );
 *
 * @param separators token fingerprints of `,` and `;`
 */
export function findReflows(left: Tokens, right: Tokens, separators: ReadonlySet<number>): Reflow[] {
  const starts = new Map<number, number[]>();
  for (let at = 0; at < right.length; at++) {
    const first = right.free(at) ? right.tokens(at)[0] : undefined;
    if (first === undefined) continue;
    const list = starts.get(first);
    if (list === undefined) starts.set(first, [at]);
    else list.push(at);
  }
  const found: Reflow[] = [];
  let usedRight = 0;
  for (let at = 0; at < left.length; at++) {
    const first = left.free(at) ? left.tokens(at)[0] : undefined;
    if (first === undefined) continue;
    for (const start of starts.get(first) ?? []) {
      if (start < usedRight) continue;
      const reflow = reflowAt(left, right, at, start, separators);
      if (reflow === null) continue;
      found.push(reflow);
      at = reflow.left[1] - 1;
      usedRight = reflow.right[1];
      break;
    }
  }
  return found;
}

/** Walks both token streams from the given lines until both sides end a line at once. */
function reflowAt(left: Tokens, right: Tokens, leftStart: number, rightStart: number, separators: ReadonlySet<number>): Reflow | null {
  let l = leftStart;
  let r = rightStart;
  let lt = 0;
  let rt = 0;
  let compared = 0;
  for (;;) {
    const leftLine = left.tokens(l);
    const rightLine = right.tokens(r);
    if (lt === leftLine.length && rt === rightLine.length) {
      const lines = l - leftStart + 1 + (r - rightStart + 1);
      if (compared > 2 && lines > 2) return { left: [leftStart, l + 1], right: [rightStart, r + 1] };
      if (lines === 2) return null;
    }
    if (lt === leftLine.length) {
      l++;
      lt = 0;
      if (l >= left.length || !left.free(l) || l - leftStart > maxLines) return null;
      continue;
    }
    if (rt === rightLine.length) {
      r++;
      rt = 0;
      if (r >= right.length || !right.free(r) || r - rightStart > maxLines) return null;
      continue;
    }
    if (leftLine[lt] === rightLine[rt]) {
      lt++;
      rt++;
      compared++;
    } else if (separators.has(rightLine[rt]!) && rt === rightLine.length - 1) rt++;
    else if (separators.has(leftLine[lt]!) && lt === leftLine.length - 1) lt++;
    else return null;
  }
}
