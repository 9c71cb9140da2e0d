import { parseApplyPatch } from '../../edits/applyPatch.ts';
import { joinEdits, replaceEdit, writeEdit } from '../../edits/fileEdit.ts';
import type { FileEdit } from '../../edits/fileEdit.ts';
import { asArguments, asArray, asName, asObject, asText } from '../../json.ts';
import type { Json } from '../../json.ts';
import { storedUriPath } from '../../places/fileUri.ts';

/**
 * What one request of a conversation changed, one edit a file. The response's text edits say that a file was
 * changed and what was put there, but not what stood there before: where the tool calls of the request tell
 * old and new text and there are as many as text edits, they are taken instead.
 */
export function chatEdits(request: Json): FileEdit[] {
  const texts = new Map<string, string[]>();
  for (const part of asArray(request['response'])) {
    const group = asObject(part);
    if (group?.['kind'] !== 'textEditGroup') continue;
    const file = storedUriPath(group['uri']);
    if (file === null) continue;
    const ofFile = texts.get(file) ?? [];
    for (const edits of asArray(group['edits'])) {
      const put = asArray(edits).map((edit) => asText(asObject(edit)?.['text'])).filter((text) => text !== null);
      if (put.length > 0) ofFile.push(put.join('\n'));
    }
    texts.set(file, ofFile);
  }
  const calls = callsOf(request);
  const edits: FileEdit[] = [];
  for (const [file, put] of texts) {
    if (put.length === 0) continue;
    const told = calls.filter((call) => call.file === file);
    edits.push(joinEdits(file, told.length === put.length ? told : put.map((to) => ({ ...replaceEdit(file, [{ from: '', to, all: false }]), operation: 'edit' as const }))));
  }
  return edits;
}

/** Edits that the model asked for, by the tools' own names. */
function callsOf(request: Json): FileEdit[] {
  const rounds = asArray(asObject(asObject(request['result'])?.['metadata'])?.['toolCallRounds']);
  return rounds.flatMap((round) => asArray(asObject(round)?.['toolCalls'])).flatMap((one) => {
    const call = asObject(one);
    const given = asArguments(call?.['arguments']);
    return given === null ? [] : editsOfTool(asName(call?.['name']) ?? '', given);
  });
}

function editsOfTool(name: string, given: Json): FileEdit[] {
  const file = asName(given['filePath']);
  if (name === 'apply_patch') return parseApplyPatch(asText(given['input']) ?? '');
  if (name === 'multi_replace_string_in_file') return asArray(given['replacements']).flatMap((one) => replaceCall(asObject(one), null));
  if (name === 'replace_string_in_file') return replaceCall(given, file);
  const content = asText(given['content']);
  return name === 'create_file' && file !== null && content !== null ? [writeEdit(file, null, content)] : [];
}

function replaceCall(given: Json | null, fallback: string | null): FileEdit[] {
  const file = asName(given?.['filePath']) ?? fallback;
  const from = asText(given?.['oldString']);
  const to = asText(given?.['newString']);
  return file === null || from === null || to === null ? [] : [replaceEdit(file, [{ from, to, all: false }])];
}
