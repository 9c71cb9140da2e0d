import { checkpointIn, checkpointTools, describesCheckpoint, entireBranch } from '../capture/notes/entireCheckpoints.ts';
import type { TracedEdit } from '../capture/notes/agentTrace.ts';
import { unnamedTool } from '../capture/toolNames.ts';
import { catFiles, listTree } from '../git/blobs.ts';
import { readCommits } from '../git/commitReader.ts';
import { touchedPaths } from '../git/history.ts';
import type { GitContext } from '../git/process.ts';
import type { Ref } from '../git/refs.ts';
import type { DeclaredCommit } from '../ledger/declaredCommits.ts';
import type { CommitFacts, CommitId } from '../model/commit.ts';
import type { Identity } from '../model/repository.ts';
import type { RecordCounts } from './readAttestations.ts';

/** What speaks for whole commits, beside their own trailers. */
export interface DeclaredEvidence {
  readonly graph: readonly CommitFacts[];
  readonly refs: readonly Ref[];
  /** From the trace file. */
  readonly edits: readonly TracedEdit[];
  readonly identity: Identity;
}

export interface DeclaredInGraph {
  readonly commits: readonly DeclaredCommit[];
  readonly counts: readonly RecordCounts[];
}

/** The source under which Entire's checkpoints are counted. */
export const entireSource = 'entire';

/** Commits that an AI tool had a part in, by their trailers and authors, by Entire's checkpoints and by what a trace file tells of edits on top of their parents. */
export async function declaredInGraph(git: GitContext, { graph, refs, edits, identity }: DeclaredEvidence): Promise<DeclaredInGraph> {
  const [checkpoints, traced] = await Promise.all([checkpointsOf(git, graph, refs), tracedOf(git, graph, edits)]);
  const commits = graph.flatMap((commit) => {
    const named = [...commit.declaredTools, ...(checkpoints.tools.get(commit.id) ?? []), ...(traced.get(commit.id) ?? [])];
    const known = named.filter((tool) => tool !== unnamedTool);
    return [...new Set(known.length > 0 ? known : named)].map((tool) => ({ commit: commit.id, tool, at: commit.committedAt, mine: identity.addresses.has(commit.authorEmail) }));
  });
  return { commits, counts: checkpoints.counts };
}

/** Of commits whose own message names a checkpoint and no tool: the tools that the checkpoint names. */
async function checkpointsOf(git: GitContext, graph: readonly CommitFacts[], refs: readonly Ref[]): Promise<{ tools: ReadonlyMap<CommitId, readonly string[]>; counts: readonly RecordCounts[] }> {
  const branch = refs.find(({ name }) => name === `refs/heads/${entireBranch}`) ?? refs.find(({ name }) => name.startsWith('refs/remotes/') && name.endsWith(`/${entireBranch}`));
  if (branch === undefined) return { tools: new Map(), counts: [] };
  const tools = new Map<CommitId, readonly string[]>();
  const counts = { source: entireSource, place: branch.name, records: 0, unreadable: 0, unknown: 0, withoutLines: 0 };
  const unnamed = graph.filter((commit) => commit.declaredTools.includes(unnamedTool)).map((commit) => commit.id);
  if (unnamed.length > 0) {
    const folders = (message: string): string[] => message.split('\n').map(checkpointIn).filter((folder) => folder !== null);
    const asking = await readCommits(git, ['--no-walk=unsorted'], unnamed, { declaredToolsOf: (_email, message) => folders(message) });
    const files = await listTree(git, branch.commit);
    const wanted = asking.flatMap(({ id, declaredTools }) => declaredTools.flatMap((folder) => files.filter(({ path }) => describesCheckpoint(path, folder)).map((file) => ({ commit: id, blob: file.id }))));
    let at = 0;
    for await (const { content } of catFiles(git, wanted.map(({ blob }) => blob), { maxBytes: 1024 * 1024 })) {
      const { commit } = wanted[at++]!;
      if (content === null) counts.unreadable++;
      else tools.set(commit, [...(tools.get(commit) ?? []), ...checkpointTools(content.toString('utf8'))]);
    }
    counts.records = asking.filter(({ id }) => (tools.get(id) ?? []).length > 0).length;
  }
  return { tools, counts: [counts] };
}

/** The first commit after an edit, on top of the same commit, that changed the file. */
async function tracedOf(git: GitContext, graph: readonly CommitFacts[], edits: readonly TracedEdit[]): Promise<ReadonlyMap<CommitId, readonly string[]>> {
  const tools = new Map<CommitId, string[]>();
  if (edits.length === 0) return tools;
  const beneath = new Set(edits.map(({ onTopOf }) => onTopOf));
  const on = graph.filter(({ parents: [first] }) => first !== undefined && beneath.has(first));
  const touched = new Map<CommitId, ReadonlySet<string>>();
  for await (const { commit, paths } of touchedPaths(git, on)) touched.set(commit, new Set(paths));
  const inOrder = on.toSorted((left, right) => left.committedAt - right.committedAt);
  for (const { onTopOf, at, path, tool } of edits) {
    const next = inOrder.find((commit) => commit.parents[0] === onTopOf && commit.committedAt >= at - clockSecond && touched.get(commit.id)?.has(path) === true);
    if (next !== undefined) tools.set(next.id, [...(tools.get(next.id) ?? []), tool]);
  }
  return tools;
}

/** Commit times are whole seconds. */
const clockSecond = 999;
