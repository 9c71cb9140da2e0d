import { join, resolve } from 'node:path';
import type { AgentSource } from '../../../model/captureSource.ts';
import { chatsBelow } from './locate.ts';
import { readGeminiChat } from './readChats.ts';

const source = { id: 'gemini-cli', tool: 'gemini' };

/** Gemini CLI. Its folder is `~/.gemini` on every system, or in GEMINI_CLI_HOME. */
export const gemini: AgentSource = {
  ...source,
  name: 'Gemini CLI',
  grade: 'recorded',
  verified: 'Seen in real files of January 2026: write_file with relative paths and no shown result. From its source only: replace, results with both contents, lines with $set and $rewindTo, subagents.',
  async locate(home, env) {
    const named = env['GEMINI_CLI_HOME'];
    const bases = new Set([...(named === undefined || named === '' ? [] : [resolve(home, named)]), home]);
    return (await Promise.all([...bases].map(async (base) => await chatsBelow(join(base, '.gemini'))))).flat().sort();
  },
  read: async (file, cursor, context) => await readGeminiChat(source, file, cursor, context),
};
