import { asName, asObject } from '../json.ts';

/**
 * The path that a URI names: `file:///home/ada/x`, `file:///c%3A/x`, and those of another machine or WSL, whose
 * path is the one over there. Plain paths come back as they are. Null for other schemes and for what is no URI.
 */
export function uriPath(uri: string): string | null {
  if (uri.startsWith('/') || /^[A-Za-z]:[\\/]/.test(uri)) return plainPath(uri);
  const path = /^(?:file|vscode-remote|vscode-userdata):\/\/[^/]*(\/[^?#]*)/.exec(uri)?.[1];
  return path === undefined ? null : plainPath(decoded(path));
}

/** The same of a URI's parts as editors store them: `{ scheme, path, fsPath?, external? }`. */
export function storedUriPath(uri: unknown): string | null {
  if (typeof uri === 'string') return uriPath(uri);
  const parts = asObject(uri);
  const path = asName(parts?.['path']);
  const scheme = asName(parts?.['scheme']) ?? 'file';
  return path === null || (scheme !== 'file' && scheme !== 'vscode-remote') ? null : plainPath(path);
}

/** `/c:/x` is how URIs and some agents write `c:\x`. */
export function plainPath(path: string): string {
  return /^\/[A-Za-z]:\//.test(path) ? path.slice(1).replaceAll('/', '\\') : path;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}
