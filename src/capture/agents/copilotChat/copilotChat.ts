import type { AgentSource } from '../../../model/captureSource.ts';
import { kindOfRecord, locateChats } from './locate.ts';
import { readAgentHost } from './readAgentHost.ts';
import { readChatFile } from './readChatFile.ts';
import { readEditingState } from './readEditingState.ts';

const source = { id: 'copilot-vscode', tool: 'copilot' };
const readers = { editing: readEditingState, 'agent host': readAgentHost, chat: readChatFile };

/**
 * GitHub Copilot's chat in VS Code and in editors made from it. Inline completions leave nothing on disk, and
 * transcripts in the extension's own folder are not read: they repeat the conversation under other ids.
 */
export const copilotChat: AgentSource = {
  ...source,
  name: 'GitHub Copilot in VS Code',
  grade: 'recorded',
  verified:
    'Seen in real files: conversations of version 3, in both forms. From its source only: editing states with their timeline, the agent host\'s database, kept and undone files, Windows and remote paths.',
  locate: locateChats,
  read: async (file, cursor, context) => await readers[kindOfRecord(file)](source, file, cursor, context),
};
