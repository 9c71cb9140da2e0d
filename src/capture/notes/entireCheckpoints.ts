import { asArguments, asArray, asName, asObject } from '../json.ts';
import { toolName } from '../toolNames.ts';

/** The branch on which Entire keeps what it knows of sessions. A clone has it below a remote's name. */
export const entireBranch = 'entire/checkpoints/v1';

/**
 * Whether a file of that branch describes a checkpoint. One folder each, with a folder for each of its sessions:
 *
 *   0f/0902766951/metadata.json      the checkpoint; older ones name their agent here
 *   0f/0902766951/0/metadata.json    a session: agent, model, and counts of lines
 *   0f/0902766951/0/full.jsonl       the transcript: never read, it may be another person's
 *
 * Seen in real branches of two projects.
 */
export function describesCheckpoint(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`) && /^(?:\d+\/)?metadata\.json$/.test(path.slice(folder.length + 1));
}

/**
 * The AI tools that a checkpoint's descriptions name. A commit with the trailer `Entire-Checkpoint: <12 hex>` was made
 * with them: evidence for the commit as a whole, like any trailer, so its grade is `declared`. There is no line-level
 * record to attest anything with: `initial_attribution` only counts lines (whoever wrote them), and of
 * `prompt_attributions` not even the files are named. Neither is read.
 */
export function checkpointTools(metadata: string): string[] {
  const json = asArguments(metadata);
  const named = [asName(json?.['agent']), ...asArray(json?.['sessions']).map((session) => asName(asObject(session)?.['agent']))];
  return [...new Set(named.filter((name) => name !== null).map(toolName))];
}

/** The checkpoint that a line of a commit's message names, as the path of its folder on the branch; or null. */
export function checkpointIn(line: string): string | null {
  const id = /^Entire-Checkpoint: *([0-9a-f]{12})$/.exec(line.trim())?.[1];
  return id === undefined ? null : `${id.slice(0, 2)}/${id.slice(2)}`;
}
