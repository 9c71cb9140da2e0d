import type { Answer, AnswerLine } from './answer.ts';
import type { Truth, TruthLine } from './truth.ts';
import { fateAgrees, matchRows, stageAgrees } from './match.ts';
import { day } from './world.ts';

/** Counts only, so that scores of many worlds add up. Effective lines, ambiguous ones apart. */
export type Score = {
  worlds: number;
  origin: { hit: number; invented: number; missed: number };
  /** Per fate: how often it was said rightly, said wrongly, and not said. */
  fates: Record<string, { hit: number; wrong: number; missed: number }>;
  cause: { right: number; of: number };
  stage: { right: number; of: number };
  /** Lines alive at the merge and 14, 30, 90 days after: in truth and as answered, of those that can be known. */
  alive: Record<'merged' | '14d' | '30d' | '90d', { truth: number; answered: number; of: number }>;
  retained: { error: number; of: number };
  ambiguous: { agree: number; of: number };
  /** Lines that repeat a block: flagged, flagged wrongly, not flagged. */
  duplicates: { hit: number; invented: number; missed: number };
  missing: number;
  invented: number;
};

const stages = ['written', 'committed', 'review', 'merged', '14d', '30d', '90d'];
const horizons = [['merged', 0], ['14d', 14], ['30d', 30], ['90d', 90]] as const;

export function emptyScore(): Score {
  const none = () => ({ truth: 0, answered: 0, of: 0 });
  return {
    worlds: 0, origin: { hit: 0, invented: 0, missed: 0 }, fates: {}, cause: { right: 0, of: 0 }, stage: { right: 0, of: 0 },
    alive: { merged: none(), '14d': none(), '30d': none(), '90d': none() }, retained: { error: 0, of: 0 }, ambiguous: { agree: 0, of: 0 }, duplicates: { hit: 0, invented: 0, missed: 0 }, missing: 0, invented: 0,
  };
}

/** Adds one world's comparison to a score. */
export function addScore(score: Score, truth: Truth, answer: Answer): void {
  const { pairs, invented } = matchRows(truth, answer.lines);
  const fate = (name: string) => (score.fates[name] ??= { hit: 0, wrong: 0, missed: 0 });
  score.worlds++;
  for (const [line, row] of pairs) {
    addDuplicate(score, line, row);
    if (!line.effective) continue;
    const agrees = row !== undefined && fateAgrees(line, row);
    if (line.ambiguous) {
      score.ambiguous.of++;
      if (agrees) score.ambiguous.agree++;
      continue;
    }
    if (row === undefined) score.missing++;
    if (agrees) fate(line.fate).hit++;
    else {
      fate(line.fate).missed++;
      if (row !== undefined) fate(row.fate).wrong++;
    }
    score.stage.of++;
    if (row !== undefined && stageAgrees(line, row)) score.stage.right++;
    if (line.cause !== null) {
      score.cause.of++;
      if (row?.cause === line.cause || (line.fate === 'dropped' && line.thrownAway && row?.cause === 'unknown')) score.cause.right++;
    }
    if (agrees && line.fate === 'edited') {
      score.retained.of++;
      score.retained.error += Math.abs((row.retained ?? 0) - line.retained);
    }
    for (const [name, days] of horizons) {
      const known = days === 0 ? line.fate !== 'pending' : line.mergedAt !== null && line.mergedAt + days * day <= truth.asOf;
      if (!known) continue;
      const there = score.alive[name];
      there.of++;
      if (stages.indexOf(line.stage) >= stages.indexOf(name)) there.truth++;
      if (row !== undefined && stages.indexOf(row.stage) >= stages.indexOf(name)) there.answered++;
    }
  }
  for (const row of invented) {
    score.invented++;
    fate(row.fate).wrong++;
  }
  addOrigin(score, truth, answer);
}

/** Whether a line repeats a block is known of those that were committed. */
function addDuplicate({ duplicates }: Score, line: TruthLine, row: AnswerLine | undefined): void {
  if (row === undefined || row.duplicate === null || row.commit === null || line.ambiguous) return;
  if (line.duplicate) duplicates[row.duplicate ? 'hit' : 'missed']++;
  else if (row.duplicate) duplicates.invented++;
}

/** Whose the lines at HEAD are: from `explain` where a file was explained, else from where the rows say lines are now. */
function addOrigin(score: Score, truth: Truth, answer: Answer): void {
  const said = new Set(answer.lines.map(({ pathNow, lineNow }) => `${pathNow ?? ''}:${lineNow ?? 0}`));
  for (const [path, lines] of truth.headOrigin) {
    const explained = answer.explained.get(path);
    lines.forEach((line, index) => {
      // A wrapped line's rows name its first part only.
      if (!line.effective || line.ambiguous || (line.continued && explained === undefined)) return;
      const ai = explained === undefined ? said.has(`${path}:${index + 1}`) : explained[index] === true;
      if (line.origin === 'ai') score.origin[ai ? 'hit' : 'missed']++;
      else if (ai) score.origin.invented++;
    });
  }
}

/** Adds the counts of `more` to `score`. */
export function mergeScores(score: Score, more: Score): void {
  const add = (into: Record<string, unknown>, from: Record<string, unknown>): void => {
    for (const [key, value] of Object.entries(from)) {
      if (typeof value === 'number') into[key] = (Number(into[key] ?? 0)) + value;
      else add((into[key] ??= {}) as Record<string, unknown>, value as Record<string, unknown>);
    }
  };
  add(score, more);
}

/** The figures a score stands for: shares from 0 to 1, `aliveError` in percentage points (the worst of the four). */
export type Figures = { originF1: number; precision: number; recall: number; fateF1: number; cause: number; stage: number; aliveError: number; retainedError: number; duplicateF1: number };

const share = (part: number, of: number): number => (of === 0 ? 1 : part / of);

export function figuresOf(score: Score): Figures {
  const { hit, invented, missed } = score.origin;
  const supported = Object.values(score.fates).filter((one) => one.hit + one.missed > 0);
  const f1 = supported.map((one) => share(2 * one.hit, 2 * one.hit + one.wrong + one.missed));
  return {
    originF1: share(2 * hit, 2 * hit + invented + missed), precision: share(hit, hit + invented), recall: share(hit, hit + missed),
    fateF1: f1.length === 0 ? 1 : f1.reduce((sum, one) => sum + one, 0) / f1.length,
    cause: share(score.cause.right, score.cause.of), stage: share(score.stage.right, score.stage.of),
    aliveError: Math.max(...Object.values(score.alive).map(({ truth, answered, of }) => (100 * Math.abs(truth - answered)) / Math.max(1, of))),
    duplicateF1: share(2 * score.duplicates.hit, 2 * score.duplicates.hit + score.duplicates.invented + score.duplicates.missed),
    retainedError: score.retained.of === 0 ? 0 : score.retained.error / score.retained.of,
  };
}
