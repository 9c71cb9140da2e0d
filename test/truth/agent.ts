import { claudeLogPath, claudeSession, writeClaudeLog } from '../fixtures/claudeLog.ts';
import type { ClaudeSession } from '../fixtures/claudeLog.ts';
import { uuidFrom } from '../fixtures/claudeRecords.ts';
import { join } from 'node:path';

import type { Line } from './lines.ts';
import type { Side, World } from './world.ts';
import { day, minute } from './world.ts';

type Change = {
  readonly start: number;
  readonly remove: number;
  readonly lines: readonly Line[];
  /** Of `lines`, those the agent wrote; all of them by default. */
  readonly fresh?: readonly Line[];
};

/** The agent sees line feeds only, whatever the file has. */
const seen = (lines: readonly Line[]): string => lines.map(({ text }) => `${text.replace(/\r$/, '').replace(/[\u0080-\u00ff]/g, '\ufffd')}\n`).join('');

function sessionOf(world: World, side: Side): ClaudeSession {
  const name = `${world.name}/${world.seed}/${side.dir.slice(world.root.length)}/${side.branch}/${Math.floor(world.now / day)}`;
  const known = world.sessions.get(name);
  if (known !== undefined) return known;
  const session = claudeSession({ id: uuidFrom(name), cwd: side.dir, branch: side.branch });
  session.prompt(world.now - minute, 'Go on with the next part.');
  world.sessions.set(name, session);
  return session;
}

function note(world: World, path: string, lines: readonly Line[]): void {
  const inserted = lines.flatMap((line) => line.carries.map((one) => one.line));
  world.contributions.push({ id: `c${world.contributions.length + 1}`, at: world.now, path, inserted });
}

/** The agent wrote a new file. */
export function logCreate(world: World, side: Side, path: string, lines: readonly Line[]): void {
  sessionOf(world, side).write(world.now, join(side.dir, path), null, seen(lines));
  note(world, path, lines);
}

/**
 * The agent changed a region: one Edit whose old text, with as much context as makes it unique, is the region's.
 * Where nothing is unique, or the file is small, it writes the whole file.
 */
export function logEdit(world: World, side: Side, path: string, old: readonly Line[], change: Change): void {
  const session = sessionOf(world, side);
  const before = seen(old);
  const after = seen(old.toSpliced(change.start, change.remove, ...change.lines));
  const full = join(side.dir, path);
  const region = uniqueRegion(old, before, change);
  if (region === null) session.write(world.now, full, before, after);
  else {
    const { from, to } = region;
    const oldText = seen(old.slice(from, to)).replace(/\n$/, '');
    const newText = seen([...old.slice(from, change.start), ...change.lines, ...old.slice(change.start + change.remove, to)]).replace(/\n$/, '');
    const written = session.edit(world.now, full, oldText, newText, before);
    if (written.after !== after) throw new Error(`the logged edit of ${path} does not give the model's text`);
  }
  note(world, path, change.fresh ?? change.lines);
}

/** The region with as many lines around it as make its text unique; an insertion or deletion keeps at least one line of context. */
function uniqueRegion(old: readonly Line[], before: string, { start, remove, lines }: Change): { from: number; to: number } | null {
  let [from, to] = [start, start + remove];
  for (let turn = 0; turn < 14; turn++) {
    const text = seen(old.slice(from, to)).replace(/\n$/, '');
    const enough = (remove > 0 && lines.length > 0) || from < start || to > start + remove;
    if (enough && text.trim() !== '' && before.indexOf(text) === before.lastIndexOf(text)) return { from, to };
    if (from > 0 && (turn % 2 === 0 || to === old.length)) from--;
    else if (to < old.length) to++;
    else return null;
  }
  return null;
}

/** Writes all sessions' logs below the home folder. */
export function writeLogs(world: World): void {
  for (const session of world.sessions.values()) writeClaudeLog(claudeLogPath(world.home, session.cwd, session.id), session);
}
