import type { AgentSource, LogReading } from '../../../model/captureSource.ts';
import { tailLines } from '../../tail.ts';
import { locateClaudeLogs } from './locate.ts';
import { claudeSource, claudeTool, startReading } from './reading.ts';
import { readCarry, unanswered, writeCarry } from './waitingCalls.ts';

/** Claude Code: command line, editor extension and desktop program write one format. */
export const claudeCode: AgentSource = {
  id: claudeSource,
  tool: claudeTool,
  name: 'Claude Code',
  grade: 'recorded',
  verified: 'Seen in real transcripts 1.0.96 to 2.1.219: Edit, Write, MultiEdit, rejections, compaction, subagents. From documentation only: bashEditDiff, NotebookEdit, Windows paths.',
  locate: locateClaudeLogs,
  async read(file, cursor, context): Promise<LogReading> {
    const reading = startReading(context);
    const carry = readCarry(cursor?.carry ?? null);
    const tail = await tailLines(file, cursor, context.key, async ({ restarted }, read) => {
      if (restarted) return;
      reading.resumeTurn(carry.turn);
      for (const { id, offset, length } of carry.calls) reading.resume(id, await read(offset, length), offset);
    }, reading.visit);
    const waiting = [...reading.waiting.values()];
    reading.counts.unreadable += tail.tooLong;
    reading.counts.unanswered = unanswered(waiting) - (tail.restarted ? 0 : carry.counted);
    return {
      contributions: reading.contributions,
      sessions: reading.sessions(),
      turns: reading.turns().map((one) => ({ ...one, whole: cursor === null || tail.restarted })),
      counts: reading.counts,
      bytesRead: tail.bytesRead,
      restarted: tail.restarted,
      cursor: {
        file, identity: tail.identity, size: tail.size, modifiedAt: tail.modifiedAt, offset: tail.offset, head: tail.head,
        carry: writeCarry(waiting, reading.savedTurn()),
        relevant: reading.relevant() || (cursor?.relevant === true && !tail.restarted),
      },
    };
  },
};
