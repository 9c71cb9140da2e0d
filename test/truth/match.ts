import type { AnswerLine } from './answer.ts';
import type { Truth, TruthLine } from './truth.ts';

export type Matched = {
  /** Each AI line with the row that speaks of it, if any does. */
  readonly pairs: ReadonlyMap<TruthLine, AnswerLine | undefined>;
  /** Rows about effective lines that no agent wrote, or that another row already told. */
  readonly invented: readonly AnswerLine[];
};

const tolerance = 30_000;

/**
 * Finds the AI line each row means: by its contribution (the time it was written; edits are minutes apart) and
 * by its place, first where it was committed, then where it is now. Rows without a place (dropped, pending) can
 * only be told apart by what they say: they are dealt to the contribution's lines so that most agree.
 */
export function matchRows(truth: Truth, rows: readonly AnswerLine[]): Matched {
  const byId = new Map(truth.lines.map((line) => [line.id, line]));
  const times = [...new Set(truth.lines.map(({ writtenAt }) => writtenAt))].sort((a, b) => a - b);
  const taken = new Map<TruthLine, AnswerLine>();
  const invented: AnswerLine[] = [];
  const placeless = new Map<number, AnswerLine[]>();

  for (const row of rows) {
    const at = times.find((time) => Math.abs(time - row.writtenAt) <= tolerance);
    if (at !== undefined && (row.commit === null || row.path === null || row.line === null) && row.pathNow === null) {
      placeless.set(at, [...(placeless.get(at) ?? []), row]);
      continue;
    }
    const placed = row.commit !== null && row.path !== null && row.line !== null;
    const here = placed ? truth.idsAt(row.commit, row.path, row.line) : [];
    const now = row.pathNow === null || row.lineNow === null ? [] : (truth.headOrigin.get(row.pathNow)?.[row.lineNow - 1]?.ids ?? []);
    const line = [...here, ...now].map((id) => byId.get(id)).find((one) => one !== undefined && one.writtenAt === at && !taken.has(one));
    if (line !== undefined) taken.set(line, row);
    else if (!placed || truth.effectiveAt(row.commit, row.path, row.line)) invented.push(row);
  }

  for (const [at, some] of placeless) {
    const open = truth.lines.filter((line) => line.writtenAt === at && !taken.has(line));
    let left = [...some];
    const deal = (fits: (line: TruthLine, row: AnswerLine) => boolean): void => {
      for (const line of open) {
        if (taken.has(line)) continue;
        const row = left.find((one) => fits(line, one));
        if (row === undefined) continue;
        taken.set(line, row);
        left = left.filter((one) => one !== row);
      }
    };
    deal((line, row) => line.effective && fateAgrees(line, row) && stageAgrees(line, row) && line.cause === row.cause);
    deal((line, row) => line.effective && fateAgrees(line, row));
    deal((line, row) => !line.effective && fateAgrees(line, row));
    deal((line) => line.effective);
    deal(() => true);
    invented.push(...left);
  }
  // where texts are the same, a row may mean the one that no observer could tell from the other
  const certain = invented.filter((row) => {
    const twin = truth.lines.find((line) => line.ambiguous && !taken.has(line) && Math.abs(line.writtenAt - row.writtenAt) <= tolerance);
    if (twin !== undefined) taken.set(twin, row);
    return twin === undefined;
  });
  return { pairs: new Map(truth.lines.map((line) => [line, taken.get(line)])), invented: certain };
}

export function fateAgrees(line: TruthLine, row: AnswerLine): boolean {
  return row.fate === line.fate || line.also.some(({ fate }) => fate === row.fate);
}

export function stageAgrees(line: TruthLine, row: AnswerLine): boolean {
  return row.stage === line.stage || line.also.some(({ stage, fate }) => stage === row.stage && fate === row.fate);
}
