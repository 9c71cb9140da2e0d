import { asObject, parseJson } from '../../json.ts';
import type { LineBlock } from '../../lineBlocks.ts';
import type { Place } from './places.ts';
import { readRecord } from './record.ts';

/** When the agent did something, from records that are not parsed: of several in a row only the last one's time is read. */
export interface PassedTurns {
  readonly agent: (block: LineBlock, place: Place, from: number, to: number) => void;
  /** Before anything else of the log is taken, and at the end of a block, while its bytes are still there. */
  readonly settle: () => void;
}

export function passedTurns(tell: (session: string, at: number, here: boolean) => void): PassedTurns {
  let last: { readonly block: LineBlock; readonly place: Place; readonly from: number; readonly to: number } | null = null;
  const settle = (): void => {
    if (last === null) return;
    const { block, place, from, to } = last;
    last = null;
    const at = timeOf(block.bytes.toString('utf8', from, to));
    if (at !== null) tell(place.session, at, place.here);
  };
  return {
    agent(block, place, from, to) {
      if (last !== null && last.place !== place) settle();
      last = { block, place, from, to };
    },
    settle,
  };
}

export function timeOf(line: string): number | null {
  const json = asObject(parseJson(line));
  return json === null ? null : readRecord(json).at;
}
