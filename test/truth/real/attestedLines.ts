import { execFileSync } from 'node:child_process';
import { parseNotes } from '../../../src/capture/notes/noteSource.ts';
import { noteSources } from '../../../src/capture/notes/registry.ts';
import type { ExplainedFile } from '../../../src/model/lineStory.ts';
import { lineClassifier } from '../../../src/model/lineText.ts';

/** Effective lines at HEAD whose `git blame` commit attests them to an AI by the note's own line numbers. */
export interface AttestedCheck {
  readonly attested: number;
  readonly found: number;
  /** Of those found: the right tool. */
  readonly rightTool: number;
  /** Lines that are `ai, attested` although no note in the file's blame names any AI for that text. */
  readonly invented: number;
  readonly examples: readonly string[];
}

interface Blamed {
  readonly commit: string;
  readonly line: number;
  readonly path: string;
  readonly number: number;
  readonly text: string;
}

/** @param explain what `explain FILE --json` says */
export async function checkAttestedLines(repo: string, explain: (path: string) => Promise<ExplainedFile>): Promise<AttestedCheck> {
  const git = (...args: string[]): string => execFileSync('git', ['-C', repo, ...args], { maxBuffer: 2 ** 30 }).toString('utf8');
  const attestedTool = readNotes(git);
  const result = { attested: 0, found: 0, rightTool: 0, invented: 0, examples: [] as string[] };
  const files = git('ls-tree', '-r', '-z', 'HEAD').split('\0').filter((row) => row.startsWith('100')).map((row) => row.slice(row.indexOf('\t') + 1));
  const aiTexts = new Set<string>();
  const claimed: { text: string; place: string }[] = [];
  for (const file of files) {
    const { lines } = await explain(file);
    const flagsOf = lineClassifier(file);
    for (const each of blame(git, file)) {
      const said = lines[each.number - 1];
      const effective = flagsOf(each.text.replace(/\r$/, '')) === 0;
      const tool = attestedTool(each.commit, each.path, each.line);
      const isAi = said?.origin === 'ai' && said.grade === 'attested';
      if (tool !== null) aiTexts.add(each.text.trim());
      else if (isAi && effective) claimed.push({ text: each.text.trim(), place: `${file}:${each.number}` });
      if (tool === null || !effective) continue;
      result.attested++;
      if (isAi) result.found++;
      if (isAi && said.tool === tool) result.rightTool++;
      else if (result.examples.length < 10) result.examples.push(`${file}:${each.number} (${each.commit.slice(0, 8)}, ${tool}): ${said?.origin} ${said?.grade} ${said?.tool}`);
    }
  }
  return { ...result, invented: claimed.length };
}

function readNotes(git: (...args: string[]) => string): (commit: string, path: string, line: number) => string | null {
  const [source] = noteSources;
  const notes = git('notes', `--ref=${source!.ref}`, 'list').trim().split('\n').map((row) => row.split(' ')).map(([blob, commit]) => ({ commit: commit!, text: git('cat-file', 'blob', blob!) }));
  const ranges = new Map<string, { from: number; to: number; tool: string }[]>();
  parseNotes(source!, notes).forEach(({ attestations }, at) => {
    for (const { path, ranges: lines, tool } of attestations) {
      const key = `${notes[at]!.commit} ${path}`;
      ranges.set(key, [...(ranges.get(key) ?? []), ...lines.map(([from, to]) => ({ from, to, tool }))]);
    }
  });
  return (commit, path, line) => ranges.get(`${commit} ${path}`)?.find(({ from, to }) => line >= from && line <= to)?.tool ?? null;
}

function* blame(git: (...args: string[]) => string, file: string): Generator<Blamed> {
  const paths = new Map<string, string>();
  let head: { commit: string; line: number; number: number } | null = null;
  for (const row of git('blame', '--porcelain', 'HEAD', '--', file).split('\n')) {
    if (head === null) {
      const match = /^([0-9a-f]{40}) (\d+) (\d+)/.exec(row);
      if (match !== null) head = { commit: match[1]!, line: Number(match[2]), number: Number(match[3]) };
    } else if (row.startsWith('filename ')) paths.set(head.commit, row.slice('filename '.length));
    else if (row.startsWith('\t')) {
      yield { ...head, path: paths.get(head.commit)!, text: row.slice(1) };
      head = null;
    }
  }
}
