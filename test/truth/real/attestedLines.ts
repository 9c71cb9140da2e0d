import { execFileSync } from 'node:child_process';
import { commonTokens, editedThreshold, similarity } from '../../../src/attribution/tokenSimilarity.ts';
import { parseNotes } from '../../../src/capture/notes/noteSource.ts';
import { noteSources } from '../../../src/capture/notes/registry.ts';
import { excludedByName } from '../../../src/git/exclusionPatterns.ts';
import { fingerprintKey, tokenFingerprints } from '../../../src/model/fingerprint.ts';
import type { ExplainedFile, ExplainedLine } from '../../../src/model/lineStory.ts';
import { lexicalTokens, lineClassifier } from '../../../src/model/lineText.ts';

/** Effective lines at HEAD, as the notes' own line numbers and `git blame` tell of them, beside what the engine says. */
export interface AttestedCheck {
  /** Their blame commit attests them to an AI. */
  readonly attested: number;
  readonly found: number;
  /** Of those found: the right tool. */
  readonly rightTool: number;
  /** Found beyond blame (a squash, a merge, a move, an edit): a note of the commit that the engine names attests this text, or one that is alike. */
  readonly followed: number;
  /** Attested by the engine's word, but no note of the commit it names attests any such text. */
  readonly invented: number;
  /** Of what was missed or invented. */
  readonly examples: readonly string[];
}

interface Range {
  readonly path: string;
  readonly from: number;
  readonly to: number;
  readonly tool: string;
}

interface Blamed {
  readonly commit: string;
  readonly line: number;
  readonly path: string;
  readonly number: number;
  readonly text: string;
}

type Git = (...args: string[]) => string;

/** @param explain what `explain FILE --json` says */
export async function checkAttestedLines(repo: string, explain: (path: string) => Promise<ExplainedFile>): Promise<AttestedCheck> {
  const git: Git = (...args) => execFileSync('git', ['-C', repo, ...args], { maxBuffer: 2 ** 30 }).toString('utf8');
  const rangesOf = readNotes(git);
  const attests = attestedTexts(git, rangesOf);
  const result = { attested: 0, found: 0, rightTool: 0, followed: 0, invented: 0, examples: [] as string[] };
  const example = (text: string): void => void (result.examples.length < 10 && result.examples.push(text));
  const files = git('ls-tree', '-r', '-z', 'HEAD').split('\0').filter((row) => row.startsWith('100')).map((row) => row.slice(row.indexOf('\t') + 1));
  for (const file of files.filter((path) => excludedByName(path) === null)) {
    const { lines } = await explain(file);
    const flagsOf = lineClassifier(file);
    for (const each of blame(git, file)) {
      if (flagsOf(each.text.replace(/\r$/, '')) !== 0) continue;
      const said = lines[each.number - 1];
      const isAi = said?.origin === 'ai' && said.grade === 'attested';
      const range = rangesOf(each.commit).find(({ path, from, to }) => path === each.path && each.line >= from && each.line <= to);
      if (range !== undefined) {
        result.attested++;
        if (isAi) result.found++;
        if (isAi && said.tool === range.tool) result.rightTool++;
        else example(`missed ${file}:${each.number} (${each.commit.slice(0, 8)}, ${range.tool}): ${said?.origin} ${said?.grade} ${said?.tool}`);
      } else if (isAi) {
        if (attests(said, each.text)) result.followed++;
        else {
          result.invented++;
          example(`invented ${file}:${each.number} (${said.commit?.slice(0, 8)}, ${said.tool}): ${each.text.trim()}`);
        }
      }
    }
  }
  return result;
}

function readNotes(git: Git): (commit: string) => readonly Range[] {
  const [source] = noteSources;
  const notes = git('notes', `--ref=${source!.ref}`, 'list').trim().split('\n').map((row) => row.split(' ')).map(([blob, commit]) => ({ commit: commit!, text: git('cat-file', 'blob', blob!) }));
  const ranges = new Map<string, Range[]>();
  parseNotes(source!, notes).forEach(({ attestations }, at) => {
    const { commit } = notes[at]!;
    const list = ranges.get(commit) ?? [];
    for (const { path, ranges: lines, tool } of attestations) for (const [from, to] of lines) list.push({ path, from, to, tool });
    ranges.set(commit, list);
  });
  return (commit) => ranges.get(commit) ?? [];
}

/** Does a note of the commit that the engine names attest this text, or one that it may have been edited from, to that tool? */
function attestedTexts(git: Git, rangesOf: (commit: string) => readonly Range[]): (said: ExplainedLine, text: string) => boolean {
  const key = fingerprintKey(new Uint8Array(8));
  const tokensOf = (text: string): Int32Array => tokenFingerprints(key, lexicalTokens(text));
  const known = new Map<string, Map<string, Int32Array>>();
  const textsOf = (commit: string, tool: string): Map<string, Int32Array> => {
    const name = `${commit} ${tool}`;
    const texts = known.get(name) ?? new Map<string, Int32Array>();
    if (known.has(name)) return texts;
    known.set(name, texts);
    for (const path of new Set(rangesOf(commit).map((range) => range.path))) {
      // some notes name files that their commit does not have
      if (git('ls-tree', '-z', commit, '--', path) === '') continue;
      const lines = git('show', `${commit}:${path}`).split('\n');
      for (const range of rangesOf(commit)) {
        if (range.path === path && range.tool === tool) for (const line of lines.slice(range.from - 1, range.to)) texts.set(line.trim(), tokensOf(line));
      }
    }
    return texts;
  };
  return ({ commit, tool }, text) => {
    if (commit === null || tool === null) return false;
    const texts = textsOf(commit, tool);
    if (texts.has(text.trim())) return true;
    const tokens = tokensOf(text);
    // wrapped (a piece of an attested line), or edited more than once: its words are still those that were attested
    return [...texts.values()].some((attested) => commonTokens(tokens, attested) === tokens.length || similarity(tokens, attested) >= editedThreshold / 2);
  };
}

function* blame(git: Git, file: string): Generator<Blamed> {
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
