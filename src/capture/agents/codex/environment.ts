import { asArray, asName, asObject, asText } from '../../json.ts';

/**
 * The folder that early versions only told the model, in a message of their own: `<environment_context>` with
 * `<cwd>…</cwd>`, or before that `Current working directory: …`. Nothing else of such a message is used.
 */
export function folderIn(content: unknown): string | null {
  for (const part of asArray(content)) {
    const text = asText(asObject(part)?.['text'])?.slice(0, 2000).trimStart();
    if (text?.startsWith('<environment_context>') !== true) continue;
    return asName((/<cwd>([^<]+)<\/cwd>/.exec(text) ?? /Current working directory: (\S[^\n]*)/.exec(text))?.[1]?.trim());
  }
  return null;
}
