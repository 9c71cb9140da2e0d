/** Who did something at a time: the person sent a prompt or stopped the agent, or the agent had last done something. */
export type TurnSide = 'person' | 'agent';

export interface TurnTime {
  /** UTC ms. */
  readonly at: number;
  readonly by: TurnSide;
}

/**
 * When a person and an agent took turns in one session, in the order of its log. Times only: nothing of what was said,
 * and no count of it.
 *
 *     log     person  agent agent agent  person  agent agent
 *     kept    person              agent  person        agent
 *
 * Of what the agent did in a row only the last stays, so that reading a log in pieces and putting them together gives
 * the same as reading it at once.
 */
export interface SessionTurns {
  readonly session: string;
  /** All that the log holds of the session, in place of what is known; else they follow what is known. */
  readonly whole: boolean;
  readonly turns: readonly TurnTime[];
}

/** Puts further turns behind those that are known. */
export function joinTurns(known: readonly TurnTime[], further: readonly TurnTime[]): TurnTime[] {
  const joined = [...known];
  for (const turn of further) {
    if (turn.by === 'agent' && joined.at(-1)?.by === 'agent') joined.pop();
    joined.push(turn);
  }
  return joined;
}
