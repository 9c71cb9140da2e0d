import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Answer, AnswerLine } from './answer.ts';
import type { Truth } from './truth.ts';
import { gitEnv } from './world.ts';
import type { World } from './world.ts';

const cli = join(import.meta.dirname, '..', '..', 'src', 'cli.ts');

/** Whether there is a command line to measure. */
export function engineExists(): boolean {
  return existsSync(cli);
}

type Json = Record<string, unknown>;

/** Asks the command line about a world: one scan, its lines, and `explain` for so many files with an agent's lines. */
export async function engineAnswer(world: World, truth: Truth, explainFiles = 1): Promise<Answer> {
  const common = ['--repo', truth.repo, '--home', truth.home, '--ledger', join(world.root, 'ledger.db'), '--as-of', new Date(truth.asOf).toISOString()];
  await run(world, ['scan', ...common, '--json']);
  const lines = parseRows(await run(world, ['lines', ...common, '--json'])).map(answerLine);
  const explained = new Map<string, boolean[]>();
  const withAi = [...truth.headOrigin].filter(([, some]) => some.some(({ origin }) => origin === 'ai')).map(([path]) => path);
  for (const path of world.random.fork('explain').shuffle(withAi).slice(0, explainFiles)) {
    const said = JSON.parse(await run(world, ['explain', path, ...common, '--json'])) as { lines: { line: number; origin: string }[] };
    const ai = new Set(said.lines.filter(({ origin }) => origin === 'ai').map(({ line }) => line));
    explained.set(path, (truth.headOrigin.get(path) ?? []).map((_, i) => ai.has(i + 1)));
  }
  return { lines, explained };
}

async function run(world: World, args: readonly string[]): Promise<string> {
  const env = { ...gitEnv(world), XDG_STATE_HOME: join(world.root, 'state'), NODE_NO_WARNINGS: '1' };
  const { code, out, problem } = await world.shell.run([process.execPath, cli, ...args], world.root, env);
  if (code !== 0) throw new Error(`${world.name}/${world.seed}: ${args.join(' ')}: ${problem}`);
  return out;
}

/** One object a line, or one array of them. */
function parseRows(out: string): Json[] {
  if (out.trimStart().startsWith('[')) return JSON.parse(out) as Json[];
  return out.split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Json);
}

function answerLine(row: Json): AnswerLine {
  const text = (name: string): string | null => (typeof row[name] === 'string' ? row[name] : null);
  const number = (name: string): number | null => (typeof row[name] === 'number' ? row[name] : null);
  const writtenAt = number('writtenAt') ?? Date.parse(text('writtenAt') ?? '');
  if (Number.isNaN(writtenAt)) throw new Error(`a row without a time: ${JSON.stringify(row)}`);
  // The design writes `14 d`, the command line may write `14d`.
  const stage = (text('stage') ?? '').replace(' ', '');
  return {
    path: text('path'), line: number('line'), commit: text('commit'), writtenAt, stage, fate: text('fate') ?? '', cause: text('cause'),
    retained: number('retained'), pathNow: text('pathNow'), lineNow: number('lineNow'),
  };
}
