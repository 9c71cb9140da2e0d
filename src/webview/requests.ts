import type { ReadModel } from '../model/readModel.ts';
import type { SidebarMessage } from '../model/sidebarMessage.ts';
import { filtersAt } from './figure.ts';

/** The attributes of what was clicked that say what it is for. */
export type Clicked = Readonly<Record<string, string | undefined>>;

/** What a click asks the host for; null when it asks for nothing. */
export function requestOf(clicked: Clicked, title: string, report: ReadModel | null): SidebarMessage | null {
  const { message, figure, dismiss, path, before, after } = clicked;
  if (message === 'scan' || message === 'cancel' || message === 'trust' || message === 'openFolder' || message === 'showLog') return { type: message };
  if (dismiss !== undefined) return { type: 'dismiss', key: dismiss };
  if (path !== undefined) return { type: 'diff', path, before: orNull(before), after: orNull(after) };
  if (figure === undefined || report === null) return null;
  const filters = filtersAt(report, figure);
  return filters.length === 0 ? null : { type: 'evidence', title: title.slice(0, 200), filters };
}

function orNull(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}
