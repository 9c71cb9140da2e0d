import { setImmediate as nextTurn } from 'node:timers/promises';
import { declaredTools } from '../capture/notes/trailers.ts';
import { readGraph } from '../git/graph.ts';
import { historyContext } from '../git/history.ts';
import { addDeclared } from '../ledger/declaredCommits.ts';
import { addOwnCommits } from '../ledger/ownCommits.ts';
import type { CommitFacts, CommitId } from '../model/commit.ts';
import type { FollowStore } from '../model/followStore.ts';
import type { DefaultBranch } from '../model/repository.ts';
import { day } from '../model/time.ts';
import type { RememberedBranches } from '../survival/branchMemoryCodec.ts';
import { settleUncommitted } from '../survival/settleUncommitted.ts';
import type { RefMoves } from '../survival/trunkEntry.ts';
import type { CaptureResult } from './captureStep.ts';
import { declaredInGraph } from './declaredInGraph.ts';
import { saveBlocks } from './duplicates/blockState.ts';
import { continues, mineAmong, needsReplay, shallowBorder, tipsOf } from './followBasis.ts';
import { forgetRewritten } from './forgetRewritten.ts';
import { loadFollowState, saveFollowState } from './followState.ts';
import type { FollowState } from './followState.ts';
import { followStep, saveMaps } from './followStep.ts';
import type { FollowStepResult } from './followStep.ts';
import { keepRecordCounts } from './keepRecordCounts.ts';
import type { ProjectParts } from './projectParts.ts';
import { readAttestations, withoutOthersSessions } from './readAttestations.ts';
import type { LineRecords } from './readAttestations.ts';
import type { Branches } from './readBranches.ts';
import { readMoves } from './readMoves.ts';
import { loadBranches, saveBranches } from './rememberedBranches.ts';
import { sightWorktrees } from './worktreeSight.ts';

/** However little was captured, commits of this long are asked which tools they name: the logs of one may be missing. */
const lookBack = 30 * day;

/** Ends a step of the scan: its name, and what it found, for people. */
export type Lap = (name: string, found: string) => void;

/** What lies beside the commits: text from logs, and records that attest lines. */
interface Beside {
  readonly captured: CaptureResult;
  readonly records: LineRecords;
}

/**
 * Follows every line through what is new in history, and keeps what was found.
 * @returns how many commits were read
 */
export async function followProject(parts: ProjectParts, branches: Branches, main: DefaultBranch, store: FollowStore, { captured, records }: Beside, signal: AbortSignal | undefined, lap: Lap): Promise<number> {
  const moves = await readMoves(parts, branches, main, store);
  let state = loadFollowState(store);
  const births = state?.births ?? [];
  if (state !== null && needsReplay(state, captured, records.state)) state = startOver(store);
  const tips = tipsOf(branches, main);
  const anew = state === null ? null : await forgetRewritten(parts.git, store, state, tips);
  if (anew !== null) state = anew;
  // a squash on the default branch is recognised by its branch: what was read of that is remembered
  const known = state === null || anew !== null ? null : loadBranches(store);
  const changed = Object.entries(tips).filter(([ref, commit]) => known === null || state?.tips[ref] !== commit).map(([, commit]) => commit);
  if (state !== null && changed.length === 0 && captured.contributions === 0) {
    await settle(parts, store, null, state);
    store.unitOfWork(() => undefined);
    lap('History', 'no new commits');
    return 0;
  }
  let result = await followFrom(parts, branches, main, store, captured, signal, { state, known, tips, changed, records, births, moves, lap });
  // the branch was reset or force-pushed: what was followed is not in its past any more
  if (result === null) result = await followFrom(parts, branches, main, store, captured, signal, { state: startOver(store), known: null, tips, changed: Object.values(tips), records, births, moves, lap });
  return result ?? 0;
}

interface From {
  readonly state: FollowState | null;
  /** What earlier runs read of branches. */
  readonly known: RememberedBranches | null;
  readonly tips: Readonly<Record<string, CommitId>>;
  readonly changed: readonly CommitId[];
  readonly records: LineRecords;
  readonly births: FollowState['births'];
  readonly moves: RefMoves;
  readonly lap: Lap;
}

