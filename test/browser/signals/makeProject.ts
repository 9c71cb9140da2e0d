import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gitRepo } from '../../fixtures/gitRepo.ts';
import type { SessionProject } from '../harness/session.ts';
import { unmarked } from '../harness/unmarked.ts';
import { defaultName, otherFile } from './performRow.ts';
import { branchOf, folderOf, type SignalRow } from './signalRow.ts';

/** A repository with every row's files, and its branch where it has one. */
export function makeProject(rows: readonly SignalRow[], dest: string): SessionProject {
  const home = join(dest, 'home');
  mkdirSync(home);
  const repo = gitRepo(join(dest, 'repo'));
  const day = Date.now() - 86_400_000;
  for (const row of rows) {
    repo.write(`${folderOf(row)}/${row.name ?? defaultName}`, unmarked(row.text).text);
    for (const [name, text] of Object.entries(row.beside ?? {})) repo.write(`${folderOf(row)}/${name}`, text);
  }
  repo.write(otherFile, 'What every kind of edit is taken for.\n');
  repo.commit('Everything as it is before', { at: day });
  for (const row of rows) {
    if (row.otherBranch === undefined) continue;
    repo.git(['checkout', '--quiet', '-b', branchOf(row)]);
    for (const [name, text] of Object.entries(row.otherBranch)) repo.write(`${folderOf(row)}/${name}`, text);
    repo.commit('As someone else has it', { at: day, who: { name: 'Bo Reed', email: 'bo@fernwater.example' } });
    repo.git(['checkout', '--quiet', 'main']);
  }
  return { repo: repo.dir, home };
}
