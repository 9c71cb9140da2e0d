import type { Person } from '../../fixtures/gitRepo.ts';
import { seededRandom } from '../../fixtures/random.ts';
import { day, minute } from '../../../src/model/time.ts';
import { type AgentDays, agentDays } from './agentDays.ts';
import { codeLine, editText } from './fileText.ts';
import type { TextEdit } from './fileText.ts';
import type { GeneratedOptions } from './generated.ts';
import { importStream } from './importStream.ts';
import { mates, me } from './people.ts';

export interface GrowOptions extends GeneratedOptions {
  readonly repo: string;
  readonly home: string;
  /** UTC ms of the last commit. */
  readonly end: number;
}

/** A branch under way. Nobody else edits its files meanwhile. */
interface Topic {
  readonly number: number;
  readonly who: Person;
  /** Mark of its last commit, or of where it began. */
  tip: number;
  commits: number;
  readonly files: Map<string, number>;
}

const openAtOnce = 3;
/** Branches of the last so many commits are still there after their squash; older ones were deleted. */
const branchesKept = 400;

/** Fills an empty repository. See generated.ts. */
export async function growHistory({ commits, days, logDays, files, repo, home, end }: GrowOptions): Promise<{ changedLines: number; edits: number }> {
  const random = seededRandom('bench');
  const stream = importStream(repo);
  const agent = agentDays(home, repo, me);
  const logsBegin = end - logDays * day;
  const texts = new Map<string, readonly string[]>();
  const busy = new Set<string>();
  const open: Topic[] = [];
  let written = 0;
  let changedLines = 0;
  let numbers = 0;
  let topics = 0;
  const nextNumber = (): number => ++numbers;
  const now = (): number => end - Math.round(((commits - written) / commits) * days * day);

  const paths = Array.from({ length: files }, (_, at) => `src/area${at % Math.ceil(files / 25)}/part${at}.ts`);
  for (const path of paths) texts.set(path, Array.from({ length: 40 }, () => codeLine(random, nextNumber())));
  const blobOf = (path: string): number => stream.blob(`${texts.get(path)!.join('\n')}\n`);
  const freePath = (): string => {
    for (;;) {
      const path = random.pick(paths);
      if (!busy.has(path)) return path;
    }
  };
  const edit = (path: string, who: Person): number => {
    const done = editText(random, texts.get(path)!, nextNumber);
    texts.set(path, done.after);
    if (now() >= logsBegin) {
      changedLines += done.removed + done.added.length;
      if (who === me && random.chance(0.6)) logEdit(agent, now() - minute, path, done);
    }
    return blobOf(path);
  };

  let main = stream.commit({ ref: 'refs/heads/main', at: now(), who: me, message: 'Begin', parents: [], files: new Map(paths.map((path) => [path, blobOf(path)])), restart: false });
  written++;
  const toMain = (who: Person, message: string, parents: readonly number[], changed: ReadonlyMap<string, number>): void => {
    main = stream.commit({ ref: 'refs/heads/main', at: now(), who, message, parents, files: changed, restart: false });
    written++;
  };
  const finish = (topic: Topic): void => {
    open.splice(open.indexOf(topic), 1);
    for (const path of topic.files.keys()) busy.delete(path);
    if (topic.number % 2 === 0) return toMain(topic.who, `Merge branch topic-${topic.number}`, [main, topic.tip], topic.files);
    toMain(topic.who, `Topic ${topic.number} (#${topic.number})`, [main], topic.files);
    if (written > commits - branchesKept) stream.ref(`refs/heads/topic-${topic.number}`, topic.tip);
  };
  const goOn = (topic: Topic): void => {
    const path = topic.files.size > 0 && random.chance(0.5) ? random.pick([...topic.files.keys()]) : freePath();
    busy.add(path);
    topic.files.set(path, edit(path, topic.who));
    topic.tip = stream.commit({
      ref: `refs/import/topic-${topic.number % 16}`, at: now(), who: topic.who, message: `Topic ${topic.number}, step ${topic.commits}`,
      parents: [topic.tip], files: new Map([[path, topic.files.get(path)!]]), restart: topic.commits === 0,
    });
    topic.commits++;
    // a squashed branch's commits are not in the history, as long as the branch is not kept
    if (topic.number % 2 === 0) written++;
  };
  while (written < commits) {
    await stream.flush();
    const who = random.chance(0.3) ? me : random.pick(mates);
    if (random.chance(0.4)) {
      const path = freePath();
      toMain(who, `Change ${path}`, [main], new Map([[path, edit(path, who)]]));
    } else if (open.length < openAtOnce) {
      const topic: Topic = { number: ++topics, who, tip: main, commits: 0, files: new Map() };
      open.push(topic);
      goOn(topic);
    } else {
      const topic = random.pick(open);
      if (topic.commits >= 2 && random.chance(0.4)) finish(topic);
      else goOn(topic);
    }
  }
  for (const topic of open) stream.ref(`refs/heads/topic-${topic.number}`, topic.tip);
  await stream.end();
  agent.end();
  return { changedLines, edits: agent.edits() };
}

/** An agent names the lines around those it replaces. */
function logEdit(agent: AgentDays, at: number, path: string, { at: line, removed, added, before }: TextEdit): void {
  const above = before.slice(line - 1, line);
  const below = before.slice(line + removed, line + removed + 1);
  const text = (lines: readonly string[]): string => lines.join('\n');
  agent.edit(at, path, { oldText: text([...above, ...before.slice(line, line + removed), ...below]), newText: text([...above, ...added, ...below]), before: `${text(before)}\n` });
}
