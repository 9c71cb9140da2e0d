import type { Json } from '../../json.ts';
import { asArray, asObject } from '../../json.ts';
import { readTurnCarry, type TurnCarry } from '../../reading/turnTimes.ts';

/** An edit call whose result has not been seen yet. Its texts live in memory only. */
export interface WaitingCall {
  readonly id: string;
  readonly tool: string;
  readonly input: Json;
  readonly model: string | null;
  readonly cwd: string | null;
  readonly at: number | null;
  /** Names a file of this repository. */
  readonly here: boolean;
  /** Where its record stands in the log. */
  readonly offset: number;
  readonly length: number;
}

/**
 * What a cursor remembers of calls that wait for their result: where their records stand in the log, not what
 * is in them. The next reading reads those records again.
 */
export interface Carry {
  readonly calls: readonly CarriedCall[];
  /** How many of them were counted as unanswered. */
  readonly counted: number;
  /** The turn under way. */
  readonly turn: TurnCarry | null;
}

interface CarriedCall {
  readonly id: string;
  readonly offset: number;
  readonly length: number;
}

/** A call that waits while this many later ones do is taken to be lost, and stays unanswered. */
const mostCarried = 100;

export function writeCarry(waiting: readonly WaitingCall[], turn: TurnCarry | null): string | null {
  const carried = waiting.slice(-mostCarried);
  if (carried.length === 0 && turn === null) return null;
  const calls: CarriedCall[] = carried.map(({ id, offset, length }) => ({ id, offset, length }));
  return JSON.stringify({ calls, counted: unanswered(carried), turn } satisfies Carry);
}

/** Calls of this repository among those that wait. */
export function unanswered(waiting: readonly WaitingCall[]): number {
  return waiting.filter(({ here }) => here).length;
}

/** Reads what `writeCarry` wrote. */
export function readCarry(carry: string | null): Carry {
  const json = carry === null ? null : asObject(JSON.parse(carry));
  const calls: CarriedCall[] = [];
  for (const one of asArray(json?.['calls'])) {
    const { id, offset, length } = asObject(one) ?? {};
    if (typeof id === 'string' && typeof offset === 'number' && typeof length === 'number') calls.push({ id, offset, length });
  }
  return { calls, counted: typeof json?.['counted'] === 'number' ? json['counted'] : 0, turn: readTurnCarry(json?.['turn']) };
}
