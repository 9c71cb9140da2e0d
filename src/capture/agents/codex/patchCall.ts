import { parseApplyPatch } from '../../edits/applyPatch.ts';
import type { FileEdit } from '../../edits/fileEdit.ts';
import { asArguments, asArray, asName, asText, parseJson } from '../../json.ts';
import type { Json } from '../../json.ts';

/** A call that applies a patch. */
export interface PatchCall {
  readonly id: string;
  /** The patch as the model wrote it. */
  readonly edits: readonly FileEdit[];
  /** A folder of its own, given with the call. */
  readonly cwd: string | null;
  /** Code that may call `apply_patch` among other things: whether it did is only known when nothing else says so. */
  readonly code: boolean;
}

/**
 * The patch in a call, in every generation of the format; null when the call is something else:
 *
 *   function_call     name apply_patch, arguments { input | patch }
 *   function_call     name shell, arguments { command: ['apply_patch', '*** Begin Patch…'] }, also inside a shell's script
 *   custom_tool_call  name apply_patch, input '*** Begin Patch…'
 *   custom_tool_call  name exec, input JavaScript that calls tools.apply_patch('*** Begin Patch…')
 *   local_shell_call  action { command }
 */
export function patchCall(item: Json): PatchCall | null {
  const id = asName(item['call_id']) ?? asName(item['id']);
  if (id === null) return null;
  const name = (asName(item['name']) ?? '').replace(/^functions\./, '');
  const input = asText(item['input']);
  if (name === 'exec' && input !== null) return input.includes('apply_patch') ? found(id, parseApplyPatch(unescaped(input)), null, true) : null;
  if (input?.includes('*** Begin Patch') === true && asArguments(input) === null) return found(id, parseApplyPatch(input), null, false);
  const given = asArguments(item['action'] ?? item['arguments'] ?? input);
  if (given === null) return null;
  const command = given['command'] ?? given['cmd'] ?? given['input'] ?? given['patch'];
  const text = typeof command === 'string' ? command : asArray(command).filter((part) => typeof part === 'string').join('\n');
  if (name !== 'apply_patch' && !text.includes('apply_patch')) return null;
  return found(id, parseApplyPatch(text), asName(given['workdir']) ?? asName(given['working_directory']), false);
}

function found(id: string, edits: readonly FileEdit[], cwd: string | null, code: boolean): PatchCall | null {
  return edits.length === 0 ? null : { id, edits, cwd, code };
}

/** The patch in JavaScript: in a template it stands as it is, in a string its line ends are escaped. */
function unescaped(code: string): string {
  const quoted = /"((?:[^"\\]|\\.)*\*\*\* Begin Patch(?:[^"\\]|\\.)*)"/.exec(code)?.[1];
  const text = quoted === undefined ? undefined : parseJson(`"${quoted}"`);
  if (typeof text === 'string') return text;
  return code.includes('*** Begin Patch\\n') ? code.replaceAll('\\n', '\n').replaceAll("\\'", "'") : code;
}
