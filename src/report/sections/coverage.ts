import type { ReadModel, SectionCoverage, SourceCoverage } from '../../model/readModel.ts';
import { left, type ReportSection, right, section } from '../document.ts';
import { gradeMeanings, troubledStates } from '../labels.ts';
import { date, list, number, plain, plural } from '../words.ts';

/** What to do where the logs of an agent that is used were not found. */
export const elsewhereWords = 'If you use one of these and its logs lie under another home folder, name that in the setting `aiNetValue.extraLogHomes`, or with `--home DIR` in the terminal.';

/** How far this sees: every source, what was left out, what stands apart. */
export function coverageDocument({ coverage }: ReadModel): ReportSection {
  const found = coverage.sources.filter((source) => source.found);
  const missing = coverage.sources.filter((source) => source.state === 'not found');
  const leftOut = leftOutWords(coverage);
  return section('coverage', 'How far this sees', {
    paragraphs: [
      coverage.reachesBack === null ? 'No source with counted lines holds anything of this repository.' : `The sources reach back to ${date(coverage.reachesBack)}. What AI wrote before, or where no source looked, is not seen.`,
      ...(leftOut === '' ? [] : [leftOut]),
      ...(missing.length === 0 ? [] : [`Looked for and not found: ${list(missing.map((source) => plain(source.name)))}.`]),
    ],
    tables: found.length === 0 ? [] : [{
      caption: 'Sources',
      columns: [left('source'), left('grade'), right('edits'), right('rejected'), right('failed'), right('copies'), left('from'), { ...left('to'), wideOnly: true }],
      rows: found.map(({ name, grade, counts, firstSeen, lastSeen }) => [
        plain(name), grade, number(counts.accepted), number(counts.rejected), number(counts.failed), number(counts.duplicates), dateOrDash(firstSeen), dateOrDash(lastSeen),
      ]),
      bars: null,
    }],
    points: coverage.sources.flatMap((source) => (source.state === 'not found' ? [] : pointsOf(source))),
    notes: [
      ...(coverage.lines + coverage.notEffective === 0 ? [] : [`The figures below are about ${plural(coverage.lines, 'effective line')}.` +
        (coverage.notEffective > 0 ? ` ${plural(coverage.notEffective, 'more line')} (blank, comment, trivial, generated or repeated) ${are(coverage.notEffective)} in no figure.` : '')]),
      ...apartWords(coverage),
    ],
  });
}

/** What is wrong with a source, and what to do about it. */
function pointsOf({ name, state, problems, remedy }: SourceCoverage): string[] {
  if (problems.length === 0 && remedy === null) return [];
  const head = troubledStates.includes(state) ? `${plain(name)}, ${state}` : plain(name);
  return [`${head}: ${plain([...problems, ...(remedy === null ? [] : [remedy])].join(' '))}`];
}

/** `Rests on 5,822 effective lines ...`: what stands beside a section's figures. */
export function restsOn(coverage: SectionCoverage): string {
  const open = [coverage.pending > 0 ? `${number(coverage.pending)} pending` : '', coverage.unknown > 0 ? `${number(coverage.unknown)} unknown` : ''].filter((word) => word !== '');
  return `Rests on ${plural(coverage.lines, 'effective line')}` +
    `${open.length === 0 ? '' : `, ${list(open)}`}${coverage.reachesBack === null ? '' : `; sources reach back to ${date(coverage.reachesBack)}`}.`;
}

function leftOutWords({ sources }: ReadModel['coverage']): string {
  const sum = (of: 'elsewhere' | 'unanswered' | 'unreadable' | 'unknownRecords'): number => sources.reduce((total, source) => total + source.counts[of], 0);
  const parts = [
    [sum('elsewhere'), 'edit to a file outside this repository', 'edits to files outside this repository'],
    [sum('unanswered'), 'edit whose result was never seen', 'edits whose result was never seen'],
    [sum('unreadable'), 'unreadable log line', 'unreadable log lines'],
    [sum('unknownRecords'), 'log record of an unknown kind', 'log records of unknown kinds'],
  ] as const;
  const words = parts.filter(([count]) => count > 0).map(([count, one, many]) => plural(count, one, many));
  return words.length === 0 ? '' : `Left out: ${list(words)}.`;
}

function apartWords({ grades, others }: ReadModel['coverage']): string[] {
  const apart = grades.filter((row) => !row.counted && row.lines > 0).map((row) => `${plural(row.lines, 'line')} ${row.grade} (${gradeMeanings[row.grade]})`);
  return [
    ...(apart.length === 0 ? [] : [`Apart, in no figure: ${list(apart)}.`]),
    ...(others.lines === 0 ? [] : [
      `Beside yours, records in git attest ${plural(others.lines, 'line')} to AI in other people's commits: ${number(others.alive)} alive, ${number(others.dead)} dead, ${number(others.unknown)} unknown. They are shown as this total only.`,
    ]),
  ];
}

function dateOrDash(at: string | null): string {
  return at === null ? '-' : date(at);
}

function are(count: number): string {
  return count === 1 ? 'is' : 'are';
}
