import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { claudeLogPath, claudeSession, writeClaudeLog } from '../../fixtures/claudeLog.ts';
import type { ClaudeSession } from '../../fixtures/claudeLog.ts';
import { uuidFrom } from '../../fixtures/claudeRecords.ts';
import type { Person } from '../../fixtures/gitRepo.ts';
import { day } from '../../../src/model/time.ts';

/** Transcripts of one person's agent, one session a day, written out as the days go by. */
export interface AgentDays {
  /** The agent replaced `oldText` (which is in `before`) by `newText`. Times (UTC ms) must not go back by a day. */
  readonly edit: (at: number, path: string, edit: { readonly oldText: string; readonly newText: string; readonly before: string }) => void;
  /** Writes the last day. */
  readonly end: () => void;
  readonly edits: () => number;
}

/** @param home folder that exists @param cwd top of the working tree */
export function agentDays(home: string, cwd: string, who: Person): AgentDays {
  writeFileSync(join(home, '.gitconfig'), `[user]\n\tname = ${who.name}\n\temail = ${who.email}\n`);
  let today = -1;
  let edits = 0;
  let session: ClaudeSession | null = null;
  const end = (): void => {
    if (session !== null) writeClaudeLog(claudeLogPath(home, cwd, session.id), session);
    session = null;
  };
  return {
    edit(at, path, { oldText, newText, before }) {
      if (session === null || Math.floor(at / day) !== today) {
        end();
        today = Math.floor(at / day);
        session = claudeSession({ id: uuidFrom(`${cwd} ${today}`), cwd });
      }
      session.edit(at, join(cwd, path), oldText, newText, before);
      edits++;
    },
    end,
    edits: () => edits,
  };
}
