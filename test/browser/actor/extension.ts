import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import type * as vscode from 'vscode';
import { registerProviders } from './providers.ts';
import type { Answered, Asked } from './protocol.ts';
import { createVerbs } from './verbs.ts';

/** Does what tests ask, one request a line, on the socket that ACTOR_SOCKET names. */
export function activate({ subscriptions }: vscode.ExtensionContext): void {
  const verbs = createVerbs();
  const perform = async ({ id, verb, asked }: Asked): Promise<Answered> => {
    try {
      return { id, answer: await verbs[verb](asked as never) };
    } catch (error) {
      return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  };
  const server = createServer((socket) => {
    createInterface({ input: socket }).on('line', (line) => {
      void perform(JSON.parse(line) as Asked).then((answered) => socket.write(`${JSON.stringify(answered)}\n`));
    });
    socket.on('error', () => socket.destroy());
  });
  server.listen(process.env['ACTOR_SOCKET']);
  subscriptions.push({ dispose: () => server.close() }, ...registerProviders());
}