/** @returns how many commits were read; null when the cursor is not on the default branch any more */
async function followFrom(parts: ProjectParts, branches: Branches, main: DefaultBranch, store: FollowStore, captured: CaptureResult, signal: AbortSignal | undefined, from: From): Promise<number | null> {
  const { state, records, lap } = from;
  const attested = await readAttestations(parts.git, records);
  const since = state?.since ?? Math.min(attested.reachesBack ?? Infinity, store.earliest() ?? parts.options.asOf);
  const aborting = signal === undefined ? {} : { signal };
  const readFrom = (sinceMs: number): Promise<CommitFacts[]> =>
    readGraph(parts.git, [...new Set([main.commit, ...from.changed])], { sinceMs, known: state === null ? [] : [state.tip], declaredToolsOf: (email, message) => declaredTools(email, '', message), ...aborting });
  const [graph] = await Promise.all([readFrom(since), state === null ? loadAll(store) : null]);
  if (state !== null && !continues(graph, state.tip, main.commit)) return null;
  lap('Commits', `${graph.length} to look at`);
  const result = await followStep({
    git: historyContext(parts.git, parts.facts), key: parts.ledger.key, store, identity: branches.identity, branch: main, graph, state, births: from.births, branches: from.known ?? { commits: [], tips: {} }, tips: Object.values(from.tips),
    boundary: parts.facts.shallow ? shallowBorder(graph) : new Set(), attestations: withoutOthersSessions(attested.byCommit, mineAmong(graph, branches), parts.ledger.key), moves: from.moves,
    freshPaths: state === null ? null : captured.freshPaths, ...aborting,
    progress: (done, total) => parts.options.progress({ name: 'Following lines through history', done, total }),
  });
  lap('History', `${result.read.trunk} commits of ${main.name}, ${result.read.branch} of branches`);
  const followedUntil = graph.reduce((latest, commit) => Math.max(latest, commit.committedAt), state?.followedUntil ?? 0);
  const next: FollowState = { tip: main.commit, since, followedUntil, contributions: captured.held, tips: from.tips, notes: records.state, ...result.books };
  await settle(parts, store, result, next);
  const declaring = state === null && since > parts.options.asOf - lookBack ? await readFrom(parts.options.asOf - lookBack) : graph;
  const declared = await declaredInGraph(parts.git, { graph: declaring, refs: branches.refs, edits: records.traces?.edits ?? [], identity: branches.identity });
  store.unitOfWork(() => {
    saveMaps(store, result.trunk);
    saveBlocks(store, result.blocks);
    saveFollowState(store, next);
    saveBranches(store, result.branches);
    keepOwnCommits(parts, graph, branches);
    if (declared.commits.length > 0) addDeclared(parts.ledger, parts.repo, declared.commits);
    keepRecordCounts(parts, attested.counts, false);
    keepRecordCounts(parts, declared.counts, state !== null);
  });
  lap('Ledger', 'written');
  return result.read.trunk + result.read.branch;
}

/** All that was written is asked for when following begins; git is at work meanwhile. */
async function loadAll(store: FollowStore): Promise<void> {
  await nextTurn();
  for (const path of store.paths()) store.contributionsAt(path);
}

function startOver(store: FollowStore): null {
  store.reset();
  return null;
}

async function settle(parts: ProjectParts, store: FollowStore, result: FollowStepResult | null, state: FollowState): Promise<void> {
  const earlier = new Map<string, string[]>();
  for (const [to, from] of state.renames) earlier.set(to, [...(earlier.get(to) ?? []), from]);
  const namesOf = result?.namesOf ?? ((path: string): string[] => [path, ...(earlier.get(path) ?? [])]);
  const sight = await sightWorktrees(parts, store, state.renames);
  settleUncommitted({ store, observations: result?.observations ?? { firstAfter: () => null }, namesOf, sight, now: parts.options.asOf });
}

function keepOwnCommits(parts: ProjectParts, graph: readonly CommitFacts[], { identity }: Branches): void {
  const own = graph.filter((commit) => commit.parents.length < 2 && identity.addresses.has(commit.authorEmail));
  addOwnCommits(parts.ledger, parts.repo, own.map(({ id, authoredAt }) => ({ commit: id, at: authoredAt })));
}
