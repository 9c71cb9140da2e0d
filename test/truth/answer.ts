import type { Truth } from './truth.ts';

/** A row of `lines --json`, as far as scoring reads it. */
export type AnswerLine = {
  readonly path: string | null;
  readonly line: number | null;
  readonly commit: string | null;
  /** UTC ms of the edit that wrote the line: what tells the contribution. */
  readonly writtenAt: number;
  readonly stage: string;
  readonly fate: string;
  readonly cause: string | null;
  readonly retained: number | null;
  /** Said to repeat a block that was there; null where nothing is said of that. */
  readonly duplicate: boolean | null;
  readonly pathNow: string | null;
  readonly lineNow: number | null;
};

/** What something says of a world: its lines, and per explained file at HEAD whether each line is an agent's. */
export type Answer = { readonly lines: readonly AnswerLine[]; readonly explained: ReadonlyMap<string, readonly boolean[]> };

/** The truth in the form of an answer: scored against itself it must be perfect. */
export function truthAsAnswer(truth: Truth): Answer {
  const explained = new Map([...truth.headOrigin].map(([path, lines]) => [path, lines.map(({ origin }) => origin === 'ai')]));
  return { lines: truth.lines.map((line): AnswerLine => ({ ...line })), explained };
}
