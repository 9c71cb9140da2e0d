import type { CommitFacts } from '../model/commit.ts';
import type { FollowedLine, StoredContribution } from '../model/followedLine.ts';
import type { FollowStore } from '../model/followStore.ts';
import { isEffective, lineFlags } from '../model/lineText.ts';
import { hour } from '../model/time.ts';
import { continuedBit } from './claimSimilar.ts';
import type { AddedLine } from './commitLines.ts';

/** More than this share of an episode's open lines must be in someone else's commit for it to be a squash of them. */
const mostOf = 0.5;

/** Text that no commit has held for this long was mostly dropped; likely words of it turn up in other work. */
const stale = 6 * hour;

/**
 * What of stale text must come together. Measured on a team's real logs: where text was truly committed late,
 * the commit held 50 to 100 % of what its episode had open; where test and error-handling boilerplate met
 * by chance, at most 27 % of the episode's and 53 % of the contribution's.
 */
const staleShare = { episode: 0.35, contribution: 0.75 };

/** What is asked about contributions while a commit is looked at. */
export interface OpenWork {
  readonly contributionOf: (line: number) => StoredContribution;
  readonly openLines: (episode: string) => ReturnType<FollowStore['openLines']>;
}

/** What one contribution claimed in one commit. */
interface Claims {
  readonly contribution: StoredContribution;
  readonly ids: number[];
  /** Lines that no commit held before. */
  readonly waiting: number[];
  /** Effective lines that no commit held before, those of them that the agent itself replaced, and those that were in a commit. */
  open: number;
  replaced: number;
  held: number;
  /** Place of the line that was found last. */
  at: number;
}

/**
 * Gives back what contributions claimed in a commit by coincidence. `added` are all added lines of the commit.
 *
 * - Someone else's commit holds my lines only when it carries most of what an episode still has open: a maintainer
 *   or a bot squashed the branch. Fewer are a coincidence (two people add the same import).
 * - Text that waited long for a commit comes with a good part of its episode, or with most of its contribution
 *   (see `staleShare`). Single lines of it that turn up later are what every test of the house begins with.
 */
export function keepEvident(added: readonly AddedLine[], commit: Pick<CommitFacts, 'authoredAt'> & { readonly mine: boolean }, work: OpenWork): void {
  const coincidences = new Set<number>();
  for (const claims of byEpisode(added, work)) {
    const all = work.openLines(claims[0]!.contribution.episode);
    for (const id of commit.mine ? staleClaims(claims, all, commit.authoredAt) : claimsOfOthers(claims, all)) coincidences.add(id);
  }
  if (coincidences.size === 0) return;
  for (const line of added) {
    // with what such a line was wrapped to
    if (!coincidences.has(line.id & ~continuedBit)) continue;
    line.claim = null;
    line.id = 0;
  }
}

function claimsOfOthers(claims: readonly Claims[], all: ReturnType<OpenWork['openLines']>): number[] {
  const open = sum(claims, 'open');
  const held = sum(claims, 'held');
  // lines I committed on a branch count as carried along; they make a squash likelier, not less likely
  if (open + held <= (all.open + held) * mostOf) return claims.flatMap(({ ids }) => ids);
  // drafts that the agent replaced are in no squash
  return open <= all.open * mostOf || sum(claims, 'replaced') > open ? claims.flatMap(({ waiting }) => waiting) : [];
}

function staleClaims(claims: readonly Claims[], all: ReturnType<OpenWork['openLines']>, at: number): number[] {
  if (sum(claims, 'open') + sum(claims, 'replaced') >= (all.open + all.replaced) * staleShare.episode) return [];
  return claims.flatMap(({ contribution, waiting, open, replaced }) => {
    if (at - contribution.at <= stale || waiting.length === 0) return [];
    const one = contribution.lines.filter((line) => line.first === null && isNews(line)).length;
    return open + replaced < one * staleShare.contribution ? waiting : [];
  });
}

function sum(claims: readonly Claims[], what: 'open' | 'replaced' | 'held'): number {
  return claims.reduce((total, each) => total + each[what], 0);
}

function byEpisode(lines: readonly AddedLine[], { contributionOf }: OpenWork): Claims[][] {
  const found = new Map<number, Claims>();
  for (const { claim } of lines) {
    if (claim?.by !== 'contribution') continue;
    const contribution = contributionOf(claim.line);
    let entry = found.get(contribution.row);
    if (entry === undefined) found.set(contribution.row, (entry = { contribution, ids: [], waiting: [], open: 0, replaced: 0, held: 0, at: 0 }));
    entry.ids.push(claim.line);
    // they mostly come in the contribution's order
    while (contribution.lines[entry.at]!.id !== claim.line) entry.at = (entry.at + 1) % contribution.lines.length;
    const line = contribution.lines[entry.at]!;
    if (line.first === null) entry.waiting.push(line.id);
    if (isNews(line)) entry[line.first !== null ? 'held' : line.supersededAt === null ? 'open' : 'replaced']++;
  }
  return [...Map.groupBy(found.values(), ({ contribution }) => contribution.episode).values()];
}

/** Effective, or so but for repeating a block: that is found out later, and it is as much a part of the episode. */
function isNews({ flags }: Pick<FollowedLine, 'flags'>): boolean {
  return isEffective(flags & ~lineFlags.duplicate);
}
