import { join } from 'node:path';
import { emptyCounts } from '../../model/captureSource.ts';
import type { CaptureContext, CaptureCounts, LogCursor, LogReading, PathMapper, SessionFacts } from '../../model/captureSource.ts';
import type { Contribution } from '../../model/contribution.ts';
import type { FileEdit } from '../edits/fileEdit.ts';
import { nativePath } from '../places/nativePath.ts';
import type { TurnSide } from '../../model/sessionTurns.ts';
import { type TurnCarry, turnTimes } from './turnTimes.ts';

/** Which source reads, and the tool whose edits it reads. */
export interface SourceName {
  readonly id: string;
  readonly tool: string;
}

/** Where and when a call was made, as far as its log says. */
export interface CallPlace {
  readonly session: string;
  readonly cwd: string | null;
  readonly branch?: string | null;
  readonly model: string | null;
  /** UTC ms; an accepted call without a time can't be placed and counts as unreadable. */
  readonly at: number | null;
}

/** Accepted edits are on disk; rejected ones a person or a rule kept out; failed ones the tool could not do. */
export type Refusal = 'rejected' | 'failed' | 'unanswered';

export interface Finish {
  readonly bytesRead: number;
  readonly restarted: boolean;
  readonly wasRelevant: boolean;
  /** What was read of sessions: all in the log's order, all but in an order of its own, or what follows on what was read before. */
  readonly sessions: 'whole' | 'unordered' | 'further';
}

/** Turns the calls of one log file into contributions and counts: the same way for every agent. */
export interface Collector {
  readonly counts: CaptureCounts;
  readonly contributions: readonly Contribution[];
  /** A session at work in a folder; counted when the folder is this repository's. */
  readonly seen: (session: string, cwd: string | null, at: number | null) => void;
  /** A person sent a prompt or stopped the agent, or the agent did something. Nothing else is told of it. */
  readonly turn: (by: TurnSide, session: string, cwd: string | null, at: number | null) => void;
  /** Takes up the turn that an earlier reading ended in. */
  readonly resumeTurn: (carry: TurnCarry | null) => void;
  readonly savedTurn: () => TurnCarry | null;
  /** An accepted call. `id` is unique among this source's calls; the same one again is a duplicate. Null edits: its texts are missing. */
  readonly accept: (id: string, edits: readonly FileEdit[] | null, place: CallPlace) => void;
  /** A call that changed nothing, or of which nobody knows. Counted when one of its files, or with none its folder, is this repository's. */
  readonly refuse: (id: string, refusal: Refusal, files: readonly string[], cwd: string | null) => void;
  /** Whether a file, or without one the folder, belongs to this repository. */
  readonly here: (file: string | null, cwd: string | null) => boolean;
  /** Whether anything met so far belongs to this repository. */
  readonly relevant: () => boolean;
  readonly finish: (cursor: Omit<LogCursor, 'relevant'>, rest: Finish) => LogReading;
}

export function startCollecting(source: SourceName, context: CaptureContext): Collector {
  const counts = emptyCounts();
  const contributions: Contribution[] = [];
  const met = context.seen ?? new Set<string>();
  const times = new Map<string, { startedAt: number; endedAt: number }>();
  const folders = new Map<string, boolean>();
  let turns = turnTimes(null);
  let edited = false;

  const mapped = (file: string, cwd: string | null): ReturnType<PathMapper['map']> => context.paths.map(nativePath(file), cwd === null ? null : nativePath(cwd));

  const inRepository = (cwd: string | null): boolean => {
    if (cwd === null) return false;
    let here = folders.get(cwd);
    if (here === undefined) {
      // The mapper knows files; any name will do to ask for the folder.
      here = mapped(join(nativePath(cwd), 'file'), cwd) !== null;
      folders.set(cwd, here);
    }
    return here;
  };
  const here = (file: string | null, cwd: string | null): boolean => (file === null ? inRepository(cwd) : mapped(file, cwd) !== null);

  const touch = (session: string, at: number): void => {
    const time = times.get(session);
    if (time === undefined) times.set(session, { startedAt: at, endedAt: at });
    else {
      time.startedAt = Math.min(time.startedAt, at);
      time.endedAt = Math.max(time.endedAt, at);
    }
  };

  const add = (edit: FileEdit, fullId: string, place: CallPlace, again: boolean): void => {
    const found = mapped(edit.file, place.cwd);
    if (found === null) {
      if (!again) counts.elsewhere++;
      return;
    }
    edited = true;
    if (place.at !== null) turns.edited(place.session, place.at);
    if (again || context.known(fullId)) return void counts.duplicates++;
    if (place.at === null) return void counts.unreadable++;
    counts.accepted++;
    if (place.session !== '') touch(place.session, place.at);
    contributions.push({
      id: fullId, source: source.id, tool: source.tool, model: place.model, session: place.session, at: place.at, path: found.path,
      worktree: found.worktree, branch: place.branch ?? null, operation: edit.operation, grade: 'recorded', mine: true, ...edit.lines(found.path, context.key),
    });
  };

  return {
    counts, contributions, here,
    seen(session, cwd, at) {
      if (session !== '' && at !== null && inRepository(cwd)) touch(session, at);
    },
    turn(by, session, cwd, at) {
      if (at !== null) turns.turn(by, session, at, inRepository(cwd));
    },
    resumeTurn(carry) {
      turns = turnTimes(carry);
    },
    savedTurn: () => turns.save(),
    accept(id, edits, place) {
      const fullId = `${source.id}:${id}`;
      const again = met.has(fullId);
      met.add(fullId);
      if (edits === null) return void (again || counts.unreadable++);
      edits.forEach((edit, index) => add(edit, edits.length > 1 ? `${fullId}:${index}` : fullId, place, again));
    },
    refuse(id, refusal, files, cwd) {
      const fullId = `${source.id}:${id}`;
      if (met.has(fullId)) return;
      met.add(fullId);
      const mine = files.length === 0 ? here(null, cwd) : files.some((file) => here(file, cwd));
      if (mine) counts[refusal]++;
    },
    relevant: () => edited || times.size > 0,
    finish: (cursor, { bytesRead, restarted, wasRelevant, sessions: reach }) => {
      const sessions: SessionFacts[] = [...times].map(([id, time]) => ({ id, source: source.id, tool: source.tool, ...time }));
      return { contributions, sessions, turns: turns.turns(reach === 'unordered').map((one) => ({ ...one, whole: reach !== 'further' })), counts, bytesRead, restarted, cursor: { ...cursor, relevant: edited || times.size > 0 || wasRelevant } };
    },
  };
}

/**
 * A call's id as it is when it is long enough to be unique anywhere, else with what it is unique in. Logs of
 * forked and resumed sessions repeat calls under other session ids, so the session is left out where it can be.
 */
export function callId(id: string, scope: string): string {
  return id.length >= 16 ? id : `${scope}/${id}`;
}
