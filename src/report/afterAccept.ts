import type { AcceptedDay } from '../model/acceptedDay.ts';
import type { ReadModel } from '../model/readModel.ts';
import { day } from '../model/time.ts';
import { number, percentOf } from './words.ts';

/** How much of what was accepted in the editor, within the window, was still there in the minutes after; null when nothing was seen. */
export function afterAccept(days: readonly AcceptedDay[], window: { readonly since: number; readonly until: number }): ReadModel['stages']['afterAccept'] {
  const sums = new Map<number, { characters: number; kept: number }>();
  for (const { day: noon, seconds, characters, kept } of days) {
    if (noon + day / 2 <= window.since || noon - day / 2 > window.until) continue;
    const sum = sums.get(seconds) ?? { characters: 0, kept: 0 };
    sums.set(seconds, { characters: sum.characters + characters, kept: sum.kept + kept });
  }
  return sums.size === 0 ? null : [...sums].toSorted(([one], [other]) => one - other).map(([seconds, sum]) => ({ seconds, ...sum }));
}

/** The horizon that stands for all of them. */
const fiveMinutes = 300;

/** One sentence; null when nothing was seen. */
export function afterAcceptWords(stages: ReadModel['stages']): string | null {
  const at = (wanted: number): { readonly characters: number; readonly kept: number } | undefined => stages.afterAccept?.find(({ seconds, characters }) => seconds === wanted && characters > 0);
  const five = at(fiveMinutes);
  if (five === undefined) return null;
  const others = [[30, '30 seconds'], [900, '15 minutes']].flatMap(([seconds, words]) => {
    const found = at(seconds as number);
    return found === undefined ? [] : [`${percentOf(found.kept, found.characters)} after ${words}`];
  });
  return `Still there 5 minutes after being accepted in the editor: ${percentOf(five.kept, five.characters)} of ${number(five.characters)} characters${others.length === 0 ? '' : ` (${others.join(', ')})`}.`;
}
