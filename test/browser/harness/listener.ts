import { createServer } from 'node:net';

/** A port of this machine that notes what is sent to it. */
export interface Listener {
  readonly port: number;
  /**
   * First lines, one for each connection. Connections that carry nothing are left out: Chromium opens one before it
   * asks a policy whether a frame may be loaded, and closes it again.
   */
  readonly heard: readonly string[];
  readonly close: () => Promise<void>;
}

export async function startListener(): Promise<Listener> {
  const heard: string[] = [];
  const server = createServer((socket) => {
    socket.once('data', (data) => {
      heard.push(data.toString('latin1').split('\r\n')[0] ?? '');
      socket.end('HTTP/1.1 204 No Content\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n');
    });
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The listener has no port.');
  return { port: address.port, heard, close: () => new Promise((done) => { server.close(() => done()); }) };
}
