import { HumanError } from '../model/humanError.ts';
import { day } from '../model/time.ts';

/** The window somebody asked for. UTC ms. */
export interface WindowRequest {
  /** A length in ms back from the end, a fixed start, or everything there is. */
  readonly since: { readonly length: number } | { readonly at: number } | 'all';
  readonly asOf: number;
}

/** The window a report is about: lines written from `since` up to `until`. UTC ms. */
export interface ReportWindow {
  readonly since: number;
  readonly until: number;
  readonly asOf: number;
  readonly endsAtLastActivity: boolean;
  readonly lastActivity: number | null;
}

export const defaultSince = '90d';

const units: Readonly<Record<string, number>> = { d: day, w: 7 * day, m: 30 * day, y: 365 * day };

/** Reads `90d`, `12w`, `6m`, `1y`, `all`, or a date or time in ISO 8601 (UTC when it names no zone). */
export function parseSince(text: string): WindowRequest['since'] {
  if (text === 'all') return 'all';
  const length = /^(\d{1,5})([dwmy])$/.exec(text);
  if (length !== null && Number(length[1]) > 0) return { length: Number(length[1]) * units[length[2]!]! };
  const at = parseInstant(text);
  if (at === null) throw new HumanError(`'${text}' is no length of time. Write for instance 90d, 12w, 6m, all, or a date like 2026-01-31.`);
  return { at };
}

/** UTC ms of a date or time in ISO 8601; without a zone it is UTC. Null when it is none. */
export function parseInstant(text: string): number | null {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text);
  if (parts === null) return null;
  const midnight = Date.parse(`${parts[1]}T00:00:00Z`);
  // Date.parse takes 30 February for 2 March.
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(parts[1]!)) return null;
  const zone = (parts[4] ?? 'Z').replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  const at = Date.parse(`${parts[1]}T${parts[2] ?? '00:00'}${parts[3] ?? ':00'}${zone}`);
  return Number.isNaN(at) ? null : at;
}

/**
 * Where the window lies. When nothing was written in the one asked for, it ends at the last activity instead.
 * @param activity UTC ms of days on which something was written, in any order
 */
export function placeWindow(request: WindowRequest, activity: Iterable<number>): ReportWindow {
  const { since, asOf } = request;
  let first = Infinity;
  let last = -Infinity;
  for (const at of activity) {
    if (at - day / 2 > asOf) continue;
    first = Math.min(first, at);
    last = Math.max(last, at);
  }
  if (last === -Infinity) return { since: startOf(since, asOf, asOf), until: asOf, asOf, endsAtLastActivity: false, lastActivity: null };
  // Activity is known by its day's noon: the day's end belongs to it.
  const lastActivity = Math.min(last + day / 2, asOf);
  const start = startOf(since, asOf, first - day / 2);
  if (lastActivity > start || (typeof since === 'object' && 'at' in since)) return { since: Math.min(start, asOf), until: asOf, asOf, endsAtLastActivity: false, lastActivity };
  return { since: startOf(since, lastActivity, first), until: lastActivity, asOf, endsAtLastActivity: true, lastActivity };
}

function startOf(since: WindowRequest['since'], end: number, earliest: number): number {
  if (since === 'all') return Math.min(earliest, end);
  return 'at' in since ? since.at : end - since.length;
}
