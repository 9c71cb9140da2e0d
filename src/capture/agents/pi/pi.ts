import { join } from 'node:path';
import type { AgentSource } from '../../../model/captureSource.ts';
import { filesBelow } from '../../places/folders.ts';
import { readJsonLines } from '../../reading/jsonLines.ts';
import { piFormat } from './records.ts';

/** Pi: `~/.pi/agent/sessions/<folder>/<time>_<id>.jsonl`. */
export const pi: AgentSource = {
  id: piFormat.id,
  tool: piFormat.tool,
  name: 'Pi',
  grade: 'recorded',
  verified: 'Seen in a made-up file in the real form: edit with its result. From other programs that read it only: write, failures.',
  locate: async (home) => (await filesBelow(join(home, '.pi', 'agent', 'sessions'), 1, (path) => path.endsWith('.jsonl'))).toSorted(),
  read: async (file, cursor, context) => await readJsonLines(piFormat, file, cursor, context),
};
