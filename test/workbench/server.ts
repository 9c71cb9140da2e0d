import { spawn } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { VsCodeInstall } from './install.ts';
import { endWithUs } from './processGroup.ts';
import { type Env, runProgram } from './program.ts';
import { quietSettings, restrictedSettings, type Settings } from './settings.ts';

export interface ServerOptions {
  readonly install: VsCodeInstall;
  /** Changes to this process's environment; undefined removes a variable. The extension host and terminals inherit it. */
  readonly env?: Env;
  readonly settings?: Settings;
  /** Extensions to install before the start. */
  readonly vsix?: readonly string[];
  /** Proposed APIs that an installed extension declares beside what its package does, as one does who wants to switch them on. */
  readonly proposals?: { readonly extension: string; readonly names: readonly string[] };
  /** Whether folders open in restricted mode (`restrictedSettings`). */
  readonly restricted?: boolean;
}

export interface Server {
  readonly install: VsCodeInstall;
  readonly port: number;
  /** Its data folder, with the person's settings, extensions and logs. */
  readonly data: string;
  /** Whoever knows it may open the workbench; other users of this machine do not. */
  readonly token: string;
  /** What the server has printed so far. */
  readonly log: () => string;
  /** Ends it with all it started, and removes its data. */
  readonly stop: () => Promise<void>;
}

const startTimeout = 30_000;

/** Starts a server on a free port of 127.0.0.1 with a data folder of its own; resolves when its port is open. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { install } = options;
  const data = mkdtempSync(join(tmpdir(), 'vscode-'));
  const settings = { ...quietSettings, ...(options.restricted === true ? restrictedSettings : {}), ...options.settings };
  const temporary = join(data, 'tmp');
  mkdirSync(temporary);
  mkdirSync(join(data, 'data/User'), { recursive: true });
  writeFileSync(join(data, 'data/User/settings.json'), JSON.stringify(settings, null, 2));
  // Its sockets and temporary files go when it goes.
  const env = { ...serverEnvironment(options.env ?? {}), TMPDIR: temporary, XDG_RUNTIME_DIR: temporary };
  const remove = (): void => rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  try {
    for (const vsix of options.vsix ?? []) {
      const args = [install.main, '--server-data-dir', data, '--install-extension', vsix, '--force'];
      await runProgram(install.node, args, { env, remedy: `See whether ${vsix} is whole.` });
    }
    if (options.proposals !== undefined) declare(data, options.proposals);
    const token = crypto.randomUUID();
    const { port, log, stop } = await run(install, [...serverArguments(options, data), '--connection-token', token], env);
    return { install, data, port, token, log, stop: async () => { await stop(); remove(); } };
  } catch (error) {
    remove();
    throw error;
  }
}

function declare(data: string, { extension, names }: NonNullable<ServerOptions['proposals']>): void {
  const [file] = globSync(`extensions/${extension}-*/package.json`, { cwd: data });
  if (file === undefined) throw new Error(`${extension} is not installed.`);
  const manifest = JSON.parse(readFileSync(join(data, file), 'utf8')) as object;
  writeFileSync(join(data, file), JSON.stringify({ ...manifest, enabledApiProposals: names }));
}

function serverArguments(options: ServerOptions, data: string): string[] {
  return [
    '--host', '127.0.0.1', '--port', '0', '--accept-server-license-terms', '--telemetry-level', 'off', '--disable-telemetry',
    // Without this the built workbench takes no test entry and no development extension from its address.
    '--enable-smoke-test-driver',
    // A login shell would put its own PATH and HOME over what was given.
    '--force-disable-user-env',
    ...(options.restricted === true ? [] : ['--disable-workspace-trust']),
    '--server-data-dir', data,
  ];
}

/** This environment with changes, without what an outer VS Code or npm put there, and without an extension gallery. */
export function serverEnvironment(changes: Env): Env {
  const own = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|npm_|INIT_CWD$)/i.test(name));
  return { ...Object.fromEntries(own), EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...changes };
}

function run(install: VsCodeInstall, args: readonly string[], env: Env): Promise<{ port: number; log: () => string; stop: () => Promise<void> }> {
  // A process group of its own, so that nothing it starts outlives it.
  const child = spawn(install.node, [install.main, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const stop = endWithUs(child);
  let printed = '';
  return new Promise((done, failed) => {
    const fail = (why: string): void => {
      clearTimeout(timer);
      void stop().then(() => failed(new Error(`The VS Code server ${why}:\n${printed}`)), failed);
    };
    const timer = setTimeout(() => fail(`did not start within ${startTimeout / 1000} s`), startTimeout);
    const read = (part: Buffer): void => {
      printed += part.toString('utf8');
      const port = /agent listening on (\d+)/.exec(printed)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      done({ port: Number(port), log: () => printed, stop });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', (error) => fail(`could not be started (${error.message})`));
    child.once('exit', (code) => fail(`ended with ${code}`));
  });
}
