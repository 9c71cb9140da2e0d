import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where what is downloaded once stays, outside every work tree: `$XDG_CACHE_HOME/ai-net-value` or `~/.cache/ai-net-value`. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const given = env['XDG_CACHE_HOME'];
  return join(given === undefined || given === '' ? join(homedir(), '.cache') : given, 'ai-net-value');
}
