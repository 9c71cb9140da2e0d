import { bashTool } from './bashTool.ts';
import { editTool, multiEditTool } from './editTool.ts';
import type { EditTool } from './fileEditTool.ts';
import type { Json } from '../../json.ts';
import { notebookTool } from './notebookTool.ts';
import { writeTool } from './writeTool.ts';

/** Claude Code's tools that change files, by the name a call gives. A further tool is one file and one line. */
const editTools: ReadonlyMap<string, EditTool> = new Map([
  ['Edit', editTool],
  ['Write', writeTool],
  ['MultiEdit', multiEditTool],
  ['NotebookEdit', notebookTool],
  ['Bash', bashTool],
]);

/** Names of the tools whose calls must be remembered until their result is seen. */
export const rememberedTools: ReadonlySet<string> = new Set([...editTools.keys()].filter((name) => name !== 'Bash'));

export function toolByName(name: string): EditTool | null {
  return editTools.get(name) ?? null;
}

/** The tool a result object must come from, when its call was not seen. */
export function toolByResult(result: Json): EditTool | null {
  for (const tool of editTools.values()) if (tool.owns(result)) return tool;
  return null;
}
