import type { StoredContribution } from '../model/followedLine.ts';
import { isEffective } from '../model/lineText.ts';
import type { AddedLine } from './commitLines.ts';

/** More than this share of an episode's open lines must be in someone else's commit for it to be a squash of them. */
const mostOf = 0.5;

/**
 * Commits by me take my lines first. Someone else's commit holds them only when it carries most of what
 * an episode still has open: a maintainer or a bot squashed the branch. Fewer are a coincidence
 * (two people add the same import) and are given back.
 *
 * @param claimed added lines claimed by contributions in this commit
 * @param openLines effective lines of the episode that no commit holds yet
 */
export function keepSquashedEpisodes(
  claimed: readonly AddedLine[],
  contributionOf: (line: number) => StoredContribution,
  openLines: (episode: string) => number,
  isOpen: (line: number) => boolean,
): void {
  const found = new Map<string, { lines: AddedLine[]; open: number; effective: number }>();
  for (const added of claimed) {
    if (added.claim?.by !== 'contribution') continue;
    const contribution = contributionOf(added.claim.line);
    let entry = found.get(contribution.episode);
    if (entry === undefined) found.set(contribution.episode, (entry = { lines: [], open: 0, effective: 0 }));
    entry.lines.push(added);
    const line = contribution.lines.find((each) => added.claim?.by === 'contribution' && each.id === added.claim.line);
    if (line === undefined || !isEffective(line.flags)) continue;
    entry.effective++;
    if (isOpen(line.id)) entry.open++;
  }
  for (const [episode, entry] of found) {
    const committedBefore = entry.effective - entry.open;
    // lines I committed on a branch count as carried along; they make a squash likelier, not less likely
    const all = openLines(episode) + committedBefore;
    if (entry.effective > 0 && entry.effective > all * mostOf) continue;
    for (const added of entry.lines) {
      added.claim = null;
      added.id = 0;
    }
  }
}
