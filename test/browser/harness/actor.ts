import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';
import type { Answered, Verbs } from '../actor/protocol.ts';

/** The actor's verbs, asked from outside the editor. */
export interface Actor {
  readonly ask: <Verb extends keyof Verbs>(verb: Verb, asked: Parameters<Verbs[Verb]>[0]) => Promise<ReturnType<Verbs[Verb]>>;
  readonly close: () => void;
}

const root = join(import.meta.dirname, '../../..');
/** Milliseconds until the actor should be there, and until it should have done what it was asked. */
const patience = 60_000;
const answers = 30_000;

/** Bundles the actor (`test/browser/actor`) as an extension; resolves to its folder. */
export async function bundleActor(folder: string): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: [join(root, 'test/browser/actor/extension.ts')],
    outfile: join(folder, 'extension.js'),
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
  });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({
    name: 'actor', publisher: 'test', version: '0.0.1', engines: { vscode: '^1.104.0' }, main: './extension.js', activationEvents: ['*'], extensionKind: ['workspace'],
    enabledApiProposals: ['inlineCompletionsAdditions'],
  }));
  return folder;
}

/** Reaches the actor once its editor has started it. */
export async function reachActor(socketPath: string): Promise<Actor> {
  const socket = await connected(socketPath);
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let next = 0;
  createInterface({ input: socket }).on('line', (line) => {
    const { id, answer, error } = JSON.parse(line) as Answered;
    const asker = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asker?.resolve(answer);
    else asker?.reject(new Error(error));
  });
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('The editor is gone.'));
  });
  return {
    ask: (verb, asked) => {
      const answer = Promise.withResolvers<unknown>();
      waiting.set(next, answer);
      const timer = setTimeout(() => answer.reject(new Error(`The editor did not answer to "${verb}" within ${answers / 1000} s.`)), answers);
      socket.write(`${JSON.stringify({ id: next++, verb, asked })}\n`);
      return answer.promise.finally(() => clearTimeout(timer)) as Promise<ReturnType<Verbs[typeof verb]>>;
    },
    close: () => void socket.destroy(),
  };
}

async function connected(path: string): Promise<ReturnType<typeof connect>> {
  for (const started = performance.now(); ; await sleep(50)) {
    const socket = connect(path);
    const { promise, resolve } = Promise.withResolvers<Error | null>();
    socket.once('connect', () => resolve(null)).once('error', resolve);
    const error = await promise;
    if (error === null) return socket;
    if (performance.now() - started > patience) throw error;
  }
}
