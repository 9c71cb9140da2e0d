import type { Refusal } from '../../reading/collector.ts';
import { asArguments, asArray, asObject, asText } from '../../json.ts';

/**
 * What became of a call, from its output: text, JSON text `{ output, metadata: { exit_code } }`, an object, or a
 * list of parts. Null: it went well.
 */
export function refusalOf(output: unknown): Refusal | null {
  const given = asArguments(output);
  const words = asText(given?.['output']) ?? asText(given?.['text']) ?? asText(output) ?? textOf(output);
  const exit = asObject(given?.['metadata'])?.['exit_code'];
  if (typeof exit === 'number') return exit === 0 ? null : 'failed';
  if (given?.['success'] === false) return 'failed';
  if (/reject(?:ed|ion)|declined|denied|not approved|aborted by user|user cancel/i.test(words.slice(0, 200))) return 'rejected';
  const said = /(?:^|\n)(?:Process exited with code|Exit code:?) (-?\d+)/.exec(words.slice(0, 400))?.[1];
  if (said !== undefined) return Number(said) === 0 ? null : 'failed';
  return /^(?:error|failed|apply_patch verification failed|patch failed)\b/i.test(words.trimStart()) || /verification failed/.test(words.slice(0, 200)) ? 'failed' : null;
}

function textOf(output: unknown): string {
  return asArray(output).map((part) => asText(asObject(part)?.['text']) ?? '').join('\n');
}
