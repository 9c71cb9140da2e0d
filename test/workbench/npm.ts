import { type Env, runProgram } from './program.ts';

const remedy = 'Check the network or the npm registry, then run the same command again.';

/** Runs npm in a folder. No install script of any package is ever run. */
export async function npm(folder: string, args: readonly string[]): Promise<void> {
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const path = process.env['npm_execpath'];
  const [program, first] = path?.endsWith('.js') ? [process.execPath, [path]] : ['npm', []];
  await runProgram(program, [...first, ...args, ...options], { cwd: folder, env: npmEnvironment(process.env), remedy });
}

/** Without what an outer `npm run` says about its own package; registry, cache and proxy stay. */
export function npmEnvironment(env: Env): Env {
  const ofOuter = /^(npm_package_|npm_lifecycle_|npm_config_(local_prefix|prefix|workspace|omit|ignore_scripts)$|INIT_CWD$)/i;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ofOuter.test(name)));
}
