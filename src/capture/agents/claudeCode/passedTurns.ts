import { asObject, parseJson } from '../../json.ts';
import type { LineBlock } from '../../lineBlocks.ts';
import { sameBytes } from './byteWords.ts';
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
    const at = timeOf(block.bytes, from, to);
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

const timeKey = Buffer.from('"timestamp":"');
/** `2026-02-06T09:59:12.316Z`, and what stands behind it where it is the record's last member. */
const timeLength = 24;
const ending = Buffer.from('"}');

/**
 * UTC ms of a record; null when it has none. The program puts the time last: what closes behind it is the record
 * itself, so the rest need not be parsed.
 *
 *   …,"type":"assistant","uuid":"98d4…","timestamp":"2026-02-06T09:59:12.316Z"}
 */
export function timeOf(bytes: Buffer, from: number, to: number): number | null {
  const at = to - ending.length - timeLength;
  if (at - timeKey.length > from && sameBytes(bytes, to - ending.length, ending) && sameBytes(bytes, at - timeKey.length, timeKey)) {
    const time = Date.parse(bytes.toString('latin1', at, at + timeLength));
    if (!Number.isNaN(time)) return time;
  }
  const json = asObject(parseJson(bytes.toString('utf8', from, to)));
  return json === null ? null : readRecord(json).at;
}
