import { lastTold, tellWeeks, toldWeeks } from '../ledger/toldWeeks.ts';
import { localCalendar } from '../value/episodes/calendar.ts';
import { revise } from '../value/revisions.ts';
import { weeksToTell } from '../value/weeks.ts';
import type { ProjectParts } from './projectParts.ts';
import { episodeFacts } from './workFacts.ts';

/**
 * Notes what each week's net hours are told to be, and which are told differently than before. Once a day is enough, and
 * keeps other scans short; a "now" in the past notes nothing.
 * @returns whether it did
 */
export function tellWeeksOnceADay(parts: ProjectParts, knownUntil: number): boolean {
  const { ledger, repo, options: { asOf } } = parts;
  const last = lastTold(ledger, repo);
  if (last !== null && (last >= asOf || localCalendar.dayOf(last) === localCalendar.dayOf(asOf))) return false;
  const now = weeksToTell({ ...episodeFacts(parts, knownUntil), asOf });
  if (now.length === 0) return false;
  tellWeeks(ledger, repo, now, revise(toldWeeks(ledger, repo), now, asOf), asOf);
  return true;
}
