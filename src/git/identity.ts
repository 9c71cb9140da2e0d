import type { Identity } from '../model/repository.ts';
import { type GitContext, runGit } from './process.ts';
import { askGit } from './singleFact.ts';

/**
 * The addresses under which this person commits: `user.email`, `ainetvalue.address` (as many as there are: the
 * place for further ones where there is no editor with settings) and the further ones given, each as it is and
 * as mailmap has it, in lower case. Empty when git knows no address.
 */
export async function readIdentity(context: GitContext, furtherAddresses: readonly string[] = []): Promise<Identity> {
  const settings = await askGit(context, ['config', '-z', '--get-regexp', '^(user\\.(name|email)|ainetvalue\\.address)$']);
  let name = '';
  let email = '';
  const configured: string[] = [];
  // The last one is the one git uses.
  for (const entry of settings.split('\0')) {
    if (entry.startsWith('user.name\n')) name = entry.slice('user.name\n'.length);
    if (entry.startsWith('user.email\n')) email = entry.slice('user.email\n'.length);
    if (entry.startsWith('ainetvalue.address\n')) configured.push(entry.slice('ainetvalue.address\n'.length));
  }
  const given = [email, ...configured, ...furtherAddresses].map(clean).filter((address) => address !== '');
  if (given.length === 0) return { addresses: new Set() };
  // A mailmap entry may ask for the name as well.
  const contacts = given.flatMap((address) => [`<${address}>\n`, `${name.replaceAll(/[<>\n]/g, ' ').trim()} <${address}>\n`]);
  const output = (await runGit(context, ['check-mailmap', '--stdin'], { input: contacts })).toString('utf8');
  const mapped = output.split('\n').map((line) => /<([^<>]*)>$/.exec(line)?.[1] ?? '');
  return { addresses: new Set([...given, ...mapped].map(clean).filter((address) => address !== '')) };
}

function clean(address: string): string {
  return address.replaceAll(/[<>\s]/g, '').toLowerCase();
}
