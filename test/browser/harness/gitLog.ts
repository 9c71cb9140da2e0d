import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findProgram } from '../../workbench/program.ts';

/** A `git` that notes its arguments and then does what git does. */
export interface GitLog {
  /** PATH with that git in front. */
  readonly path: string;
  /** The arguments of each call. */
  readonly calls: () => string[];
}

export function watchGit(folder: string): GitLog {
  const git = findProgram(['git']);
  if (git === undefined) throw new Error('There is no git on PATH.');
  const log = join(folder, 'git.log');
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'git'), `#!/bin/sh\nprintf '%s\\n' "$*" >> '${log}'\nexec '${git}' "$@"\n`);
  chmodSync(join(bin, 'git'), 0o755);
  return {
    path: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
    calls: () => (existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter((line) => line !== '') : []),
  };
}
