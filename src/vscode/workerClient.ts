import { Worker } from 'node:worker_threads';
import { HumanError } from '../model/humanError.ts';
import type { Logger } from '../model/logger.ts';
import type { ProgressStep } from '../model/project.ts';
import { second } from '../model/time.ts';
import type { Answer, Ask, CallFailure, CallName, FromWorker, ProjectAddress, ToWorker } from './worker/protocol.ts';

export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly progress?: (step: ProgressStep) => void;
}

/** Asks the worker thread. */
export interface WorkerClient {
  call<Name extends CallName>(name: Name, address: ProjectAddress, ask: Ask<Name>, options?: CallOptions): Promise<Answer<Name>>;
  dispose(): void;
}

interface Waiting {
  readonly answered: (answer: unknown) => void;
  readonly failed: (error: Error) => void;
  readonly progress: ((step: ProgressStep) => void) | undefined;
}

/** An idle thread costs memory: it goes after this long, and starts again in well under a tenth of a second. */
const idleAfter = 45 * second;
/** A call that was cancelled and has not ended by then is ended with its thread; the ledger's transactions see to the rest. */
const patience = 3 * second;

// Reading history makes much short-lived garbage; a small nursery keeps a scan from taking memory that it never needs.
const nurseryMegabytes = 16;

/** One worker thread for all calls of this window, started when there is something to do. */
export function createWorkerClient(file: string, logger: Logger): WorkerClient {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;

  const end = (reason: Error): void => {
    const ended = worker;
    worker = null;
    clearTimeout(idle);
    for (const one of waiting.values()) one.failed(reason);
    waiting.clear();
    void ended?.terminate();
  };

  const start = (): Worker => {
    const started = new Worker(file, { name: 'AI Net Value', resourceLimits: { maxYoungGenerationSizeMb: nurseryMegabytes } });
    started.on('message', (message: FromWorker) => receive(message));
    started.on('error', (error: Error) => {
      logger.error('the worker thread failed', error);
      if (worker === started) end(error);
    });
    started.on('exit', (code) => {
      if (worker === started) end(new Error(`the worker thread ended with ${code}`));
    });
    return started;
  };

  const receive = (message: FromWorker): void => {
    if (message.type === 'log') return logger[message.level](message.message);
    const one = waiting.get(message.id);
    if (one === undefined) return;
    if (message.type === 'progress') return one.progress?.(message.step);
    waiting.delete(message.id);
    if (waiting.size === 0) idle = setTimeout(() => end(new Error('idle')), idleAfter);
    if (message.type === 'answer') one.answered(message.answer);
    else one.failed(errorOf(message.failure));
  };

  const send = (message: ToWorker): void => worker?.postMessage(message);

  return {
    call: (name, address, ask, options = {}) =>
      new Promise((answered, failed) => {
        if (options.signal?.aborted === true) return failed(aborted());
        clearTimeout(idle);
        worker ??= start();
        const id = ++lastId;
        waiting.set(id, { answered: answered as (answer: unknown) => void, failed, progress: options.progress });
        options.signal?.addEventListener('abort', () => {
          send({ type: 'cancel', id });
          setTimeout(() => {
            if (waiting.has(id)) end(aborted());
          }, patience).unref();
        });
        send({ type: 'call', id, name, address, ask });
      }),
    dispose: () => end(aborted()),
  };
}

function aborted(): Error {
  return new DOMException('cancelled', 'AbortError');
}

/** Whether an error only says that somebody cancelled. */
export function isAborted(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

function errorOf({ kind, message, stack }: CallFailure): Error {
  if (kind === 'human') return new HumanError(message);
  if (kind === 'aborted') return aborted();
  const error = new Error(message);
  if (stack !== null) error.stack = stack;
  return error;
}
