import { asArguments, asArray, asName, asObject, asTime } from '../json.ts';
import type { Json } from '../json.ts';
import type { LineRange } from './lineRanges.ts';

/**
 * One Agent Trace 0.1 record:
 *
 *   { version, id, timestamp, vcs: { type, revision }, tool: { name }, files: [{ path, conversations: [{ url,
 *     contributor: { type: human | ai | mixed | unknown, model_id },
 *     ranges: [{ start_line, end_line, contributor? }] }] }] }
 */
export interface TraceRecord {
  readonly id: string | null;
  /** UTC ms. */
  readonly at: number | null;
  /** Full id of a git commit, or whatever else the record names. */
  readonly revision: string | null;
  readonly tool: string | null;
  /** It names a turn or a call of its agent, so it was written while that one edited. */
  readonly whileEditing: boolean;
  readonly claims: readonly TraceClaim[];
}

/** Lines of one file that a record gives to one contributor. */
export interface TraceClaim {
  readonly path: string;
  readonly contributor: string | null;
  readonly model: string | null;
  readonly url: string | null;
  readonly ranges: readonly LineRange[];
}

/** The records of a text: a file of lines, or one record over many lines. Null where a line is none. */
export function traceRecords(text: string): (TraceRecord | null)[] {
  const whole = asArguments(text);
  const each = whole === null ? text.split('\n').filter((line) => line.trim() !== '').map(asArguments) : [whole];
  return each.map((record) => (record === null ? null : recordOf(record)));
}

function recordOf(record: Json): TraceRecord {
  const { type, revision } = asObject(record['vcs']) ?? {};
  return {
    id: asName(record['id']), at: asTime(record['timestamp']), revision: type === 'git' ? asName(revision) : null,
    tool: asName(asObject(record['tool'])?.['name']) ?? asName(record['tool']),
    whileEditing: ['generation_id', 'tool_use_id'].some((name) => asObject(record['metadata'])?.[name] !== undefined),
    claims: asArray(record['files']).flatMap((file) => claimsIn(asObject(file) ?? {})),
  };
}

function claimsIn(file: Json): TraceClaim[] {
  const path = asName(file['path']);
  if (path === null) return [];
  const place = relative(path);
  return asArray(file['conversations']).flatMap((each) => {
    const conversation = asObject(each) ?? {};
    const url = asName(conversation['url']);
    // a range may name a contributor of its own: someone else took over
    const byContributor = new Map<string, { contributor: Json; ranges: LineRange[] }>();
    for (const one of asArray(conversation['ranges'])) {
      const range = rangeOf(one);
      const contributor = asObject(asObject(one)?.['contributor']) ?? asObject(conversation['contributor']) ?? {};
      const name = JSON.stringify(contributor);
      if (range !== null) byContributor.set(name, { contributor, ranges: [...(byContributor.get(name)?.ranges ?? []), range] });
    }
    return [...byContributor.values()].map(({ contributor, ranges }) => ({ path: place, contributor: asName(contributor['type']), model: asName(contributor['model_id']), url, ranges }));
  });
}

/** Windows programs write `src\a.ts`. */
function relative(path: string): string {
  return (path.includes('/') ? path : path.replaceAll('\\', '/')).replace(/^\.\//, '').normalize('NFC');
}

function rangeOf(value: unknown): LineRange | null {
  const { start_line: first, end_line: last } = asObject(value) ?? {};
  if (typeof first !== 'number' || typeof last !== 'number') return null;
  return Number.isSafeInteger(first) && Number.isSafeInteger(last) && first >= 1 && last >= first ? [first, last] : null;
}
