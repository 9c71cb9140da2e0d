import type { TimeKind } from '../model/episode.ts';
import type { AssumptionRow, HoursRange, ReadModel, TimeSection, ValueSection } from '../model/readModel.ts';
import type { Verdict } from '../model/valueSections.ts';
import { code, list, number, percent, plural, sentenceCase, shortDate } from './words.ts';

/** Sentences about hours, the same on every surface. They say what was found, and judge nobody. */

/** `−1.4 h`, `41 h`: one decimal below ten. */
export function hours(value: number): string {
  return `${bareHours(value)} h`;
}

/** The same without the unit, for tables. */
export function bareHours(value: number): string {
  const size = Math.abs(value) < 9.95 ? Math.abs(value).toFixed(1) : number(Math.abs(value));
  return `${value < 0 && Number(size) !== 0 ? '−' : ''}${size}`;
}

/** `−1.4 to 3.0 h`: from where to where 90% of the probability lies. */
export function hoursRange({ low, high }: HoursRange): string {
  return `${bareHours(low)} to ${hours(high)}`;
}

/** `−1.4 to 3.0`, for tables. */
export function bareRange({ low, high }: HoursRange): string {
  return `${bareHours(low)} to ${bareHours(high)}`;
}

/** `−1.4 to 3.0 h, middle 0.6 h`. */
export function rangeAndMiddle(range: HoursRange): string {
  return `${hoursRange(range)}, middle ${hours(range.mid)}`;
}

const verdictWords: Readonly<Record<Verdict, string>> = { gain: 'A gain', loss: 'A loss', 'cannot tell': 'Can’t tell', 'not enough evidence': 'Not enough evidence' };

/** `Can’t tell: net is −1.4 to 3.0 h, middle 0.6 h. P(net > 0) = 0.61.`; null without hours. */
export function netSentence({ net, pPositive, verdict }: ValueSection): string | null {
  if (net === null || pPositive === null) return null;
  return `${verdictWords[verdict]}: net is ${rangeAndMiddle(net)}. P(net > 0) ${probability(pPositive)}.`;
}

/** `= 0.61`; never certain. */
function probability(share: number): string {
  if (share < 0.005) return '< 0.01';
  return share > 0.995 ? '> 0.99' : `= ${share.toFixed(2)}`;
}

/** What stands beside every estimate: whose pace, what is not settled, what was changed, what would settle it. */
export function estimateLabels({ value, assumptions }: Pick<ReadModel, 'value' | 'assumptions'>): string[] {
  const { paceLabel, provisional, settle, surprising } = value;
  return [
    ...(paceLabel === null ? [] : [`Hours are told ${paceLabel}.`]),
    ...(surprising ? ['Lines an hour are surprisingly many; beyond what is usual they count less.'] : []),
    ...(value.net !== null && provisional > 0 ? [`Provisional: for ${percent(provisional)} of the AI lines the 30 days are not over, so this will be revised.`] : []),
    ...changedSentence(assumptions),
    ...(settle === null ? [] : [settle]),
  ];
}

/** What an estimate rests on; nothing without hours. */
export function estimateGrounds({ net, pace, ownWeight, capped, sensitivity }: ValueSection): string[] {
  if (net === null) return [];
  return [
    `50 lines by hand take ${rangeAndMiddle(pace)}.`,
    ...(ownWeight === null ? [] : [`Your own work moves this estimate by ${percent(ownWeight)}; the rest is published figures.`]),
    ...(sensitivity === null ? [] : [`With other pauses net would be ${rangeAndMiddle(sensitivity.strict)}, if a minute without a sign ends attention; ${rangeAndMiddle(sensitivity.lax)}, if only a quarter of an hour does.`]),
    ...(capped ? ['It is held down at the highest ratio of hand time to AI time ever published.'] : []),
  ];
}

/** `Changed assumption: ...`; nothing when all are as published. */
export function changedSentence(rows: readonly AssumptionRow[]): string[] {
  const changed = rows.filter((row) => row.changed);
  if (changed.length === 0) return [];
  return [`Changed ${changed.length === 1 ? 'assumption' : 'assumptions'}: ${list(changed.map(({ name, value, published, unit }) => `${code(name)} is ${value} instead of ${published} (${unit})`))}.`];
}

/** How much time, and how it is known. */
export function timeSentences(time: TimeSection): string[] {
  const { total, range, reconstructed, untimed, unseen, sensitivity } = time;
  const known = reconstructed === 0 ? 'measured in the editor' : reconstructed === 1 ? 'reconstructed from transcript and commit times' : `${percent(reconstructed)} of it reconstructed from transcript and commit times, the rest measured in the editor`;
  return [
    ...(range === null ? [] : [`${sentenceCase(hours(total))} of attended work with AI (${hoursRange(range)}), ${known}. A minute counts once; an agent that runs unattended costs nothing.`]),
    ...(range !== null && handWork(time) === 0 && reconstructed > 0 ? ['What you typed yourself is seen only in an editor with this extension; here none was, so time and rework are too low.'] : []),
    ...(sensitivity === null ? [] : [`With other pauses: ${hours(sensitivity.strict)} if a minute without a sign ends attention, ${hours(sensitivity.lax)} if only a quarter of an hour does.`]),
    ...(untimed === 0 ? [] : [`No time was seen for ${plural(untimed, 'AI episode')}.`]),
    ...(unseen < 0.05 ? [] : [`Going by its lines, ${hours(unseen)} of work with AI went unseen. It adds to a loss, never to a gain.`]),
  ];
}

/** Hours at the keyboard, which only an editor sees. */
function handWork({ kinds }: TimeSection): number {
  return kinds.reduce((sum, { kind, hours: spent }) => (isHandWork(kind) ? sum + spent : sum), 0);
}

export function isHandWork(kind: TimeKind): boolean {
  return kind === 'fixing' || kind === 'writing' || kind === 'reworking';
}

/** Hours of a kind for a table: what could not be seen is not nothing. */
export function kindHours({ reconstructed }: TimeSection, { kind, hours: spent }: TimeSection['kinds'][number]): string {
  return spent === 0 && reconstructed > 0 && isHandWork(kind) ? 'not seen' : bareHours(spent);
}

/** How far feeling and estimate are apart; nothing before anything was answered. */
export function feltSentences({ felt: { weeks, usualGap, usualShare } }: ValueSection): string[] {
  if (weeks.length === 0) return [];
  if (usualGap === null) return [`${plural(weeks.length, 'week')} answered so far. The usual gap between what was felt and what is estimated is told from three on.`];
  const size = hours(Math.abs(usualGap));
  const share = usualShare === null ? '' : ` (${percent(Math.abs(usualShare))} of the time by hand)`;
  if (Number(Math.abs(usualGap).toFixed(1)) === 0) return ['A week usually feels as it is estimated. What was felt never moves the estimate.'];
  return [`A week usually feels ${size} ${usualGap > 0 ? 'better' : 'worse'} than estimated${share}. What was felt never moves the estimate.`];
}

/** What was told differently before, without the week that is not shown yet. */
export function shownRevisions({ revisions, question }: ValueSection): ValueSection['revisions'] {
  return revisions.filter(({ week }) => week !== question?.week);
}

/** Why a week's estimate is not there yet, and how to see it. */
export function questionSentence({ question }: ValueSection): string | null {
  if (question === null) return null;
  return `The week of ${shortDate(question.week)} is not shown before you said what it felt like: ${code(`felt ${question.week.slice(0, 10)} --saved H --fixing H`)}, or ${code(`felt ${question.week.slice(0, 10)} --skip`)}.`;
}
