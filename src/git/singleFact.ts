import { fixedEnvironment, gitEnvironment } from './environment.ts';
import { gitFailure, startFailure } from './gitErrors.ts';
import type { GitContext } from './process.ts';

/**
 * Asks git for one small fact through simple-git, whose argument guard is a second net under constant
 * flags. Loaded on first use: it takes about 25 ms, which neither a command that only reads the ledger nor a
 * scan that finds little new is to pay. So what every scan asks is asked by `runGit`.
 *
 * Two of its habits to know: output is buffered, and exit code 1 without a message is no error for it
 * (so never ask a yes-or-no question that git answers by its exit code).
 * @param args constant flags only; never anything read from a repository, a log or a person
 */
export async function askGit(context: GitContext, args: readonly string[]): Promise<string> {
  const { simpleGit, GitPluginError } = await import('simple-git');
  const env = gitEnvironment(context.env);
  try {
    const git = simpleGit({
      baseDir: context.directory,
      binary: context.program ?? 'git',
      allowEnvironment: [...Object.keys(fixedEnvironment), 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM'],
      // The person's own settings file, and a program path with spaces as editors name it.
      unsafe: { allowUnsafeConfigPaths: true, allowUnsafeCustomBinary: true },
    });
    return await git.env(env).raw(['--no-optional-locks', ...args]);
  } catch (error) {
    if (error instanceof GitPluginError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    if (/ENOENT|does not exist/.test(message)) throw startFailure(context, new Error(`ENOENT: ${message}`, { cause: error }));
    throw gitFailure(context, args, 128, message);
  }
}
