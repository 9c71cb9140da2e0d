import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Socket } from 'node:net';

export type Ran = { readonly code: number; readonly out: string; readonly problem: string };

/** Runs programs one after the other from a small process. */
export type Shell = {
  run(argv: readonly string[], cwd: string, env: Readonly<Record<string, string | undefined>>): Promise<Ran>;
  close(): void;
};

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/**
 * A shell that stays open. Starting a program costs as much as its parent is large: from this process, which holds
 * whole histories, several times what git itself takes. Outputs go through two files in `folder`.
 */
export function openShell(folder: string): Shell {
  const [outFile, problemFile] = [join(folder, 'stdout'), join(folder, 'stderr')];
  const child = spawn('sh', [], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
  const streams = [child.stdin, child.stdout] as unknown as Socket[];
  // An idle shell shall not keep the tests from ending.
  const hold = (on: boolean): void => { for (const one of [child, ...streams]) if (on) one.ref(); else one.unref(); };
  let settle: ((code: number) => void) | undefined;
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    const end = text.indexOf('\n');
    if (end < 0) return;
    const code = Number(text.slice(0, end));
    text = text.slice(end + 1);
    settle?.(code);
  });
  hold(false);

  return {
    async run(argv, cwd, env) {
      if (settle !== undefined) throw new Error('the shell runs one program at a time');
      const variables = Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${quoted(value)}`]));
      const line = `( cd ${quoted(cwd)} && exec env -i ${variables.join(' ')} ${argv.map(quoted).join(' ')} ) >${quoted(outFile)} 2>${quoted(problemFile)} </dev/null; echo $?\n`;
      hold(true);
      const code = await new Promise<number>((done, fail) => {
        settle = done;
        child.once('error', fail);
        child.stdin.write(line);
      });
      settle = undefined;
      child.removeAllListeners('error');
      hold(false);
      return { code, out: readFileSync(outFile, 'utf8'), problem: readFileSync(problemFile, 'utf8') };
    },
    close: () => { child.stdin.end(); },
  };
}
