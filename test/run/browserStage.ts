import { startBrowser } from '../workbench/browser.ts';
import { installVsCode } from '../workbench/install.ts';
import { whyNotHere } from '../workbench/platform.ts';
import { vscodeVersions } from '../workbench/vscodeVersions.ts';
import { command } from './command.ts';
import { chosen, mochaAbreast } from './mochaStage.ts';
import { add, type StageContext, type StageResult } from './stage.ts';

/** `test/browser`: real keys in a real workbench, against the packaged extension and nothing else installed. */
export async function run(context: StageContext): Promise<StageResult | undefined> {
  const { files, grep } = chosen(context, 'browser');
  if (files.length === 0) return undefined;
  const why = whyNotHere();
  if (why !== undefined) {
    context.print(`   skipped: ${why}.`);
    return undefined;
  }
  // What is missing is installed here, so that no test waits for it.
  for (const version of vscodeVersions) await installVsCode(version, context.print);
  await (await startBrowser(context.print)).close();
  const packaged = await command(context.root, context.node, ['test/run/package.ts']);
  if (packaged.code !== 0) throw new Error(packaged.output);
  const lanes = Object.groupBy(files, (file) => laneOf(file));
  // What has to show within a time runs by itself; of the others most of the time is waiting.
  return add([await mochaAbreast(context, [lanes.timed ?? []], grep), await mochaAbreast(context, [lanes.keys ?? [], lanes.edits ?? []], grep)]);
}

/** Two lanes of about the same length, and what is measured. */
function laneOf(file: string): 'timed' | 'keys' | 'edits' {
  if (file.includes('liveUpdate')) return 'timed';
  return /[\\/]signals[\\/]|windowReload|weeklyQuestion/.test(file) ? 'edits' : 'keys';
}
