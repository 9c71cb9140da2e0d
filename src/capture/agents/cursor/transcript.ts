import { basename } from 'node:path';
import { editsOfArguments } from '../../edits/toolArguments.ts';
import type { EditKind } from '../../edits/toolArguments.ts';
import { asArguments, asArray, asName, asObject, asText } from '../../json.ts';
import type { SourceName } from '../../reading/collector.ts';
import type { JsonLinesFormat } from '../../reading/jsonLines.ts';

const tools: ReadonlyMap<string, EditKind> = new Map([['Write', 'write'], ['StrReplace', 'replace'], ['MultiEdit', 'replace'], ['ApplyPatch', 'patch']]);

/**
 * An agent's transcript: calls, but neither their results nor any time. No edit in it is known to have been
 * made, so all of them count as unanswered and none is a contribution.
 */
export function transcriptFormat(source: SourceName, file: string): JsonLinesFormat<never> {
  const conversation = basename(file, '.jsonl');
  return {
    ...source,
    start: (collector, _calls, saved) => {
      let count = Number(saved?.['count'] ?? 0) || 0;
      return {
        take(record) {
          if (record['role'] === undefined) collector.counts.unknownRecords++;
          for (const one of asArray(asObject(record['message'])?.['content'])) {
            const part = asObject(one);
            const kind = part?.['type'] === 'tool_use' ? tools.get(asName(part['name']) ?? '') : undefined;
            const given = asArguments(part?.['input']) ?? asText(part?.['input']);
            if (kind === undefined || given === null) continue;
            const edits = editsOfArguments(kind, given) ?? [];
            collector.refuse(`transcript/${conversation}/${count++}`, 'unanswered', edits.map((edit) => edit.file), null);
          }
        },
        remember: () => undefined,
        save: () => ({ count }),
      };
    },
  };
}
