import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { claudeLogPath, writeClaudeLog } from '../fixtures/claudeLog.ts';
import { writeHistory } from '../fixtures/gitHistory.ts';
import type { PlannedCommit } from '../fixtures/gitHistory.ts';
import { gitRepo } from '../fixtures/gitRepo.ts';
import type { GitRepo } from '../fixtures/gitRepo.ts';
import { hour } from './clock.ts';
import type { Desk } from './desk.ts';
import { textOf } from './line.ts';
import { authorshipNote } from './notes.ts';
import { host, mainAt, mainTip, mate, me } from './project.ts';
import type { DemoCommit, DemoState, RefEvent } from './project.ts';
import type { Ending } from './story/ending.ts';

/** Writes the finished story to disk: repository, origin, worktree, logs, identity. */
export function writeOut(state: DemoState, dest: string, { vacation, frost, worktree }: Ending): GitRepo {
  const configFile = join(state.home, '.gitconfig');
  mkdirSync(state.home, { recursive: true });
  writeFileSync(configFile, `[user]\n\tname = ${me.name}\n\temail = ${me.email}\n[init]\n\tdefaultBranch = main\n`);

  const repo = gitRepo(state.root, { who: me, configFile });
  const origin = gitRepo(join(dest, 'origin.git'), { bare: true, who: host, configFile });
  repo.git(['remote', 'add', 'origin', origin.dir]);

  const ids = writeHistory(repo, state.commits);
  const idOf = (commit: DemoCommit): string => {
    const id = ids.get(commit);
    if (id === undefined) throw new Error(`not written: ${commit.message}`);
    return id;
  };
  writeNotes(repo, state, idOf);
  exchange(repo, origin, state, idOf);

  repo.git(['update-ref', 'refs/heads/main', idOf(mainTip(state))], { at: state.now - 19 * hour });
  for (const desk of [vacation, frost]) repo.git(['update-ref', '-m', 'commit: work', `refs/heads/${desk.branch}`, idOf(desk.head)], { at: desk.head.committerAt });
  repo.git(['checkout', '--quiet', vacation.branch], { at: state.now - 18 * hour });
  for (const desk of [vacation, frost]) repo.git(['branch', '--quiet', `--set-upstream-to=origin/${desk.branch}`, desk.branch]);
  repo.git(['worktree', 'add', '--quiet', worktree, frost.branch], { at: state.now - 18 * hour });
  leavePending(vacation, state.root);
  leavePending(frost, worktree);

  for (const session of state.sessions) writeClaudeLog(claudeLogPath(state.home, session.cwd, session.id, session.agentId), session);
  return repo;
}

/** The teammate's git-ai notes, as commits of refs/notes/ai. */
function writeNotes(repo: GitRepo, state: DemoState, idOf: (commit: DemoCommit) => string): void {
  const files = new Map<string, string>();
  const noteCommits: PlannedCommit[] = [];
  for (const commit of state.noted) {
    const parent = commit.parents[0];
    files.set(idOf(commit), authorshipNote(commit, parent ? idOf(parent) : '', `${mate.name} <${mate.email}>`));
    const last = noteCommits.at(-1);
    noteCommits.push({
      parents: last ? [last] : [], files: new Map(files), message: 'Notes added by \'git notes add\'\n',
      author: mate, authorAt: commit.committerAt, committer: mate, committerAt: commit.committerAt,
    });
  }
  const ids = writeHistory(repo, noteCommits);
  const last = noteCommits.at(-1);
  if (last) repo.git(['update-ref', 'refs/notes/ai', ids.get(last) ?? ''], { at: last.committerAt });
}

/**
 * Pushes and fetches in the order they happened. The reflog of each remote-tracking ref gets
 * the dates of the story; the last push and the last fetch (which brings the
 * teammate's newest branch, until then only in the origin) are real ones.
 */
function exchange(repo: GitRepo, origin: GitRepo, state: DemoState, idOf: (commit: DemoCommit) => string): void {
  const events = state.refs.toSorted((left, right) => left.at - right.at);
  const lastPush = events.findLast(({ message }) => message === 'update by push');
  const lastFetch = events.findLast(({ message }) => message.startsWith('fetch'));
  const news = events.findLast(({ message }) => message === 'fetch origin: storing head');
  const tips = new Map<string, string>();
  for (const event of events) {
    if (event === lastPush || event === lastFetch || event === news) continue;
    const { at, ref, message } = event;
    const id = targetOf(state, event, idOf);
    if (id === null) {
      repo.git(['update-ref', '-d', ref]);
      tips.delete(ref);
    } else if (tips.get(ref) !== id) {
      repo.git(['update-ref', '--create-reflog', '-m', message, ref, id], { at });
      tips.set(ref, id);
    }
  }
  repo.git(['symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main']);
  if (news?.commit) repo.git(['update-ref', news.ref.replace('refs/remotes/origin/', 'refs/elsewhere/'), idOf(news.commit)]);
  origin.git(['fetch', '--quiet', repo.dir, 'refs/elsewhere/*:refs/heads/*', 'refs/remotes/origin/*:refs/heads/*', 'refs/notes/*:refs/notes/*', '^refs/remotes/origin/HEAD']);
  if (news) repo.git(['update-ref', '-d', news.ref.replace('refs/remotes/origin/', 'refs/elsewhere/')]);
  if (lastPush?.commit) {
    repo.git(['push', '--quiet', 'origin', `${idOf(lastPush.commit)}:${lastPush.ref.replace('refs/remotes/origin/', 'refs/heads/')}`], { at: lastPush.at });
  }
  if (lastFetch) {
    repo.git(['fetch', '--quiet', 'origin'], { at: lastFetch.at });
    const fetchHead = join(repo.dir, '.git', 'FETCH_HEAD');
    utimesSync(fetchHead, lastFetch.at / 1000, lastFetch.at / 1000);
  }
}

/** Where a ref went; the default branch is wherever it was at that time. */
function targetOf(state: DemoState, { at, ref, commit }: RefEvent, idOf: (commit: DemoCommit) => string): string | null {
  if (ref === 'refs/remotes/origin/main') return idOf(mainAt(state, at));
  return commit ? idOf(commit) : null;
}

/** Writes the files of a desk that differ from its last commit. */
function leavePending(desk: Desk, folder: string): void {
  for (const [path, lines] of desk.tree) {
    if (desk.head.tree.get(path) === lines) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), textOf(lines));
  }
}
