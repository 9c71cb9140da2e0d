import { claudeSession } from '../fixtures/claudeLog.ts';
import type { ClaudeSession } from '../fixtures/claudeLog.ts';
import { uuidFrom } from '../fixtures/claudeRecords.ts';
import { words } from './code/vocabulary.ts';
import { linesOf, pass, replace } from './desk.ts';
import type { Desk } from './desk.ts';
import { additions, blockAt, rewriting } from './hand.ts';
import { textOf } from './line.ts';

/** Starts a new agent session at this desk; the following `ai…` calls are logged there. */
export function startSession(desk: Desk, options: { version?: string; model?: string; agentId?: string; parent?: ClaudeSession; root?: string } = {}): ClaudeSession {
  const { sessions } = desk.state;
  if (options.root !== undefined) desk.root = options.root;
  const session = claudeSession({
    id: options.parent && options.agentId !== undefined ? options.parent.id : uuidFrom(`session ${sessions.length} of ${desk.branch}`),
    cwd: desk.root, branch: desk.branch, version: options.version ?? versionAt(desk), model: options.model ?? 'claude-opus-4-6',
    ...(options.agentId === undefined ? {} : { agentId: options.agentId }),
  });
  if (options.parent && options.agentId === undefined) session.copyFrom(options.parent);
  sessions.push(session);
  desk.session = session;
  return session;
}

/** The agent writes a new file. */
export function aiCreate(desk: Desk, path: string, count: number): void {
  ask(desk, `Please write ${path}`);
  change(desk, path, () => {
    const { texts } = additions(desk, path, count);
    replace(desk, path, 0, 0, texts, 'ai');
  });
}

/** The agent adds functions at the end of a file. */
export function aiAdd(desk: Desk, path: string, count: number): void {
  ask(desk, `Extend ${path.split('/').at(-1)} for the next step`);
  for (let i = 0; i < count; i++) {
    change(desk, path, () => {
      const { start, texts } = additions(desk, path, 1);
      replace(desk, path, start, start, texts, 'ai');
    });
  }
}

/** The agent replaces one function, its own or another's. */
export function aiRewrite(desk: Desk, path: string, index: number): void {
  const block = blockAt(desk, path, index);
  ask(desk, `${words(block.name)} does not do the right thing yet`);
  change(desk, path, () => replace(desk, path, block.start, block.end, rewriting(desk, path, block), 'ai'));
}

/** The agent puts given lines in place of lines [start, end). */
export function aiText(desk: Desk, path: string, start: number, end: number, texts: readonly string[]): void {
  ask(desk, `Update ${path}`);
  change(desk, path, () => replace(desk, path, start, end, texts, 'ai'));
}

/** An edit the person refuses, or one that fails: nothing changes. */
export function aiRefused(desk: Desk, path: string, outcome: 'rejected' | 'failed' | 'interrupted'): void {
  const session = desk.session ?? startSession(desk);
  const block = blockAt(desk, path, -1);
  const before = textOf(linesOf(desk, path));
  const old = textOf(linesOf(desk, path).slice(block.start, block.end));
  pass(desk, 1, 2);
  session.edit(desk.at, `${desk.root}/${path}`, old, `${rewriting(desk, path, block).join('\n')}\n`, before, { outcome });
  desk.state.rejectedEdits++;
}

function ask(desk: Desk, text: string): void {
  if (desk.who === 'mate') return;
  const session = desk.session ?? startSession(desk);
  pass(desk, 2, 12);
  session.prompt(desk.at, text);
}

/** Applies a change and logs it as the Write or Edit call that made it. */
function change(desk: Desk, path: string, apply: () => void): void {
  pass(desk, 1, 3);
  const lines = desk.tree.get(path);
  apply();
  const { session } = desk;
  if (desk.who === 'mate' || !session) return;
  const file = `${desk.root}/${path}`;
  const after = textOf(linesOf(desk, path));
  if (!lines) {
    session.write(desk.at, file, null, after);
    return;
  }
  const before = textOf(lines);
  const { oldString, newString } = editStrings(before, after);
  if (desk.random.chance(0.08)) session.write(desk.at, file, before, after);
  else if (versionAt(desk).startsWith('1.') && desk.random.chance(0.5)) {
    session.multiEdit(desk.at, file, [{ old_string: oldString, new_string: newString }], before);
  } else session.edit(desk.at, file, oldString, newString, before);
}

/** The shortest whole-line old and new strings, with as much context above as makes the old one unique. */
export function editStrings(before: string, after: string): { oldString: string; newString: string } {
  const old = before.split('\n');
  const now = after.split('\n');
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  // Without a line above, one below keeps the line ends of what is taken away or put in whole.
  if (head === 0 && tail > 0) tail--;
  for (let from = Math.max(0, head - 1); ; from = Math.max(0, from - 1)) {
    const oldString = old.slice(from, old.length - tail).join('\n');
    // Once means once: places that overlap count apart, or the first one would be replaced instead of the meant one.
    if (oldString !== '' && before.indexOf(oldString) === before.lastIndexOf(oldString)) {
      return { oldString, newString: now.slice(from, now.length - tail).join('\n') };
    }
    if (from === 0) return { oldString: before, newString: after };
  }
}

/** The agent is updated as the months go by; early versions still had MultiEdit. */
function versionAt(desk: Desk): string {
  const daysLeft = (desk.state.now - desk.at) / 86_400_000;
  return daysLeft > 95 ? '1.0.128' : daysLeft > 50 ? '2.0.64' : '2.1.34';
}
