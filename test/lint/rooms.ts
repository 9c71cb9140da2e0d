/**
 * The rooms of `src` and what each may import: the table that the `house/arrows` rule enforces.
 *
 *     model ◄─ git, ledger ◄─ capture ◄─ attribution ◄─ survival ◄─ value ◄─ scan ◄─ report ◄─ pool ◄─ summary
 *                                                                                    ▲
 *                                                                    cli, vscode ────┘   webview ─► model, report
 *
 * A room may always import itself and the vocabulary (`model`).
 */

/** The packages and Node modules that a room may use beside other rooms. */
export interface Room {
  /** Other rooms it may import. */
  readonly rooms: readonly string[];
  /** npm packages it may import. */
  readonly packages: readonly string[];
  /** Whether it may use Node's own modules at all (the vocabulary and browser code may not). */
  readonly node: boolean;
}

const core = ['git', 'ledger', 'capture', 'attribution', 'survival', 'value', 'scan'];
const shown = [...core, 'report', 'pool', 'summary'];

function room(rooms: readonly string[], packages: readonly string[] = ['zod/mini'], node = true): Room {
  return { rooms: ['model', ...rooms], packages, node };
}

/** Keys are folders of `src`; `extension` and `cli.ts` are the two compositions beside them. */
export const rooms: Readonly<Record<string, Room>> = {
  model: { rooms: [], packages: ['zod/mini'], node: false },
  git: room([], ['zod/mini', 'simple-git']),
  ledger: room([]),
  capture: room(['git']),
  attribution: room(['git', 'capture']),
  survival: room(['git', 'attribution']),
  value: room(['survival']),
  scan: room(['git', 'ledger', 'capture', 'attribution', 'survival', 'value']),
  report: room(core),
  pool: room(['git', 'report'], ['zod/mini', '@noble/hashes', '@noble/curves', '@noble/ciphers']),
  summary: room(['report', 'pool']),
  cli: room(shown),
  start: room(['ledger', 'cli'], []),
  vscode: room([...shown, 'cli'], ['zod/mini', 'vscode']),
  webview: room(['report'], [], false),
  'cli.ts': room([...shown, 'cli']),
  'extension.ts': room([...shown, 'vscode'], ['zod/mini', 'vscode']),
};

/** Imports that defeat tree shaking, and what to write instead. A name stands for the import of just that name. */
export const costly: Readonly<Record<string, string>> = {
  zod: "Write import * as z from 'zod/mini' (13 KB in the bundle): this puts up to 450 KB there.",
  'z of zod/mini': "Write import * as z from 'zod/mini' (13 KB in the bundle): this puts 430 KB there.",
};

/** Folders that a room may import for their types only: nothing of them reaches its bundle. */
export const typesOnly: Readonly<Record<string, readonly string[]>> = { webview: ['model'] };

/** Folders inside `src/vscode` that run in a worker thread, where `vscode` can't be loaded. */
export const withoutEditor = ['src/vscode/worker/'];

/** Node modules that only some rooms may use, and why. */
export const reserved: Readonly<Record<string, { readonly rooms: readonly string[]; readonly why: string }>> = {
  child_process: { rooms: ['git'], why: 'src/git is the one place that starts a process' },
  cluster: { rooms: [], why: 'src/git is the one place that starts a process' },
  module: { rooms: ['start'], why: 'require and hooks would go around the import arrows; src/start loads the program beside it, nothing else' },
  sqlite: { rooms: ['ledger', 'capture'], why: 'src/ledger is the one place that keeps data' },
  vm: { rooms: ['start'], why: 'no code is made at run time; src/start runs the program beside it, nothing else' },
  inspector: { rooms: [], why: 'it opens a port' },
};

/** Modules that can talk to another machine. Nothing in `src` may: only `git fetch` and `git push` do. */
export const network: readonly string[] = [
  'http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'undici', 'ws', 'axios', 'node-fetch', 'got', 'cross-fetch', 'isomorphic-fetch',
];

/** The room that a path below the repository belongs to, or undefined outside `src`. */
export function roomOf(path: string): string | undefined {
  const [top, first] = path.split('/');
  return top === 'src' ? first : undefined;
}
