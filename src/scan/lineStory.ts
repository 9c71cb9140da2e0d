import { runGit } from '../git/process.ts';
import type { CommitId } from '../model/commit.ts';
import { isHand } from '../model/contribution.ts';
import { changeFlags } from '../model/followedLine.ts';
import { HumanError } from '../model/humanError.ts';
import type { LineStory, StoryCommit } from '../model/lineStory.ts';
import { causeOfLine, fateOf, stageOf } from '../survival/lineFate.ts';
import { fileAtHead } from './explainFile.ts';
import type { ProjectParts } from './projectParts.ts';

/** Everything that is known of one line of a file at HEAD. */
export async function lineStory(parts: ProjectParts, file: string, number: number, knownUntil: number): Promise<LineStory> {
  const atHead = await fileAtHead(parts, file);
  if (!Number.isInteger(number) || number < 1 || number > atHead.lines) {
    throw new HumanError(`${atHead.path} has ${atHead.lines} lines at HEAD, so there is no line ${number}. Name one between 1 and ${atHead.lines}.`);
  }
  const found = atHead.at(number);
  const origin = found === null ? 'unknown' : isHand(found.contribution) ? 'hand' : 'ai';
  if (found === null || origin !== 'ai') {
    return { path: atHead.path, line: number, origin, written: null, tier: null, committed: null, pushedAt: null, merged: null, stage: null, fate: null, changes: { edited: false, moved: false, reformatted: false }, cause: null, retained: 0 };
  }
  const { line, contribution } = found;
  const subjects = await subjectsOf(parts, [line.first?.commit, line.merged?.commit]);
  const tell = (commit: CommitId, at: number): StoryCommit => ({ id: commit, at, subject: subjects.get(commit) ?? '' });
  return {
    path: atHead.path,
    line: number,
    origin,
    written: { at: contribution.at, tool: contribution.tool, model: contribution.model, session: contribution.session, contribution: contribution.id, grade: contribution.grade, mine: contribution.mine, path: contribution.path },
    tier: line.tier,
    committed: line.first === null ? null : { ...tell(line.first.commit, line.first.at), path: line.first.path, line: line.first.line },
    pushedAt: line.pushedAt,
    merged: line.merged === null ? null : tell(line.merged.commit, line.merged.at),
    stage: stageOf(line, knownUntil),
    fate: fateOf(line),
    changes: { edited: (line.changes & changeFlags.edited) !== 0, moved: (line.changes & changeFlags.moved) !== 0, reformatted: (line.changes & changeFlags.reformatted) !== 0 },
    cause: causeOfLine(line),
    retained: line.retained,
  };
}

/** Subjects are read when asked for and never kept; a commit that is gone has none. */
async function subjectsOf(parts: ProjectParts, commits: readonly (CommitId | undefined)[]): Promise<Map<CommitId, string>> {
  const ids = [...new Set(commits.filter((id) => id !== undefined))];
  const subjects = new Map<CommitId, string>();
  if (ids.length === 0) return subjects;
  const output = await runGit(parts.git, ['log', '--no-walk=unsorted', '--ignore-missing', '--format=%H %s', ...ids, '--']);
  for (const row of output.toString('utf8').split('\n')) if (row !== '') subjects.set(row.slice(0, row.indexOf(' ')), row.slice(row.indexOf(' ') + 1));
  return subjects;
}
