import { join } from 'node:path';
import { minute, day } from '../../../src/model/time.ts';
import { code, type Desk, start } from '../../unit/scan/desk.ts';

/** Tasks of an honest stretch of work: one a day, as large as the numbers say. */
export const tasks: readonly { readonly at: number; readonly path: string; readonly lines: number }[] = [
  { at: start, path: 'src/level.ts', lines: 24 },
  { at: start + day, path: 'src/gauge.ts', lines: 36 },
  { at: start + 2 * day, path: 'src/moon.ts', lines: 18 },
  { at: start + 3 * day, path: 'src/table.ts', lines: 42 },
  { at: start + 4 * day, path: 'src/harbour.ts', lines: 30 },
  { at: start + 7 * day, path: 'src/chart.ts', lines: 24 },
];

export type Task = (typeof tasks)[number];

/** UTC ms from which the fate of all tasks after 30 days is known. */
export const known = start + 60 * day;

/** What a task's file holds in the end: lines found nowhere else. */
export function textOf({ path, lines }: Task): string {
  return code(lines, path.slice(4, -3));
}

/** Code that was there before, by hand. */
export const older = code(80, 'older');

/** The repository with its old code; `end` makes it known until long after the tasks. */
export function begin(desk: Desk): void {
  desk.repo.write('src/older.ts', older);
  desk.repo.commit('Begin', { at: start - 100 * day });
}

export function end(desk: Desk): void {
  desk.repo.git(['checkout', '--quiet', 'main']);
  desk.repo.write('README.md', 'What it is.\n');
  desk.repo.commit('Say what it is', { at: known });
}

/** The person asks, an agent writes a file in three minutes, the person reads for three and goes on. */
export function ask(desk: Desk, at: number, path: string, text: string, before: string | null = null, session = 'tasks'): void {
  const log = desk.session(session);
  log.prompt(at, 'Write it.');
  log.write(at + 3 * minute, join(desk.repo.dir, path), before, text);
  log.say(at + 3.5 * minute, 'Done.');
  desk.save(log);
  desk.repo.write(path, text);
}

export function commit(desk: Desk, at: number, message = 'Add it'): void {
  desk.repo.commit(message, { at });
}

/** A commit of the person's own that holds nothing of an agent. */
export function commitNothing(desk: Desk, at: number): void {
  desk.repo.write('notes.txt', `${at}\n`);
  commit(desk, at, 'Note it');
}

/** Each task asked for, written, read and committed. */
export function honestTasks(desk: Desk, each: (task: Task) => void = () => undefined): void {
  for (const task of tasks) {
    ask(desk, task.at, task.path, textOf(task));
    each(task);
    commit(desk, task.at + 6 * minute);
  }
}

/** A text in so many pieces of whole lines, each with what comes before it. */
export function grown(text: string, pieces: number): string[] {
  const lines = text.split('\n').slice(0, -1);
  return Array.from({ length: pieces }, (_, at) => `${lines.slice(0, Math.ceil(((at + 1) * lines.length) / pieces)).join('\n')}\n`);
}
