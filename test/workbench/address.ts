import type { Server } from './server.ts';

export interface AddressOptions {
  /** Absolute path of the folder to open. */
  readonly folder: string;
  /** An extension to load from its source folder. */
  readonly extension?: string;
  /** A module whose `run()` the extension host calls; needs `extension`. */
  readonly tests?: string;
  /** Extensions whose log is kept at the trace level. */
  readonly traced?: readonly string[];
}

/** Where a browser opens the workbench of a server. */
export function addressOf(server: Pick<Server, 'port' | 'token'>, { folder, extension, tests, traced }: AddressOptions): string {
  const host = `127.0.0.1:${server.port}`;
  const payload: [string, string][] = [];
  if (extension !== undefined) payload.push(['extensionDevelopmentPath', `vscode-remote://${host}${extension}`], ['skipWelcome', 'true']);
  if (tests !== undefined) payload.push(['extensionTestsPath', `vscode-remote://${host}${tests}`]);
  if (traced !== undefined) payload.push(['logLevel', traced.map((id) => `${id}=trace`).join(',')]);
  const query = new URLSearchParams({ tkn: server.token, folder });
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `http://${host}/?${query.toString()}`;
}
