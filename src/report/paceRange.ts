import type { PaceRange } from '../model/episode.ts';
import { HumanError } from '../model/humanError.ts';

/** Reads `0.5-2`: the range of hours for 50 lines by hand that a person thinks holds nine times in ten. */
export function parsePaceRange(text: string): PaceRange {
  const parts = /^\s*(\d+(?:[.,]\d+)?)\s*(?:-|–|to)\s*(\d+(?:[.,]\d+)?)\s*h?\s*$/.exec(text);
  const [low, high] = [parts?.[1], parts?.[2]].map((part) => Number((part ?? '').replace(',', '.')));
  if (parts === null || !(low! > 0) || !(high! > low!) || high! > 100) throw new HumanError(`'${text}' is no range of hours for 50 lines by hand. Write for instance 0.5-2: from a time above 0 to a longer one, at most 100.`);
  return { low: low!, high: high! };
}
