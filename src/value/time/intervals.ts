/** Stretch of time, UTC ms, `from` inclusive to `to` exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The same time without overlaps, in order: a minute counts once however many agents run. */
export function union(spans: readonly Span[]): Span[] {
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of spans.filter((span) => span.to > span.from).toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/** What of `spans` is in none of `taken` (both without overlaps, in order). */
export function without(spans: readonly Span[], taken: readonly Span[]): Span[] {
  const rest: Span[] = [];
  let at = 0;
  for (const { from, to } of spans) {
    let start = from;
    while (at < taken.length && taken[at]!.to <= start) at++;
    for (let next = at; next < taken.length && taken[next]!.from < to; next++) {
      if (taken[next]!.from > start) rest.push({ from: start, to: taken[next]!.from });
      start = Math.max(start, taken[next]!.to);
    }
    if (start < to) rest.push({ from: start, to });
  }
  return rest;
}

/** Length of spans without overlaps, in ms. */
export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}
