import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Identity, RepositoryFacts } from '../model/repository.ts';
import { whenMissing } from './missingFile.ts';
import { type GitContext, runGit } from './process.ts';
import { type GitSettings, readSettings } from './settings.ts';

/** What was read before: the settings, and the repository that they are of. */
export interface KnownSettings {
  readonly settings: GitSettings;
  readonly facts: Pick<RepositoryFacts, 'bare' | 'worktrees'>;
}

/**
 * The addresses under which this person commits: `user.email`, `ainetvalue.address` (as many as there are: the
 * place for further ones where there is no editor with settings) and the further ones given, each as it is and
 * as mailmap has it, in lower case. Empty when git knows no address.
 */
export async function readIdentity(context: GitContext, furtherAddresses: readonly string[] = [], known: KnownSettings | null = null): Promise<Identity> {
  const settings = known?.settings ?? (await readSettings(context));
  const valuesOf = (wanted: string): string[] => settings.filter(([name]) => name === wanted).map(([, value]) => value);
  // the last one is the one git uses
  const [name, email] = ['user.name', 'user.email'].map((wanted) => valuesOf(wanted).at(-1) ?? '');
  const given = [email!, ...valuesOf('ainetvalue.address'), ...furtherAddresses].map(clean).filter((address) => address !== '');
  if (given.length === 0) return { addresses: new Set() };
  if (known !== null && !(await mayHaveMailmap(known))) return { addresses: new Set(given) };
  // A mailmap entry may ask for the name as well.
  const contacts = given.flatMap((address) => [`<${address}>\n`, `${name!.replaceAll(/[<>\n]/g, ' ').trim()} <${address}>\n`]);
  const output = (await runGit(context, ['check-mailmap', '--stdin'], { input: contacts })).toString('utf8');
  const mapped = output.split('\n').map((line) => /<([^<>]*)>$/.exec(line)?.[1] ?? '');
  return { addresses: new Set([...given, ...mapped].map(clean).filter((address) => address !== '')) };
}

/** Most repositories have none, and every scan would ask git for it: it is read from the top of a working tree, from the tree of a bare repository, or where a setting says. */
async function mayHaveMailmap({ settings, facts }: KnownSettings): Promise<boolean> {
  if (facts.bare || settings.some(([name]) => name.startsWith('mailmap.'))) return true;
  const found = await Promise.all(facts.worktrees.map((top) => lstat(join(top, '.mailmap')).catch(whenMissing(null))));
  return found.some((one) => one !== null);
}

function clean(address: string): string {
  return address.replaceAll(/[<>\s]/g, '').toLowerCase();
}
