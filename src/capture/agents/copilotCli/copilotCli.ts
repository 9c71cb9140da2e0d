import type { AgentSource } from '../../../model/captureSource.ts';
import { readJsonLines } from '../../reading/jsonLines.ts';
import { locateCopilotCliLogs } from './locate.ts';
import { copilotCliFormat } from './records.ts';

/** GitHub Copilot's command line program. */
export const copilotCli: AgentSource = {
  id: copilotCliFormat.id,
  tool: copilotCliFormat.tool,
  name: 'GitHub Copilot CLI',
  grade: 'recorded',
  verified: 'Seen in trimmed files 1.0.11 to 1.0.77: every kind of event, create with its result. From other programs that read it only: edit, str_replace and apply_patch.',
  locate: locateCopilotCliLogs,
  read: async (file, cursor, context) => await readJsonLines(copilotCliFormat, file, cursor, context),
};
