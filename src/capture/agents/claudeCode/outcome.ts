import { asObject, asText } from '../../json.ts';
import type { ClaudeRecord, ToolResult } from './record.ts';

/** Accepted edits are on disk; rejected ones a person, a rule or an interruption kept out; failed ones the tool could not do. */
export type Outcome = 'accepted' | 'rejected' | 'failed';

const rejections: readonly RegExp[] = [
  /^(?:Error: )?The user doesn't want to (?:proceed|take this action)/,
  /^(?:Error: )?User rejected/,
  /^(?:Error: )?\[Request interrupted by user/,
  /^(?:Error: )?(?:Permission (?:for|to) |Claude requested permissions? )/,
];

/**
 * What became of a call. Success is an object in `toolUseResult`; a text there, `is_error` or
 * `toolDenialKind` is not. Subagents' records may have no `toolUseResult` at all: then no error is success.
 */
export function outcomeOf(record: ClaudeRecord, result: ToolResult): Outcome {
  if (asText(record.json['toolDenialKind']) !== null) return 'rejected';
  const given = record.json['toolUseResult'];
  const error = result.isError || (given !== undefined && given !== null && asObject(given) === null && typeof given === 'string');
  if (!error) return 'accepted';
  const words = asText(given) ?? result.words;
  return rejections.some((pattern) => pattern.test(words)) ? 'rejected' : 'failed';
}
