import type { Answer, AnswerLine } from './answer.ts';
import type { Truth } from './truth.ts';
import { day, git } from './world.ts';
import type { World } from './world.ts';

type Blamed = { readonly path: string; readonly line: number; readonly text: string; readonly commit: string; readonly was: string; readonly wasLine: number; readonly at: number };

/**
 * What one gets without following anything: a line at HEAD is an agent's when its text equals one an agent
 * inserted; `git blame -w -M -C` says since when it stands there; what is not there was deleted, nobody knows by whom.
 */
export async function naiveAnswer(world: World, truth: Truth): Promise<Answer> {
  const spots = new Map<string, Blamed[]>();
  const explained = new Map<string, boolean[]>();
  const written = new Set(world.contributions.flatMap(({ inserted }) => inserted.map(({ text }) => text)));
  const tip = world.trunk.at(-1)?.sha ?? 'HEAD';
  for (const path of truth.headOrigin.keys()) {
    const { out } = await git(world, world.me.dir, ['blame', '-w', '-M', '-C', '--line-porcelain', tip, '--', path]);
    const lines = parseBlame(path, out);
    explained.set(path, lines.map(({ text }) => written.has(text)));
    for (const one of lines) spots.set(one.text, [...(spots.get(one.text) ?? []), one]);
  }
  const lines = world.contributions.flatMap(({ inserted }) => inserted.map(({ text, writtenAt }): AnswerLine => {
    const spot = spots.get(text)?.shift();
    if (spot === undefined) {
      return { path: null, line: null, commit: null, writtenAt, stage: 'written', fate: 'deleted', cause: 'unknown', retained: 0, pathNow: null, lineNow: null, duplicate: null };
    }
    const days = (truth.asOf - spot.at) / day;
    const stage = days >= 90 ? '90d' : days >= 30 ? '30d' : days >= 14 ? '14d' : 'merged';
    return { path: spot.was, line: spot.wasLine, commit: spot.commit, writtenAt, stage, fate: 'kept', cause: null, retained: 1, pathNow: spot.path, lineNow: spot.line, duplicate: null };
  }));
  return { lines, explained };
}

function parseBlame(path: string, out: string): Blamed[] {
  const found: Blamed[] = [];
  let [commit, was, wasLine, line, at] = ['', path, 0, 0, 0];
  for (const row of out.split('\n')) {
    const head = /^([0-9a-f]{40}) (\d+) (\d+)/.exec(row);
    if (head !== null) [commit, wasLine, line] = [head[1] ?? '', Number(head[2]), Number(head[3])];
    else if (row.startsWith('committer-time ')) at = Number(row.slice(15)) * 1000;
    else if (row.startsWith('filename ')) was = row.slice(9);
    else if (row.startsWith('\t')) found.push({ path, line, text: row.slice(1), commit, was, wasLine, at });
  }
  return found;
}
