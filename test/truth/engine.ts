import { join } from 'node:path';

import { silentLogger } from '../../src/model/logger.ts';
import { lineFlags } from '../../src/model/lineText.ts';
import type { Project } from '../../src/model/project.ts';
import type { LineRecord } from '../../src/model/lineStory.ts';
import { openProject } from '../../src/scan/openProject.ts';
import { thisMachine } from '../../src/scan/machine.ts';
import type { Answer, AnswerLine } from './answer.ts';
import type { Truth } from './truth.ts';
import { gitEnv } from './world.ts';
import type { World } from './world.ts';

/** Asks the product about a world: one scan, its lines, and `explain` for so many files with an agent's lines. */
export async function engineAnswer(world: World, truth: Truth, explainFiles = 1): Promise<Answer> {
  const machine = { ...thisMachine(), home: truth.home, env: { ...process.env, ...gitEnv(world) } };
  const options = { repoDir: truth.repo, ledgerFile: join(world.root, 'ledger.sqlite'), homes: [], asOf: truth.asOf, logger: silentLogger, progress: () => undefined };
  await using project = await openProject(options, machine);
  await project.scan();
  const lines: AnswerLine[] = [];
  const repeats = await flaggedRepeats(project);
  for await (const record of project.lines()) lines.push(answerLine(record, repeats));
  const explained = new Map<string, boolean[]>();
  const withAi = [...truth.headOrigin].filter(([, some]) => some.some(({ origin }) => origin === 'ai')).map(([path]) => path);
  for (const path of world.random.fork('explain').shuffle(withAi).slice(0, explainFiles)) {
    const said = await project.explain(join(truth.repo, path));
    const ai = new Set(said.lines.filter(({ origin }) => origin === 'ai').map(({ line }) => line));
    explained.set(path, (truth.headOrigin.get(path) ?? []).map((_, i) => ai.has(i + 1)));
  }
  return { lines, explained };
}

const placeOf = (contribution: string, path: string, line: number | null): string => `${contribution} ${line} ${path}`;

/** What `lines` leaves out stands in the export: which lines repeat a block. */
async function flaggedRepeats(project: Project): Promise<Set<string>> {
  const found = new Set<string>();
  for await (const text of project.exportData()) {
    const record = JSON.parse(text) as { kind: string; id: string; lines: { flags: number; first: { path: string; line: number } | null }[] };
    if (record.kind !== 'contribution') continue;
    for (const { flags, first } of record.lines) if (first !== null && (flags & lineFlags.duplicate) !== 0) found.add(placeOf(record.id, first.path, first.line));
  }
  return found;
}

function answerLine(record: LineRecord, repeats: ReadonlySet<string>): AnswerLine {
  const { path, line, commit, writtenAt, stage, fate, cause, retained, pathNow, lineNow } = record;
  return { path, line, commit, writtenAt, stage, fate, cause, retained, pathNow, lineNow, duplicate: repeats.has(placeOf(record.contribution, path ?? '', line)) };
}
