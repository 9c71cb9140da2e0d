import { censored, type Lifetime } from './lifetime.ts';

/**
 * Lifetimes summed up per day and cluster, ordered by day: a resample is then one sequential pass over flat
 * arrays, however many rows there were.
 *
 *   first    [0, 3, 5, ...]            steps of day d are first[d] to first[d + 1]
 *   cluster  [0, 1, 2,  0, 2,  ...]
 *   entering [9, 4, 7, -2, 1,  ...]    lines that come under watch less those that left the day before
 *   died     [1, 0, 0,  0, 3,  ...]
 */
export interface ClusterSteps {
  readonly clusters: number;
  readonly first: Int32Array;
  readonly cluster: Int32Array;
  readonly entering: Float64Array;
  readonly died: Float64Array;
  /** First day on which anybody died; the number of days when nobody did. */
  readonly firstDeath: number;
}

/** Rows never watched within the days are left out, and so are their clusters. */
export function clusterSteps(lifetimes: readonly Lifetime[], days: number): ClusterSteps {
  const rows = lifetimes.filter((row) => row.exit >= row.entry && row.entry < days);
  const numbers = new Map<string, number>();
  const clusterOf = Int32Array.from(rows, (row) => {
    let number = numbers.get(row.cluster);
    if (number === undefined) numbers.set(row.cluster, (number = numbers.size));
    return number;
  });
  const byDay = orderByDay(rows, days);
  const first = new Int32Array(days + 1);
  const cluster = new Int32Array(byDay.order.length);
  const entering = new Float64Array(byDay.order.length);
  const died = new Float64Array(byDay.order.length);
  const stepOf = new Int32Array(numbers.size).fill(-1);
  let steps = 0;
  let firstDeath = days;
  for (let day = 0; day < days; day++) {
    first[day] = steps;
    for (let at = byDay.first[day]!; at < byDay.first[day + 1]!; at++) {
      const index = byDay.order[at]!;
      const number = clusterOf[index >> 2]!;
      let step = stepOf[number]!;
      if (step < first[day]!) {
        stepOf[number] = step = steps++;
        cluster[step] = number;
      }
      const { weight } = rows[index >> 2]!;
      const what = index & 3;
      if (what === happening.enters) entering[step]! += weight;
      else if (what === happening.left) entering[step]! -= weight;
      else {
        died[step]! += weight;
        firstDeath = Math.min(firstDeath, day);
      }
    }
  }
  first[days] = steps;
  return { clusters: numbers.size, first, cluster: cluster.subarray(0, steps), entering: entering.subarray(0, steps), died: died.subarray(0, steps), firstDeath };
}

const happening = { enters: 0, left: 1, died: 2 } as const;

/** Counting sort of all happenings (row number times four, plus what happens) by day. */
function orderByDay(rows: readonly Lifetime[], days: number): { readonly first: Int32Array; readonly order: Int32Array } {
  const first = new Int32Array(days + 2);
  forEachHappening(rows, days, (day) => {
    first[day + 2]! += 1;
  });
  for (let day = 2; day < days + 2; day++) first[day]! += first[day - 1]!;
  const order = new Int32Array(first[days + 1]!);
  forEachHappening(rows, days, (day, index) => {
    order[first[day + 1]!++] = index;
  });
  return { first, order };
}

function forEachHappening(rows: readonly Lifetime[], days: number, visit: (day: number, index: number) => void): void {
  for (const [at, row] of rows.entries()) {
    visit(row.entry, at * 4 + happening.enters);
    if (row.exit + 1 < days) visit(row.exit + 1, at * 4 + happening.left);
    if (row.exit < days && row.cause !== censored) visit(row.exit, at * 4 + happening.died);
  }
}
