import { inspect } from 'node:util';
import { parentPort } from 'node:worker_threads';
import { HumanError } from '../../model/humanError.ts';
import type { Logger } from '../../model/logger.ts';
import { openProject } from '../../scan/openProject.ts';
import { type CallContext, calls } from './calls.ts';
import type { CallFailure, FromWorker, ToWorker } from './protocol.ts';

/*
 * The worker thread: everything that reads logs, git or the ledger happens here, so that the extension host is
 * never kept waiting. Each call opens its project and closes it again: nothing is held open between calls.
 */
if (parentPort === null) throw new Error('this runs in a worker thread');
const port = parentPort;
/** Milliseconds. */
const progressEvery = 80;
const running = new Map<number, AbortController>();

const send = (message: FromWorker): void => port.postMessage(message);

const logger: Logger = {
  debug: (message) => send({ type: 'log', level: 'debug', message }),
  info: (message) => send({ type: 'log', level: 'info', message }),
  warn: (message) => send({ type: 'log', level: 'warn', message }),
  error: (message, error) => send({ type: 'log', level: 'error', message: error === undefined ? message : `${message}: ${failureOf(error).stack ?? failureOf(error).message}` }),
};

/** What the editor told before a scan was asked for is kept before the scan begins: the scan is to find it in commits. */
let told: Promise<unknown> = Promise.resolve();

port.on('message', (message: ToWorker) => {
  if (message.type === 'cancel') running.get(message.id)?.abort();
  else if (message.name === 'keepObserved') told = Promise.all([told, answer(message)]);
  else if (message.name === 'scan') void told.then(() => answer(message));
  else void answer(message);
});

async function answer({ id, name, address, ask }: Extract<ToWorker, { type: 'call' }>): Promise<void> {
  const controller = new AbortController();
  running.set(id, controller);
  try {
    const asOf = Date.now();
    const progress = paced((step) => send({ type: 'progress', id, step }));
    const { repoDir, ledgerFile, homes, addresses, defaultBranch, assumptions } = address;
    const named = defaultBranch === '' ? {} : { defaultBranch };
    await using project = await openProject({ repoDir, ledgerFile, homes, addresses, ...named, assumptions, asOf, logger, progress });
    const call = calls[name] as (ask: object, context: CallContext) => Promise<unknown>;
    const result = await call(ask, { project, address, env: process.env, asOf, signal: controller.signal, progress });
    send({ type: 'answer', id, answer: result });
  } catch (error) {
    send({ type: 'failure', id, failure: failureOf(error) });
  } finally {
    running.delete(id);
  }
}

/** Passes on the first step of each name, and then no more than can be read. */
function paced(pass: CallContext['progress']): CallContext['progress'] {
  let name = '';
  let at = 0;
  return (step) => {
    const now = performance.now();
    if (step.name === name && now - at < progressEvery) return;
    name = step.name;
    at = now;
    pass(step);
  };
}

function failureOf(error: unknown): CallFailure {
  if (!(error instanceof Error)) return { kind: 'bug', message: inspect(error), stack: null };
  const kind = HumanError.is(error) ? 'human' : error.name === 'AbortError' ? 'aborted' : 'bug';
  return { kind, message: error.message, stack: error.stack ?? null };
}
