const beginning = /^\{"timestamp":"[^"]{1,40}",(?:"ordinal":\d+,)?"type":"(response_item|event_msg|compacted|world_state)","payload":\{(?:"type":"(\w+)"(?:,"call_id":"([^"\\]*)")?)?/;

/** Payloads of which nothing is needed: what was said, thought, printed and counted. */
const unneeded = new Set([
  'message', 'reasoning', 'web_search_call', 'tool_search_call', 'tool_search_output', 'token_count', 'agent_message', 'agent_reasoning', 'agent_reasoning_raw_content',
  'exec_command_begin', 'exec_command_end', 'mcp_tool_call_end', 'web_search_end',
]);
const outputs = new Set(['function_call_output', 'custom_tool_call_output']);

/** Whether a line holds nothing that is needed, by its beginning as the program itself writes it. */
export function passesLine(line: string, calls: { has(id: string): boolean }): boolean {
  const [, type, payload, call] = beginning.exec(line) ?? [];
  if (type === undefined) return false;
  if (type === 'compacted' || type === 'world_state') return true;
  if (payload === undefined) return false;
  return unneeded.has(payload) || (outputs.has(payload) && call !== undefined && !calls.has(call));
}
