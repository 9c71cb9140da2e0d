import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Session } from '../harness/session.ts';
import { appears, stageFor } from '../harness/stage.ts';
import { toldChanges } from '../harness/traceLog.ts';
import { unmarked } from '../harness/unmarked.ts';
import { folderOf, type SignalRow } from './signalRow.ts';

export const defaultName = 'main.c';
/** A file of the project that no row changes. */
export const otherFile = 'README.md';

/** Milliseconds until every change of a closed document should have been told. */
const patience = 10_000;
/** On a machine that is busy with something else a key now and then finds a workbench that was not ready for it. */
const attempts = 3;
/** Milliseconds for which a write to the disk speaks for what comes after it. */
const forgotten = 6_000;

/**
 * Performs a row and reads from the extension's log what its changes were taken for: file by file in order, without
 * repetitions. Every change that another extension saw is there once. Throws when the action could not be performed.
 */
export async function performRow(session: Session, row: SignalRow): Promise<readonly string[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptRow(session, row);
    } catch (error) {
      if (attempt === attempts) throw error;
      process.stdout.write(`  once more: ${row.action} (${error instanceof Error ? error.message.split('\n')[0] : String(error)})\n`);
      const files = { [row.name ?? defaultName]: unmarked(row.text).text, ...row.beside };
      for (const [name, text] of Object.entries(files)) writeFileSync(join(session.demo.repo, folderOf(row), name), text);
      await sleep(forgotten);
    }
  }
}

async function attemptRow(session: Session, row: SignalRow): Promise<readonly string[]> {
  const { demo, workbench: { server, page }, actor } = session;
  const folder = join(demo.repo, folderOf(row));
  const stage = stageFor(session, folder, row.name ?? defaultName);
  const { from, to } = unmarked(row.text);
  const toldBefore = toldChanges(server).length;
  const told = (): ReturnType<typeof toldChanges> => toldChanges(server).slice(toldBefore);
  const changesBelow = async (): Promise<number> =>
    Object.entries(await actor().ask('changes', {})).filter(([file]) => file.startsWith(`${folder}/`)).reduce((sum, [, count]) => sum + count, 0);
  const changesBefore = await changesBelow();

  try {
    // With nothing else to show, the editor would show a closed file once it is edited.
    await actor().ask('open', row.closed === true ? { file: join(demo.repo, otherFile), from: 0 } : { file: stage.path(), from, to });
    await stage.quiet(100);
    await row.perform(stage);
    if (row.closed !== true) await appears(stage, row.leaves);
    await stage.quiet();
    await actor().ask('close', { folder: demo.repo });
    // Written once it is saved.
    for (const started = performance.now(); readFileSync(stage.path(), 'utf8') !== row.leaves; await sleep(50)) {
      if (performance.now() - started > patience) throw new Error(`The action was not performed: it left ${JSON.stringify(readFileSync(stage.path(), 'utf8'))}`);
    }
  } catch (error) {
    await page.keyboard.press('Escape');
    await actor().ask('giveUp', {});
    throw error;
  }

  const seen = (await changesBelow()) - changesBefore;
  for (const started = performance.now(); told().length < seen && performance.now() - started < patience;) await sleep(50);
  const changes = told().toSorted((one, other) => one.file.localeCompare(other.file));
  const elsewhere = changes.find(({ file }) => !file.startsWith(`${folderOf(row)}/`));
  if (elsewhere !== undefined) throw new Error(`A change of ${elsewhere.file} (${elsewhere.kind}) is in the log meanwhile.`);
  if (changes.length !== seen) throw new Error(`${seen} changes were seen by another extension, ${changes.length} are in the log: ${changes.map(({ kind }) => kind).join(', ')}`);
  return changes.map(({ kind }) => kind).filter((kind, index, all) => kind !== all[index - 1]);
}
