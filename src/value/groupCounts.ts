import type { ContributionOutcome, GroupedBy } from '../model/contributionOutcome.ts';
import type { Episode } from '../model/episode.ts';
import { type Cause, type Fate, isAlive, isDead } from '../model/fate.ts';
import { kindOfFile } from '../model/kindOfFile.ts';
import { languageOf } from '../model/languageOf.ts';
import { day, hour, minute } from '../model/time.ts';
import { type GroupCounts, type Grouping, groupings } from '../model/workFacts.ts';

/** Days after the merge that are looked at, and how long after its writing text is merged as a rule. */
const horizon = 30 * day;
const untilMerged = 7 * day;

/** How large a change to one file was, in effective lines. */
const sizes: readonly { readonly name: string; readonly most: number }[] = [
  { name: '1 to 5 lines', most: 5 },
  { name: '6 to 20 lines', most: 20 },
  { name: '21 to 100 lines', most: 100 },
  { name: 'more than 100 lines', most: Infinity },
];

const nameIn: Readonly<Record<Grouping, (outcome: GroupedBy) => string>> = {
  'kind of work': ({ path }) => kindOfFile(path),
  language: ({ path }) => languageOf(path),
  size: ({ effectiveLines }) => sizes.find(({ most }) => effectiveLines <= most)!.name,
  tool: ({ tool }) => tool,
};

/** A group by what its contributions have in common. */
export type GroupName = Pick<GroupCounts, 'grouping' | 'name' | 'writtenUntil'>;

/** Whether a group counts the lines of a contribution. */
export function isInGroup({ grouping, name, writtenUntil }: GroupName, contribution: GroupedBy): boolean {
  return contribution.effectiveLines > 0 && contribution.at <= writtenUntil && nameIn[grouping](contribution) === name;
}

/** Whether a group counts a line that ended so: not while its end is open, and drafts that the agent replaced are nobody's loss. */
export function isToldInGroups({ fate, cause }: { readonly fate: Fate; readonly cause: Cause | null }): boolean {
  return isAlive(fate) || (isDead(fate) && !isDraft({ fate, cause }));
}

function isDraft({ fate, cause }: { readonly fate: Fate; readonly cause: Cause | null }): boolean {
  return fate === 'dropped' && cause === 'me with AI';
}

/** What became of one contribution's lines by the end of its 30 days. Minutes are the share of its episode's correction. */
interface Settled {
  readonly outcome: ContributionOutcome;
  readonly alive: number;
  readonly rewritten: number;
  readonly dead: number;
  readonly correctionMinutes: number;
}

/**
 * Counts by kind of work, language, size and tool. Only contributions whose 30 days are over: of young ones only deaths
 * can be known. Drafts that the agent replaced itself before a commit are nobody's loss.
 *
 * @param knownUntil UTC ms
 */
export function groupCounts(outcomes: readonly ContributionOutcome[], episodes: readonly Episode[], knownUntil: number): GroupCounts[] {
  const writtenUntil = knownUntil - untilMerged - horizon;
  const old = outcomes.filter(({ at, effectiveLines }) => effectiveLines > 0 && at <= writtenUntil);
  const settled = withCorrection(old, episodes);
  return groupings.flatMap((grouping) => [...Map.groupBy(settled, ({ outcome }) => nameIn[grouping](outcome))].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, members]): GroupCounts => ({
    grouping,
    name,
    writtenUntil,
    alive: sum(members, ({ alive }) => alive),
    rewritten: sum(members, ({ rewritten }) => rewritten),
    dead: sum(members, ({ dead }) => dead),
    correctionMinutes: sum(members, ({ correctionMinutes }) => correctionMinutes),
    episodes: new Set(members.map(({ outcome }) => outcome.episode)).size,
  })));
}

/** An episode's minutes of fixing go to its contributions by the lines that the person changed, or else by all lines. */
function withCorrection(outcomes: readonly ContributionOutcome[], episodes: readonly Episode[]): Settled[] {
  const fixing = new Map(episodes.map((episode) => [episode.id.slice(episode.repo.length + 1), (episode.hours.fixing * hour) / minute]));
  return [...Map.groupBy(outcomes, ({ episode }) => episode)].flatMap(([episode, members]) => {
    const touched = members.map(({ losses }) => sum(losses.filter(({ cause }) => cause === 'me'), ({ lines }) => lines));
    const weights = touched.some((lines) => lines > 0) ? touched : members.map(({ effectiveLines }) => effectiveLines);
    const all = weights.reduce((total, one) => total + one, 0);
    return members.map((outcome, at) => ({ ...fateOf(outcome), correctionMinutes: ((fixing.get(episode) ?? 0) * weights[at]!) / all }));
  });
}

function fateOf(outcome: ContributionOutcome): Omit<Settled, 'correctionMinutes'> {
  const { at, aliveLines, losses } = outcome;
  let [alive, rewritten, dead] = [aliveLines, 0, 0];
  for (const { fate, cause, lines, lastAt } of losses) {
    if (isDraft({ fate, cause })) continue;
    if (lastAt > at + untilMerged + horizon) alive += lines;
    else if (fate === 'rewritten') rewritten += lines;
    else dead += lines;
  }
  return { outcome, alive, rewritten, dead };
}

function sum<T>(list: readonly T[], pick: (one: T) => number): number {
  return list.reduce((total, one) => total + pick(one), 0);
}
