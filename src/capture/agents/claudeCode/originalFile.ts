import { asObject, asText } from '../../json.ts';
import type { Json } from '../../json.ts';
import { plainText } from '../../text/escapedText.ts';
import type { EscapedText } from '../../text/escapedText.ts';

const fileKey = Buffer.from('"originalFile":"');
const afterFile = Buffer.from('","structuredPatch":');
/** Shorter lines are parsed as they are. */
const worthCutting = 4096;

/**
 * Parses a record whose bytes are `line`, but leaves the file that it holds beside an edit as it stands there: it
 * makes nearly all of the record, and most of it is never looked at. The bytes between the two keys can be nothing
 * else, since a quote inside a JSON string is always escaped.
 *
 *   …"toolUseResult":{"filePath":…,"originalFile":"package tide\n…","structuredPatch":[…
 *                                                 ^---- left ----^
 *
 * @returns undefined when it is no JSON
 */
export function parseEditRecord(line: Buffer, parse: (text: string) => unknown): unknown {
  const key = line.length < worthCutting ? -1 : line.indexOf(fileKey);
  const from = key + fileKey.length;
  const to = key < 0 ? -1 : line.indexOf(afterFile, from);
  if (to > from && line.indexOf(fileKey, to) < 0) {
    const record = asObject(parse(line.toString('utf8', 0, from) + line.toString('utf8', to)));
    const result = asObject(record?.['toolUseResult']);
    if (record !== null && result?.['originalFile'] === '') {
      const original: EscapedText = { escaped: line.toString('utf8', from, to) };
      return { ...record, toolUseResult: { ...result, originalFile: original } };
    }
  }
  return parse(line.toString('utf8'));
}

/** The file before an edit, as its result has it; null when it is not known. */
export function originalFileOf(result: Json | null): string | EscapedText | null {
  const given = result?.['originalFile'];
  const escaped = asObject(given)?.['escaped'];
  return typeof escaped === 'string' ? { escaped } : asText(given);
}

/** The same as one text. */
export function originalTextOf(result: Json | null): string | null {
  const original = originalFileOf(result);
  return original === null || typeof original === 'string' ? original : plainText(original);
}
