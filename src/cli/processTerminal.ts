import { once } from 'node:events';
import type { Terminal } from './terminal.ts';

/** The process's own streams. When the reader of the output goes away (`| head`), the process ends quietly. */
export function processTerminal(process: NodeJS.Process): Terminal {
  const { stdout, stderr } = process;
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
  }
  return {
    out: async (text) => {
      if (!stdout.write(text)) await once(stdout, 'drain');
    },
    err: (text) => {
      stderr.write(text);
    },
    outIsTerminal: stdout.isTTY,
    errIsTerminal: stderr.isTTY,
    inIsTerminal: () => process.stdin.isTTY,
    ask: async (question) => {
      // few commands ask anything
      const { createInterface } = await import('node:readline/promises');
      const reader = createInterface({ input: process.stdin, output: stderr });
      try {
        return await reader.question(question);
      } finally {
        reader.close();
      }
    },
  };
}
