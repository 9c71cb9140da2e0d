import { asArguments, asArray, asName, asObject } from '../json.ts';
import { toolName, unnamedTool } from '../toolNames.ts';

/** The branch on which Entire keeps what it knows of sessions: `<2 hex>/<10 hex>/metadata.json`. */
export const entireBranch = 'entire/checkpoints/v1';

/**
 * The AI tool that a checkpoint's `metadata.json` names. A commit with the trailer `Entire-Checkpoint: <12 hex>` was
 * made with it: evidence for the commit as a whole, like any trailer. Nothing else of it is read: its figures for
 * authors and lines are somebody's, and transcripts beside it are other people's as well.
 */
export function checkpointTool(metadata: string): string {
  const json = asArguments(metadata);
  const named = asName(json?.['agent']) ?? asName(asObject(asArray(json?.['sessions'])[0])?.['agent']);
  return named === null ? unnamedTool : toolName(named);
}

/** The checkpoint that a line of a commit's message names, as the path of its folder on the branch; or null. */
export function checkpointIn(line: string): string | null {
  const id = /^Entire-Checkpoint: *([0-9a-f]{12})$/.exec(line.trim())?.[1];
  return id === undefined ? null : `${id.slice(0, 2)}/${id.slice(2)}`;
}
