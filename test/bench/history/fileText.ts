import type { Random } from '../../fixtures/random.ts';

/** What an edit replaced: lines `at` to `at + removed` (exclusive) of the text before. */
export interface TextEdit {
  readonly at: number;
  readonly removed: number;
  readonly added: readonly string[];
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const words = ['account', 'bridge', 'canal', 'delta', 'estuary', 'ferry', 'gauge', 'harbour', 'inlet', 'jetty', 'keel', 'lagoon', 'marsh', 'narrows', 'ocean', 'pier', 'quay', 'river', 'sluice', 'tide'];

/** A line of a program; about four of five are like no other line. */
export function codeLine(random: Random, number: number): string {
  if (random.chance(0.12)) return '  }';
  if (random.chance(0.07)) return '';
  return `  const ${random.pick(words)}${number} = ${random.pick(words)}.${random.pick(words)}(${random.pick(words)}, ${random.int(0, 9999)});`;
}

const shortest = 25;
const longest = 60;

/** Replaces a few lines somewhere in a file, so that its length stays about what it is. */
export function editText(random: Random, before: readonly string[], nextNumber: () => number): TextEdit {
  const removed = before.length < shortest ? 0 : Math.min(random.int(before.length > longest ? 6 : 0, 8), before.length - 2);
  const at = random.int(1, before.length - removed - 1);
  const added = Array.from({ length: random.int(1, 8) }, () => codeLine(random, nextNumber()));
  return { at, removed, added, before, after: before.toSpliced(at, removed, ...added) };
}
