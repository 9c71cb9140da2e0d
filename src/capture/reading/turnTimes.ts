import { joinTurns, type SessionTurns, type TurnSide, type TurnTime } from '../../model/sessionTurns.ts';

/**
 * Collects when a person and an agent took turns, as far as it concerns this repository: turns in one of its folders,
 * turns that edited one of its files, and the prompt that ended such a turn. Times only.
 */
export interface TurnTimes {
  /** @param here whether it happened in a folder of this repository */
  readonly turn: (by: TurnSide, session: string, at: number, here: boolean) => void;
  /** The turn under way edited a file of this repository. */
  readonly edited: (session: string, at: number) => void;
  /** @param byTime they were not met in their order */
  readonly turns: (byTime?: boolean) => Omit<SessionTurns, 'whole'>[];
  /** The turn under way, for the next reading. */
  readonly save: () => TurnCarry | null;
}

/** The turn at the end of what was read. */
export interface TurnCarry {
  readonly session: string;
  /** It concerns this repository. */
  readonly here: boolean;
  /** UTC ms of its prompt, while that is not known to concern this repository. */
  readonly asked: number | null;
}

/** @param carry what the last reading of the same file saved; null at its start */
export function turnTimes(carry: TurnCarry | null): TurnTimes {
  let current: TurnCarry | null = carry;
  const sessions = new Map<string, TurnTime[]>();
  const add = (session: string, at: number, by: TurnSide): void => {
    const known = sessions.get(session);
    if (known === undefined) sessions.set(session, [{ at, by }]);
    else known.push({ at, by });
  };
  /** What was asked before it was known to concern this repository. */
  const concern = (): void => {
    if (current === null || current.here) return;
    if (current.asked !== null) add(current.session, current.asked, 'person');
    current = { session: current.session, here: true, asked: null };
  };
  const agentIn = (session: string): void => {
    if (current?.session !== session) current = { session, here: false, asked: null };
  };
  return {
    turn(by, session, at, here) {
      if (session === '') return;
      if (by === 'person') {
        // a prompt ends the turn before it, also when it goes elsewhere itself
        const told = here || (current?.session === session && current.here);
        if (told) add(session, at, 'person');
        current = { session, here, asked: told ? null : at };
        return;
      }
      agentIn(session);
      if (here) concern();
      if (current?.here === true) add(session, at, 'agent');
    },
    edited(session, at) {
      if (session === '') return;
      agentIn(session);
      concern();
      add(session, at, 'agent');
    },
    turns: (byTime = false) => [...sessions].map(([session, turns]) => ({ session, turns: joinTurns([], byTime ? turns.toSorted((a, b) => a.at - b.at) : turns) })),
    save: () => current,
  };
}

/** Reads what `save` gave, from JSON. */
export function readTurnCarry(json: unknown): TurnCarry | null {
  if (typeof json !== 'object' || json === null) return null;
  const { session, here, asked } = json as Record<string, unknown>;
  if (typeof session !== 'string' || typeof here !== 'boolean') return null;
  return { session, here, asked: typeof asked === 'number' ? asked : null };
}
