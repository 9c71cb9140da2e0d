import type { ReadModel } from '../model/readModel.ts';
import type { SidebarMessage } from '../model/sidebarMessage.ts';
import { filtersAt } from './figure.ts';

/** The attributes of what was clicked that say what it is for. */
export type Clicked = Readonly<Record<string, string | undefined>>;

/** Nobody feels more in a week. */
export const hoursOfAWeek = 7 * 24;

/** What a click asks the host for; null when it asks for nothing. */
export function requestOf(clicked: Clicked, title: string, report: ReadModel | null): SidebarMessage | null {
  const { message, figure, dismiss, path, before, after, answer, skip, saved, fixing } = clicked;
  if (isPlain(message)) return { type: message };
  if (skip !== undefined) return { type: 'skipWeek', week: skip };
  if (answer !== undefined) return answerOf(answer, saved, fixing);
  if (dismiss !== undefined) return { type: 'dismiss', key: dismiss };
  if (path !== undefined) return { type: 'diff', path, before: orNull(before), after: orNull(after) };
  if (figure === undefined || report === null) return null;
  const filters = filtersAt(report, figure);
  return filters.length === 0 ? null : { type: 'evidence', title: title.slice(0, 200), filters };
}

const plain = ['scan', 'cancel', 'trust', 'openFolder', 'showLog', 'observeInline', 'showUnseen', 'neverAsk', 'editAssumptions'] as const;
/** Messages that say all by their name. */
export type PlainMessage = (typeof plain)[number];

function isPlain(message: string | undefined): message is PlainMessage {
  return plain.some((one) => one === message);
}

/** Null while one of the two fields holds no hours. */
function answerOf(week: string, saved: string | undefined, fixing: string | undefined): SidebarMessage | null {
  const [savedHours, fixingHours] = [saved, fixing].map((text) => (text === undefined || text.trim() === '' ? NaN : Number(text.replace(',', '.'))));
  return isHours(savedHours) && isHours(fixingHours) ? { type: 'answerWeek', week, saved: savedHours, fixing: fixingHours } : null;
}

function isHours(value: number | undefined): value is number {
  return value !== undefined && value >= 0 && value <= hoursOfAWeek;
}

function orNull(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}
