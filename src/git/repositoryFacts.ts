import { readdir, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { HumanError } from '../model/humanError.ts';
import type { RepositoryFacts } from '../model/repository.ts';
import { whenMissing } from './missingFile.ts';
import { type GitContext, runGit } from './process.ts';
import { type GitSettings, readSettings } from './settings.ts';

/**
 * What identifies the repository that `context.directory` lies in. Two processes, side by side.
 * @param given the settings, where somebody else needs them too
 * @throws HumanError when there is no repository, no git, or git refuses to read it
 */
export async function readRepository(context: GitContext, given: Promise<GitSettings> = readSettings(context)): Promise<RepositoryFacts> {
  const [place, settings] = await Promise.all([readPlace(context), given.then((entries) => new Map(entries))]);
  const commonDir = await realpath(resolve(context.directory, place.commonDir));
  const gitDir = await realpath(resolve(context.directory, place.gitDir));
  const linked = await linkedWorktrees(commonDir);
  const here = place.inside ? await realpath(resolve(context.directory, place.up)) : null;
  const withoutTop = settings.get('core.bare') === 'true';
  const top = await mainTop({ commonDir, here: gitDir === commonDir ? here : null, withoutTop, worktree: settings.get('core.worktree') });
  const worktrees = [top, here, ...linked].filter((one) => one !== null);
  return {
    commonDir,
    top,
    worktrees: [...new Set(worktrees)],
    // The setting may be missing from a repository that has no working tree all the same.
    bare: top === null,
    shallow: place.shallow,
    partial: settings.has('extensions.partialclone') || [...settings].some(([name, value]) => name.endsWith('.promisor') && value !== 'false'),
    empty: !place.hasHead && (await runGit(context, ['for-each-ref', '--count=1'])).length === 0,
    idLength: place.format === 'sha256' ? 64 : 40,
  };
}

interface Place {
  readonly inside: boolean;
  readonly shallow: boolean;
  readonly format: string;
  readonly hasHead: boolean;
  readonly gitDir: string;
  readonly commonDir: string;
  /** From the folder to the top of its working tree: empty or `../..`. */
  readonly up: string;
}

// rev-parse repeats an option it does not know; paths may hold line feeds, so this parts them.
const between = '--between-answers';

async function readPlace(context: GitContext): Promise<Place> {
  const questions = [
    '--is-inside-work-tree', '--is-shallow-repository', '--show-object-format', between, '--git-dir', between, '--git-common-dir', between, '--show-cdup', between,
    '--revs-only', 'HEAD',
  ];
  const answer = (await runGit(context, ['rev-parse', ...questions])).toString('utf8');
  const [flags, gitDir, commonDir, up, head] = answer.split(`${between}\n`);
  if (flags === undefined || gitDir === undefined || commonDir === undefined || up === undefined || head === undefined) {
    throw new HumanError(`Git gave no usable answer about ${context.directory}. Update git: version 2.31 or later is needed.`);
  }
  const [inside, shallow, format] = flags.split('\n');
  const path = (line: string): string => line.replace(/\n$/, '');
  return {
    inside: inside === 'true', shallow: shallow === 'true', format: format ?? 'sha1', hasHead: head !== '',
    gitDir: path(gitDir), commonDir: path(commonDir), up: path(up),
  };
}

/** Tops that git recorded for linked working trees, also of those that are gone: `worktrees/<id>/gitdir` names `<top>/.git`. */
async function linkedWorktrees(commonDir: string): Promise<string[]> {
  const folder = join(commonDir, 'worktrees');
  const names = await readdir(folder).catch(whenMissing<string[]>([]));
  const tops = names.toSorted().map(async (name) => {
    const record = await readFile(join(folder, name, 'gitdir'), 'utf8').catch(whenMissing(''));
    const top = record === '' ? null : dirname(resolve(folder, name, record.replace(/\n$/, '')));
    return top === null ? null : await realpath(top).catch(whenMissing(top));
  });
  return (await Promise.all(tops)).filter((top) => top !== null);
}

async function mainTop(known: { commonDir: string; here: string | null; withoutTop: boolean; worktree: string | undefined }): Promise<string | null> {
  if (known.withoutTop) return null;
  if (known.here !== null) return known.here;
  if (known.worktree !== undefined) return await realpath(resolve(known.commonDir, known.worktree)).catch(whenMissing(null));
  return basename(known.commonDir) === '.git' ? dirname(known.commonDir) : null;
}
