import { existsSync } from 'node:fs';
import { HumanError } from '../model/humanError.ts';
import type { GitContext } from './process.ts';

/** Git ended with an error that no remedy is known for. */
export class GitError extends Error {
  override readonly name = 'GitError';
  readonly exitCode: number;
  readonly stderr: string;

  constructor(args: readonly string[], exitCode: number, stderr: string) {
    super(`git ${args.join(' ')} ended with ${exitCode}: ${stderr.trim()}`);
    this.exitCode = exitCode;
    this.stderr = stderr;
  }

  static is(error: unknown): error is GitError {
    return error instanceof Error && error.name === 'GitError';
  }
}

interface Remedy {
  /** In what git prints with LC_ALL=C. */
  readonly sign: RegExp;
  readonly message: (directory: string) => string;
}

// The first that fits wins.
const remedies: readonly Remedy[] = [
  {
    sign: /dubious ownership/,
    message: (directory) =>
      `Git refuses to read ${directory} because it belongs to another user. If you trust it, run: git config --global --add safe.directory '${directory}'`,
  },
  {
    sign: /not a git repository/i,
    message: (directory) => `${directory} is not inside a git repository. Choose a folder that is (--repo DIR), or make it one with: git init`,
  },
  {
    sign: /promisor|lazy fetch|transport '[^']*' not allowed/,
    message: (directory) =>
      `${directory} is a partial clone and lacks file versions that are needed here; nothing is ever downloaded for you. Fetch them once with: git fetch --refetch --no-filter`,
  },
  {
    sign: /index file corrupt|object file .* is empty|loose object .* is corrupt|unable to (?:read|unpack) |inflate|packfile .* (?:cannot|does not)|bad (?:object|tree)|missing (?:blob|object)|could not (?:read|parse)/i,
    message: (directory) => `The repository at ${directory} is damaged: git cannot read all of its objects. See what is wrong with: git fsck --full`,
  },
  {
    sign: /unknown option|unrecognized argument|unknown switch|usage: git/,
    message: () => 'This git is too old: version 2.31 or later is needed. Update it (git --version shows the one that is found first).',
  },
];

/** The error to throw when git ended with an exit code other than 0. */
export function gitFailure(context: GitContext, args: readonly string[], exitCode: number, stderr: string): Error {
  const cause = new GitError(args, exitCode, stderr);
  const remedy = remedies.find((one) => one.sign.test(stderr));
  return remedy === undefined ? cause : new HumanError(remedy.message(context.directory), { cause });
}

/** The error to throw when no git could be started at all. A missing folder shows as a missing program. */
export function startFailure(context: GitContext, cause: unknown): Error {
  if (!existsSync(context.directory)) return new HumanError(`The folder ${context.directory} does not exist. Choose one inside a git repository (--repo DIR).`, { cause });
  const text = cause instanceof Error ? cause.message : String(cause);
  if (!/ENOENT|EACCES|ENOTDIR/.test(text)) return cause instanceof Error ? cause : new Error(text);
  return new HumanError(`Git was not found (${context.program ?? 'git'}). Install it (https://git-scm.com/downloads), see that it is on the PATH, and try again.`, { cause });
}
