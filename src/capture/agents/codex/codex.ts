import type { AgentSource } from '../../../model/captureSource.ts';
import { readJsonLines } from '../../reading/jsonLines.ts';
import { locateCodexLogs } from './locate.ts';
import { readCompressed } from './compressed.ts';
import { codexFormat } from './records.ts';

/** Codex: command line, editor extension and desktop program write one format. */
export const codex: AgentSource = {
  id: codexFormat.id,
  tool: codexFormat.tool,
  name: 'Codex',
  grade: 'recorded',
  verified:
    'Seen in real rollouts 0.119: apply_patch with patch_apply_end. From its source only: FileChange items (0.149 and later), code mode, compressed rollouts, bare items of early versions, archived sessions.',
  locate: locateCodexLogs,
  read: async (file, cursor, context) => (file.endsWith('.zst') ? await readCompressed(file, cursor, context) : await readJsonLines(codexFormat, file, cursor, context)),
};
