import { HumanError } from '../../src/model/humanError.ts';
import { findProgram, runProgram, tryProgram, withProgress } from './program.ts';

type Print = (text: string) => void;

/** The path of a Chromium: `$CHROMIUM`, else one on PATH, else Debian's, installed now. */
export async function chromium(print: Print): Promise<string> {
  const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'];
  return process.env['CHROMIUM'] ?? (await program(names, ['chromium', 'fonts-dejavu-core'], print));
}

/** The path of ripgrep, which older VS Codes fetch in an install script that is not run. */
export async function ripgrep(print: Print): Promise<string> {
  return await program(['rg'], ['ripgrep'], print);
}

async function program(names: readonly string[], packages: readonly string[], print: Print): Promise<string> {
  const found = findProgram(names);
  if (found !== undefined) return found;
  await installPackages(packages, print);
  const now = findProgram(names);
  if (now === undefined) throw new HumanError(`apt-get installed ${packages.join(' ')}, but no ${names[0]} is on PATH. Install one and put it there.`);
  return now;
}

async function installPackages(packages: readonly string[], print: Print): Promise<void> {
  const rights = findProgram(['apt-get']) === undefined ? undefined : await rightsToInstall();
  if (rights === undefined) throw new HumanError(missingSentence(packages));
  const options = ['-o', 'DPkg::Lock::Timeout=300', '-qq'];
  const apt = async (...args: string[]): Promise<void> => {
    const [first = 'apt-get', ...rest] = [...rights, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...options, ...args];
    await runProgram(first, rest, { remedy: `${missingSentence(packages)}` });
  };
  print(`Installing ${packages.join(', ')} with apt-get (about 20 s) …`);
  await withProgress('installing', print, async () => {
    await apt('update');
    await apt('install', '-y', '--no-install-recommends', ...packages);
  });
}

/** The words in front of a command that needs root; undefined when this process can't have such rights. */
async function rightsToInstall(): Promise<string[] | undefined> {
  if (process.getuid?.() === 0) return [];
  const sudo = findProgram(['sudo']);
  if (sudo === undefined) return undefined;
  return (await tryProgram(sudo, ['-n', 'true'])).code === 0 ? [sudo, '-n'] : undefined;
}

/** What a person has to do when this process can't. */
export function missingSentence(packages: readonly string[]): string {
  const [first] = packages;
  return `${first} is missing: run "sudo apt-get install -y ${packages.join(' ')}" (or install ${first} in your system's own way), then the same command again.`;
}
