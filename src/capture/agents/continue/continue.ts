import { join, resolve } from 'node:path';
import type { AgentSource } from '../../../model/captureSource.ts';
import { filesBelow } from '../../places/folders.ts';
import { readJsonLines } from '../../reading/jsonLines.ts';
import { outcomeFormat } from './devData.ts';
import { readSession } from './readSession.ts';

const source = { id: 'continue', tool: 'continue' };

/**
 * Continue: `<continue>/sessions/<id>.json`, and `<continue>/dev_data/<version>/{editOutcome,autocomplete,
 * nextEditOutcome}.jsonl`. `<continue>` is CONTINUE_GLOBAL_DIR or `~/.continue`.
 */
export const continueDev: AgentSource = {
  ...source,
  name: 'Continue',
  grade: 'recorded',
  verified: 'Seen in a real session: MultiEdit with its outcome. From other programs that read them only: outcomes of edits and completions.',
  async locate(home, env) {
    const named = env['CONTINUE_GLOBAL_DIR'];
    const files: string[] = [];
    for (const folder of new Set([...(named === undefined || named === '' ? [] : [resolve(home, named)]), join(home, '.continue')])) {
      files.push(...(await filesBelow(join(folder, 'sessions'), 0, (path) => path.endsWith('.json') && path !== 'sessions.json')));
      files.push(...(await filesBelow(join(folder, 'dev_data'), 1, (path) => /^[^/]+\/(?:editOutcome|autocomplete|nextEditOutcome)\.jsonl$/.test(path))));
    }
    return files.sort();
  },
  read: async (file, cursor, context) => (file.endsWith('.jsonl') ? await readJsonLines(outcomeFormat(source), file, cursor, context) : await readSession(source, file, cursor, context)),
};
