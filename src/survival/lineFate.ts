import { changeFlags } from '../model/followedLine.ts';
import type { FollowedLine } from '../model/followedLine.ts';
import type { Cause, Fate, Stage } from '../model/fate.ts';
import { day } from '../model/time.ts';

/** What became of a line, as far as history was followed. */
export function fateOf(line: FollowedLine): Fate {
  if (line.death !== null) return line.death.fate;
  if (line.first === null) return 'pending';
  if ((line.changes & changeFlags.edited) !== 0) return 'edited';
  if ((line.changes & changeFlags.moved) !== 0) return 'moved';
  return (line.changes & changeFlags.reformatted) !== 0 ? 'reformatted' : 'kept';
}

/** Who ended the line, or edited it last while it lives; null where nobody did. */
export function causeOfLine(line: FollowedLine): Cause | null {
  if (line.death !== null) return line.death.cause;
  return (line.changes & changeFlags.edited) !== 0 ? line.editCause : null;
}

/**
 * The furthest stage the line reached alive.
 * @param knownUntil UTC ms until which the default branch is known
 */
export function stageOf(line: FollowedLine, knownUntil: number): Stage {
  if (line.merged !== null) {
    const end = line.death === null ? knownUntil : Math.min(line.death.at, knownUntil);
    const days = (end - line.merged.at) / day;
    return days >= 90 ? '90d' : days >= 30 ? '30d' : days >= 14 ? '14d' : 'merged';
  }
  if (line.first === null) return 'written';
  return line.pushedAt !== null && (line.death === null || line.death.at >= line.pushedAt) ? 'review' : 'committed';
}
