import { askGit } from '../git/singleFact.ts';
import { keepCoin } from '../ledger/coins.ts';
import { HumanError } from '../model/humanError.ts';
import type { CoinFlip } from '../model/project.ts';
import { localCalendar } from '../value/episodes/calendar.ts';
import type { ProjectParts } from './projectParts.ts';

/**
 * Flips a coin for the branch that is checked out, for today: it decides whether the task is done with AI or by hand.
 * The first one stands, so that flipping until it suits decides nothing.
 * @param byte one random byte
 * @throws {HumanError} when no branch is checked out
 */
export async function flipCoin({ ledger, repo, git, options }: ProjectParts, byte: number): Promise<CoinFlip> {
  const branch = (await askGit(git, ['branch', '--show-current'])).trim();
  if (branch === '') throw new HumanError('No branch is checked out. Check out the branch of the task, then flip again.');
  const kept = keepCoin(ledger, repo, { episode: `${branch}\n${localCalendar.dayOf(options.asOf)}`, side: byte % 2 === 0 ? 'ai' : 'hand', at: options.asOf });
  return { side: kept.side, branch, again: kept.at !== options.asOf };
}
