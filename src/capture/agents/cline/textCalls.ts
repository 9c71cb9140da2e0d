import { asArray, asName, asObject, asText } from '../../json.ts';
import type { Json } from '../../json.ts';
import { clineTools } from './tools.ts';

const tags = [...clineTools.keys()].join('|');

/**
 * Older conversations hold calls as XML in the model's text, one a message, and their result as text in the next:
 *
 *   <write_to_file>                      [write_to_file for 'src/a.ts'] Result:
 *   <path>src/a.ts</path>
 *   <content>                            The content was successfully saved to src/a.ts.
 *   …
 *   </content>
 *   </write_to_file>
 *
 * @returns the content with such parts in the form of calls and results, ids made from the message's place
 */
export function withTextCalls(content: unknown, role: unknown, place: number): readonly unknown[] {
  const parts = typeof content === 'string' ? [{ type: 'text', text: content }] : asArray(content);
  if (parts.some((part) => asObject(part)?.['type'] === (role === 'assistant' ? 'tool_use' : 'tool_result'))) return parts;
  const text = parts.map((part) => asText(asObject(part)?.['text']) ?? '').join('\n');
  const made = role === 'assistant' ? callIn(text, place) : resultIn(text, place - 1);
  return made === null ? parts : [...parts, made];
}

function callIn(text: string, place: number): Json | null {
  const found = new RegExp(`<(${tags})>([\\s\\S]*)</\\1>`).exec(text);
  if (found === null) return null;
  const inside = found[2]!;
  const input: Record<string, string> = {};
  // The long ones may hold anything, tags as well: theirs is the last end.
  for (const name of ['path', 'file_path', 'content', 'diff', 'old_string', 'new_string', 'search', 'replace', 'input']) {
    const from = inside.indexOf(`<${name}>`);
    const to = inside.lastIndexOf(`</${name}>`);
    if (from >= 0 && to > from) input[name] = inside.slice(from + name.length + 2, to).replace(/^\r?\n/, '').replace(/\r?\n$/, '');
  }
  return { type: 'tool_use', id: `text-${place}`, name: found[1], input };
}

function resultIn(text: string, place: number): Json | null {
  const at = text.search(new RegExp(`\\[(?:${tags})\\b[^\\n]*\\] Result:`));
  return at < 0 ? null : { type: 'tool_result', tool_use_id: `text-${place}`, content: text.slice(text.indexOf('Result:', at) + 7) };
}

/** The working directory that the program tells the model with each message. Nothing else of that text is used. */
export function folderIn(content: unknown): string | null {
  for (const part of typeof content === 'string' ? [{ text: content }] : asArray(content)) {
    const text = asText(asObject(part)?.['text']) ?? '';
    const folder = /# Current (?:Working|Workspace) Directory \(([^\n]+?)\) Files/.exec(text)?.[1];
    if (folder !== undefined) return asName(folder);
  }
  return null;
}
