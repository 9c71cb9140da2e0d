import { sep } from 'node:path';

/**
 * A path as it is on this system. Logs of a Windows home may be read from WSL, where `c:\x\y` is `/mnt/c/x/y`;
 * on a system without such a drive that names nothing, and so belongs to no repository.
 */
export function nativePath(path: string, separator: string = sep): string {
  if (separator !== '/') return path;
  const drive = /^([A-Za-z]):[\\/](.*)$/s.exec(path);
  return drive === null ? path : `/mnt/${drive[1]!.toLowerCase()}/${drive[2]!.replaceAll('\\', '/')}`;
}
