import type { ReadModel } from '../model/readModel.ts';
import { type ReportDocument, section } from './document.ts';
import { assumptionsDocument } from './sections/assumptions.ts';
import { coverageDocument } from './sections/coverage.ts';
import { fatesDocument } from './sections/fates.ts';
import { groupsDocument } from './sections/groups.ts';
import { hoursDocument } from './sections/hours.ts';
import { hoursWeeksDocument } from './sections/hoursWeeks.ts';
import { lookDocument } from './sections/look.ts';
import { stagesDocument } from './sections/stages.ts';
import { survivalDocument } from './sections/survival.ts';
import { weeksDocument } from './sections/weeks.ts';
import { notMeasuredTitle } from './statements.ts';
import { code, date, daysBetween, plain, plural } from './words.ts';

/** What the read model says, in order; every renderer shows exactly this. */
export function reportDocument(model: ReadModel): ReportDocument {
  return {
    title: `What became of AI-written lines in ${code(model.repo.name)}`,
    lead: lead(model),
    sections: [
      coverageDocument(model),
      stagesDocument(model),
      fatesDocument(model),
      survivalDocument(model),
      ...lookDocument(model),
      weeksDocument(model),
      ...hoursDocument(model),
      ...hoursWeeksDocument(model),
      section('not-measured', notMeasuredTitle, { points: model.notMeasured }),
      ...groupsDocument(model),
      ...assumptionsDocument(model),
    ],
  };
}

function lead({ window, repo }: ReadModel): string[] {
  const branch = repo.defaultBranch;
  return [
    window.lastActivity === null ? `No AI-written line of yours was seen in this repository up to ${date(window.asOf)}.` : `Lines written from ${date(window.since)} to ${date(window.until)} (${plural(daysBetween(window.since, window.until), 'day')}), and what became of them until ${date(repo.knownUntil)}.`,
    ...(window.endsAtLastActivity ? [`Nothing was written after ${date(window.until)}, so the window ends there and not on ${date(window.asOf)}.`] : []),
    branch === null ? 'No default branch was found, so that no line counts as merged.' : `Merged means: on ${code(branch.name)} (${plain(branch.foundBy)}).`,
    ...repo.notes.map(plain),
  ];
}
