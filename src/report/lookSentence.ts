import type { OutcomeLoss } from '../model/contributionOutcome.ts';
import type { Cause, Fate } from '../model/fate.ts';
import type { FileKind } from '../model/readModelParts.ts';
import { day, hour } from '../model/time.ts';
import type { LookFacts } from './lookAtThree.ts';
import { code, number, toolName } from './words.ts';

const nouns: Readonly<Record<FileKind, { readonly noun: string; readonly verb: 'was' | 'were'; readonly its: 'its' | 'their' }>> = {
  tests: { noun: 'tests', verb: 'were', its: 'their' },
  source: { noun: 'code', verb: 'was', its: 'its' },
  docs: { noun: 'docs', verb: 'were', its: 'their' },
  config: { noun: 'configuration', verb: 'was', its: 'its' },
  styles: { noun: 'styles', verb: 'were', its: 'their' },
};

const endings: Readonly<Partial<Record<Fate, string>>> = { rewritten: 'rewritten', deleted: 'deleted', reverted: 'reverted', dropped: 'dropped before the commit' };

const doers: Readonly<Partial<Record<Cause, string>>> = { me: 'by you', 'me with AI': 'by you with AI', 'someone else': 'by someone else' };

const spans: readonly (readonly [number, string])[] = [
  [hour, 'within an hour'], [day, 'within a day'], [2 * day, 'within two days'], [7 * day, 'within a week'], [14 * day, 'within two weeks'], [30 * day, 'within a month'],
];

interface DatedLoss extends OutcomeLoss {
  /** Time from the writing to the loss, in ms. */
  readonly after: number;
}

/**
 * "Claude's tests in `cmd/` were rewritten 4 of 5 times, mostly by you within two days."
 *
 * "Rewritten" means at least half of the lines, each of those times; where the times differ it says "lost half or
 * more of their lines". Who and how soon are said only where they hold together for more than half of the lost
 * lines, with "mostly" where not for all of them.
 */
export function lookSentence({ folder, kind, tool, of, hit }: LookFacts): string {
  const { noun, verb, its } = nouns[kind];
  const losses = hit.flatMap(({ outcome, losses: own }) => own.map((loss): DatedLoss => ({ ...loss, after: loss.lastAt - outcome.at })));
  const ending = Object.entries(endings).find(([fate]) => hit.every(({ outcome, losses: own }) => 2 * total(own.filter((loss) => loss.fate === fate)) >= outcome.effectiveLines));
  const happened = ending === undefined ? `lost half or more of ${its} lines` : `${verb} ${ending[1]}`;
  const place = folder === '' ? 'at the top of the repository' : `in ${code(folder)}`;
  const circumstance = circumstanceOf(losses);
  return `${toolName(tool)}'s ${noun} ${place} ${happened} ${times(hit.length, of)}${circumstance === '' ? '' : `, ${circumstance}`}.`;
}

function times(hit: number, of: number): string {
  if (hit < of) return `${number(hit)} of ${number(of)} times`;
  return of === 2 ? 'both times' : `all ${number(of)} times`;
}

function circumstanceOf(losses: readonly DatedLoss[]): string {
  const doer = Object.entries(doers).find(([cause]) => 2 * total(losses.filter((loss) => loss.cause === cause)) > total(losses));
  const theirs = doer === undefined ? losses : losses.filter((loss) => loss.cause === doer[0]);
  // Who and how soon are said in one breath, so both together have to hold for most of all lost lines.
  const soon = spans.find(([span]) => 2 * total(theirs.filter((loss) => loss.after <= span)) > total(losses));
  const holds = soon === undefined ? theirs : theirs.filter((loss) => loss.after <= soon[0]);
  const words = [doer?.[1], soon?.[1]].filter((word) => word !== undefined).join(' ');
  if (words === '') return '';
  return total(holds) === total(losses) ? words : `mostly ${words}`;
}

function total(losses: readonly OutcomeLoss[]): number {
  return losses.reduce((sum, loss) => sum + loss.lines, 0);
}
