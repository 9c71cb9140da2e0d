import { toolName, unnamedTool } from '../toolNames.ts';
import { declaredAgents } from './declaredAgents.ts';
import type { DeclaredAgent } from './declaredAgents.ts';
import { checkpointIn } from './entireCheckpoints.ts';

const byAddress = new Map(declaredAgents.flatMap((agent) => agent.addresses.map((address) => [address, agent.tool] as const)));

/**
 * The AI tools that a commit itself names: by its author, its `Co-authored-by` trailers or a line that a
 * tool puts into messages. Positive evidence for the commit as a whole and nothing more: many people switch
 * these lines off, so their absence says nothing.
 *
 * @returns names as in the tool table, sorted, each once
 */
export function declaredTools(authorEmail: string, authorName: string, body: string): string[] {
  const tools = new Set<string>();
  const addAddress = (address: string): void => {
    const tool = toolOfAddress(address);
    if (tool !== null) tools.add(tool);
  };
  /** Made with some AI tool, which other lines may name. */
  let checkpoint = false;
  addAddress(authorEmail);
  // Checked first: most messages of a history hold none of the words.
  if (mayDeclare.test(body)) {
    // Squashed commits carry trailers anywhere in their body, not only at its end.
    for (const line of body.split(/\r?\n/)) {
      const text = line.trim();
      const address = /^Co-authored-by:.*<([^<>]+)>$/i.exec(text)?.[1];
      if (address !== undefined) addAddress(address);
      const agent = /^Entire-Agent: *(\S.*)$/.exec(text)?.[1];
      if (agent !== undefined) tools.add(toolName(agent));
      if (checkpointIn(text) !== null) checkpoint = true;
      for (const row of declaredAgents) if (row.lines?.some((pattern) => pattern.test(text)) === true) tools.add(row.tool);
    }
  }
  for (const row of declaredAgents) if (isAuthor(row, authorName)) tools.add(row.tool);
  if (checkpoint && tools.size === 0) tools.add(unnamedTool);
  return [...tools].sort();
}

const mayDeclare = /co-authored-by:|generated with|-session:|-agent:|-url:|-id:|made-with:|-checkpoint:/i;

function isAuthor(row: DeclaredAgent, authorName: string): boolean {
  return row.authors?.some((ending) => authorName.endsWith(ending)) === true;
}

function toolOfAddress(address: string): string | null {
  const plain = address.trim().toLowerCase();
  const exact = byAddress.get(plain);
  if (exact !== undefined) return exact;
  const account = /^(\d+\+)[^@]+@users\.noreply\.github\.com$/.exec(plain)?.[1];
  return account === undefined ? null : (byAddress.get(account) ?? null);
}
