import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { gitDate, gitEnvironment } from '../../fixtures/gitRepo.ts';
import type { Person } from '../../fixtures/gitRepo.ts';

export interface ImportCommit {
  readonly ref: string;
  readonly at: number;
  readonly who: Person;
  readonly message: string;
  /** Marks of the parents; none for a root. */
  readonly parents: readonly number[];
  readonly files: ReadonlyMap<string, number>;
  /** The ref points elsewhere so far. */
  readonly restart: boolean;
}

/** Writes any number of commits through one `git fast-import`, no faster than git takes them. */
export interface ImportStream {
  /** @returns the mark of the text */
  readonly blob: (text: string) => number;
  readonly commit: (commit: ImportCommit) => number;
  readonly ref: (name: string, mark: number) => void;
  /** Waits while git is behind. */
  readonly flush: () => Promise<void>;
  readonly end: () => Promise<void>;
}

const batch = 1 << 20;

export function importStream(repo: string): ImportStream {
  const child = spawn('git', ['-c', 'core.compression=1', 'fast-import', '--quiet', '--force', '--date-format=raw', '--depth=20'], { cwd: repo, env: gitEnvironment(), stdio: ['pipe', 'inherit', 'inherit'] });
  const closed = new Promise<number | null>((done, failed) => child.once('error', failed).once('close', done));
  let waiting: string[] = [];
  let length = 0;
  let marks = 0;
  const put = (text: string): void => {
    waiting.push(text);
    length += text.length;
  };
  const write = async (): Promise<void> => {
    const text = waiting.join('');
    waiting = [];
    length = 0;
    if (!child.stdin.write(text)) await once(child.stdin, 'drain');
  };
  return {
    blob(text) {
      put(`blob\nmark :${++marks}\ndata ${Buffer.byteLength(text)}\n${text}\n`);
      return marks;
    },
    commit({ ref, at, who, message, parents: [first, ...others], files, restart }) {
      const person = `${who.name} <${who.email}> ${gitDate(at)}`;
      put(`${restart ? `reset ${ref}\n` : ''}commit ${ref}\nmark :${++marks}\nauthor ${person}\ncommitter ${person}\ndata ${Buffer.byteLength(message)}\n${message}\n`);
      if (first !== undefined) put(`from :${first}\n`);
      for (const other of others) put(`merge :${other}\n`);
      for (const [path, mark] of files) put(`M 100644 :${mark} ${path}\n`);
      put('\n');
      return marks;
    },
    ref: (name, mark) => put(`reset ${name}\nfrom :${mark}\n\n`),
    flush: async () => {
      if (length > batch) await write();
    },
    end: async () => {
      await write();
      child.stdin.end();
      const code = await closed;
      if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
    },
  };
}
