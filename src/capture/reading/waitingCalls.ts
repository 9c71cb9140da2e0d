import { asArray, asObject } from '../json.ts';
import type { Json } from '../json.ts';

/**
 * Calls of a growing log whose result has not been seen yet. Their texts live in memory only: a cursor
 * remembers where their records stand in the log, and the next reading reads those records again.
 */
export interface WaitingCalls<Call> {
  readonly add: (id: string, call: Call, here: boolean) => void;
  /** Takes a call out. Null when there is none of this id. */
  readonly take: (id: string) => Call | null;
  readonly has: (id: string) => boolean;
  /** Says where the record stands that is being read; null while carried ones are taken up again. */
  readonly at: (offset: number, length: number, only: string | null) => void;
  /** Calls of this repository among those that wait. */
  readonly unanswered: () => number;
  readonly save: () => Carried;
}

export interface CarriedCall {
  readonly id: string;
  readonly offset: number;
  readonly length: number;
}

/** `counted`: how many of the calls were counted as unanswered. */
export interface Carried {
  readonly calls: readonly CarriedCall[];
  readonly counted: number;
}

/** A call that waits while this many later ones do is taken to be lost, and stays unanswered. */
const mostCarried = 100;

export function waitingCalls<Call>(): WaitingCalls<Call> {
  const waiting = new Map<string, CarriedCall & { readonly call: Call; readonly here: boolean }>();
  let offset = 0;
  let length = 0;
  let only: string | null = null;
  return {
    add(id, call, here) {
      if (only === null || only === id) waiting.set(id, { id, call, here, offset, length });
    },
    take(id) {
      const found = waiting.get(id);
      waiting.delete(id);
      return found?.call ?? null;
    },
    has: (id) => waiting.has(id),
    at(newOffset, newLength, newOnly) {
      offset = newOffset;
      length = newLength;
      only = newOnly;
    },
    unanswered: () => [...waiting.values()].filter(({ here }) => here).length,
    save() {
      const carried = [...waiting.values()].slice(-mostCarried);
      return { calls: carried.map((one) => ({ id: one.id, offset: one.offset, length: one.length })), counted: carried.filter(({ here }) => here).length };
    },
  };
}

/** Reads what `save` gave, from JSON. */
export function readCarried(json: Json | null): Carried {
  const calls: CarriedCall[] = [];
  for (const one of asArray(json?.['calls'])) {
    const { id, offset, length } = asObject(one) ?? {};
    if (typeof id === 'string' && typeof offset === 'number' && typeof length === 'number') calls.push({ id, offset, length });
  }
  return { calls, counted: typeof json?.['counted'] === 'number' ? json['counted'] : 0 };
}
