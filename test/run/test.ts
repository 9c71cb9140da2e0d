import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { hookStage } from './hookStage.ts';
import { lintStage } from './lintStage.ts';
import { mochaStage } from './mochaStage.ts';
import { scratchInMemory } from './scratch.ts';
import { add, oneFailed, type Stage, type StageContext, type StageResult, summary } from './stage.ts';
import { typesStage } from './typesStage.ts';

/**
 * `npm test`: every stage in turn, cheapest first; the last line is the sum of all.
 *
 *     test.ts [--only STAGE[,STAGE]] [PART_OF_PATH…] [-g TEXT]
 */
const abreast = Math.min(4, availableParallelism());
const stages: readonly Stage[] = [
  typesStage,
  lintStage,
  mochaStage('unit', { abreast }),
  mochaStage('truth', { abreast }),
  mochaStage('gaming', { abreast }),
  hookStage('host'),
  hookStage('browser'),
];

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function runStage(stage: Stage, context: StageContext): Promise<StageResult | undefined> {
  const started = performance.now();
  print(`== ${stage.name}`);
  try {
    const result = await stage.run(context);
    print(`   ${result === undefined ? 'nothing to run' : summary(result)} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    return result;
  } catch (error) {
    print(`  FAILED: stage ${stage.name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return oneFailed;
  }
}

const given = process.argv.slice(2);
const onlyAt = given.indexOf('--only');
const only = onlyAt < 0 ? undefined : (given[onlyAt + 1] ?? '').split(',');
const args = onlyAt < 0 ? given : given.toSpliced(onlyAt, 2);
const chosen = stages.filter((stage) => only === undefined || only.includes(stage.name));

scratchInMemory();
const context: StageContext = { root: join(import.meta.dirname, '../..'), node: process.execPath, args, print };
const results: StageResult[] = [];
for (const stage of chosen) {
  const result = await runStage(stage, context);
  if (result !== undefined) results.push(result);
}
const unknown = only?.filter((name) => !stages.some((stage) => stage.name === name)) ?? [];
for (const name of unknown) print(`There is no stage ${name}: choose from ${stages.map((stage) => stage.name).join(', ')}.`);
const total = add(results);
if (total.passed + total.failed === 0) print('No test ran.');
print(summary(total));
process.exitCode = total.failed > 0 || total.passed === 0 || unknown.length > 0 ? 1 : 0;
