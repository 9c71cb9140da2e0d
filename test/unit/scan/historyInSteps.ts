import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoProject } from '../../demo/makeDemo.ts';
import { gitRepo } from '../../fixtures/gitRepo.ts';
import { deskOf } from './desk.ts';
import type { Desk } from './desk.ts';

/** A project that can be put back to what its refs and logs were at a moment of its past. */
export interface HistoryInSteps {
  readonly desk: Desk;
  /** UTC ms of every commit of any branch, ascending. */
  readonly moments: readonly number[];
  /** Every ref at its latest commit of that time, every log with its records up to then. */
  readonly goTo: (at: number) => void;
}

/**
 * Turns a demo project (for good) into a bare repository that knows the project's folder as a worktree that
 * is gone: what an agent left there uncommitted is then undecided at every step, and only history is compared.
 */
export function historyInSteps(demo: DemoProject): HistoryInSteps {
  const folder = join(demo.repo, '..');
  const bare = join(folder, 'bare.git');
  renameSync(join(demo.repo, '.git'), bare);
  for (const top of [demo.repo, demo.worktree]) rmSync(top, { recursive: true });
  mkdirSync(join(bare, 'worktrees', 'main'), { recursive: true });
  writeFileSync(join(bare, 'worktrees', 'main', 'gitdir'), `${join(demo.repo, '.git')}\n`);
  const configFile = join(demo.home, '.gitconfig');
  const repo = gitRepo(bare, { open: true, configFile });
  repo.git(['config', 'core.bare', 'true']);
  // written by hand from here on, so that moving a ref leaves no reflog: those hold the story's own pushes
  repo.git(['pack-refs', '--all']);

  const split = (args: readonly string[]): string[][] => repo.git(args).trim().split('\n').map((row) => row.split(' '));
  const refs = split(['for-each-ref', '--format=%(refname) %(objectname) %(symref)']).filter(([, , target]) => target === '');
  const commits = new Map(split(['log', '--branches', '--remotes', '--format=%H %ct %P']).map(([id, seconds, parent]) => [id!, { at: Number(seconds) * 1000, parent: parent ?? '' }]));
  const tipAt = (tip: string, at: number): string | undefined => {
    let id = tip;
    for (let commit = commits.get(id); commit !== undefined && commit.at > at; commit = commits.get(id)) id = commit.parent;
    return id === '' ? undefined : id;
  };
  const logs = logsOf(demo.home);
  return {
    desk: deskOf({ folder, home: demo.home, configFile, repo }),
    moments: [...new Set([...commits.values()].map(({ at }) => at))].toSorted((a, b) => a - b),
    goTo(at) {
      const rows = refs.map(([name, tip]) => [name!, name!.startsWith('refs/notes/') ? tip : tipAt(tip!, at)] as const).filter(([, tip]) => tip !== undefined);
      const sorted = rows.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, tip]) => `${tip} ${name}\n`);
      writeFileSync(join(bare, 'packed-refs'), `# pack-refs with: sorted \n${sorted.join('')}`);
      for (const { file, records } of logs) {
        const text = records.filter((record) => record.at <= at).map(({ line }) => `${line}\n`).join('');
        writeFileSync(file, text);
      }
    },
  };
}

interface Log {
  readonly file: string;
  readonly records: readonly { readonly at: number; readonly line: string }[];
}

function logsOf(home: string): Log[] {
  const files = readdirSync(join(home, '.claude'), { recursive: true, withFileTypes: true }).filter((entry) => entry.name.endsWith('.jsonl'));
  return files.map((entry) => {
    const file = join(entry.parentPath, entry.name);
    let latest = 0;
    const records = readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => {
      // a log is only ever appended to: a copied record is as late as the one before it
      latest = Math.max(latest, Date.parse((JSON.parse(line) as { timestamp: string }).timestamp));
      return { at: latest, line };
    });
    return { file, records };
  });
}
