import { replaceEdit } from '../../edits/fileEdit.ts';
import { asName, asText, asTime } from '../../json.ts';
import type { Json } from '../../json.ts';
import { uriPath } from '../../places/fileUri.ts';
import type { Collector, SourceName } from '../../reading/collector.ts';
import type { JsonLinesFormat } from '../../reading/jsonLines.ts';

/**
 * Outcomes of edits and completions, one a line: `{ accepted, previousCode, newCode | completion, filepath,
 * timestamp }`. A completion whose lines before it are not told is taken as it stands.
 */
export function outcomeFormat(source: SourceName): JsonLinesFormat<never> {
  return { ...source, start: (collector) => ({ take: (record) => takeOutcome(record, collector), remember: () => undefined, save: () => ({}) }) };
}

function takeOutcome(record: Json, collector: Collector): void {
  const uri = asName(record['filepath']) ?? asName(record['fileUri']);
  const to = asText(record['newCode']) ?? asText(record['completion']);
  const at = asTime(record['timestamp']);
  if (uri === null || to === null) return void collector.counts.unknownRecords++;
  const file = uriPath(uri) ?? uri;
  const id = asName(record['completionId']) ?? asName(record['requestId']) ?? `${asName(record['eventName']) ?? 'edit'}/${at ?? 0}/${file}`;
  if (record['accepted'] !== true) return collector.refuse(id, record['accepted'] === false ? 'rejected' : 'unanswered', [file], null);
  const edit = replaceEdit(file, [{ from: asText(record['previousCode']) ?? '', to, all: false }]);
  collector.accept(id, [{ ...edit, operation: 'edit' }], { session: '', cwd: null, model: asName(record['modelName']) ?? asName(record['modelTitle']), at });
}
