import { bornText, findRepeats } from '../../attribution/duplicates/findRepeats.ts';
import type { BornText, Source } from '../../attribution/duplicates/findRepeats.ts';
import { blockLines, selectedShingles } from '../../attribution/duplicates/shingles.ts';
import type { SolidLineReader, SolidLines } from '../../attribution/duplicates/solidLines.ts';
import { catFiles } from '../../git/blobs.ts';
import type { GitContext } from '../../git/process.ts';
import type { CommitFacts } from '../../model/commit.ts';
import type { FollowedLine } from '../../model/followedLine.ts';
import type { FollowStore } from '../../model/followStore.ts';
import { lineFlags } from '../../model/lineText.ts';
import type { BlockHistory } from './blockHistory.ts';
import { isBinary, largestSource } from './blockHistory.ts';

/** A block that stands in more files than this is looked for in those that hold most of it. */
const maxSources = 6;

/** So many texts are compared with their sources at once; their files are held meanwhile. */
const batch = 16;

export interface DuplicateInput {
  readonly git: GitContext;
  readonly store: FollowStore;
  readonly blocks: BlockHistory;
  /** Commits of this run. */
  readonly commits: ReadonlyMap<string, CommitFacts>;
  /** Lines that this run found something about. */
  readonly lines: Iterable<FollowedLine>;
  readonly namesOf: (path: string) => readonly string[];
  readonly signal?: AbortSignal;
}

/**
 * Marks the lines that were first committed in this run and repeat a block that was in the repository when they
 * were written. The index says where a block may stand; then the commit's own files are compared:
 *
 *   in the commit at another place, and in its parent      a duplicate
 *   in the parent only                                     moved, or written anew: none
 *   at another place of the commit, new there as well      the one that was written later is
 */
export async function markDuplicates(input: DuplicateInput): Promise<void> {
  const { blocks, store } = input;
  const texts = bornTexts(input);
  const ranks = new Map(texts.map((text, at) => [`${text.contribution.row} ${text.commit}`, at]));
  const rankOf = (line: FollowedLine): number => ranks.get(`${line.contribution} ${line.first!.commit}`)! * 2 ** 20 + line.ordinal;
  const shingles = new Map(texts.filter(({ effective }) => effective >= blockLines).map((text) => [text, selectedShingles(text.prints)]));
  for (const [text, own] of shingles) blocks.index.add(text.path, text.contribution.at, own);
  const sources = sightSources(input, shingles);
  const repeats = new Set<FollowedLine>();
  const asked = [...sources.keys()];
  const bornIn = linesByCommit(texts);
  const filesOf = (text: BornText): string[] => sources.get(text)!.flatMap((names) => names.flatMap((name) => [`${text.commit}:${name}`, `${text.commit}^:${name}`]));
  const batches = Array.from({ length: Math.ceil(asked.length / batch) }, (_, at) => {
    const some = asked.slice(at * batch, (at + 1) * batch);
    return { some, wanted: [...new Set(some.flatMap(filesOf))] };
  });
  const answers = catFiles(input.git, batches.flatMap(({ wanted }) => wanted), { maxBytes: largestSource, signal: input.signal });
  try {
    for (const { some, wanted } of batches) {
      const files = await takeFiles(answers, wanted, blocks.reader);
      for (const text of some) {
        const born = bornIn.get(text.commit)!;
        for (const names of sources.get(text)!) {
          const before = names.flatMap((name) => files.get(`${text.commit}^:${name}`) ?? []);
          for (const name of names) {
            const after = files.get(`${text.commit}:${name}`);
            if (after === undefined) continue;
            const source: Source = { names, after, before, rankAt: (number) => rankIn(born, name, number, rankOf) };
            for (const lines of findRepeats(text, source, rankOf)) if (!movedBySession(input, text, names, lines)) for (const line of lines) repeats.add(line);
          }
        }
      }
    }
  } finally {
    await answers.return();
  }
  for (const { lines } of texts) {
    for (const line of lines) {
      if (line === null) continue;
      const flags = repeats.has(line) ? line.flags | lineFlags.duplicate : line.flags & ~lineFlags.duplicate;
      if (flags === line.flags) continue;
      line.flags = flags;
      store.changed(line);
    }
  }
}

/** In the order of writing. */
function bornTexts({ store, commits, lines }: DuplicateInput): BornText[] {
  const found = new Map<string, BornText>();
  for (const line of lines) {
    if (line.first === null || !commits.has(line.first.commit)) continue;
    const { commit, path } = line.first;
    const name = `${line.contribution} ${commit} ${path}`;
    if (!found.has(name)) found.set(name, bornText(store.contribution(line.contribution), commit, path));
  }
  const order = (text: BornText): string => `${text.contribution.id} ${text.commit} ${text.path}`;
  return [...found.values()].toSorted((one, other) => one.contribution.at - other.contribution.at || (order(one) < order(other) ? -1 : 1));
}

/** For each text the files (all names of each) in which some of it stood when it was written, the likeliest first. */
function sightSources({ blocks, namesOf }: DuplicateInput, shingles: ReadonlyMap<BornText, readonly number[]>): Map<BornText, (readonly string[])[]> {
  const places = new Map<number, { path: string; at: number }[]>();
  for (const { shingle, path, at } of blocks.index.find(new Set([...shingles.values()].flat()))) {
    const list = places.get(shingle);
    if (list === undefined) places.set(shingle, [{ path, at }]);
    else list.push({ path, at });
  }
  const sources = new Map<BornText, (readonly string[])[]>();
  for (const [text, own] of shingles) {
    const counts = new Map<string, number>();
    for (const shingle of new Set(own)) {
      const paths = new Set((places.get(shingle) ?? []).flatMap(({ path, at }) => (at < text.contribution.at ? [path] : [])));
      for (const path of paths) counts.set(path, (counts.get(path) ?? 0) + 1);
    }
    // text that repeats itself
    if (new Set(own).size < own.length) counts.set(text.path, own.length);
    const likeliest = [...counts].toSorted(([one, ones], [other, others]) => others - ones || (one < other ? -1 : 1)).slice(0, maxSources);
    if (likeliest.length > 0) sources.set(text, likeliest.map(([path]) => namesOf(path)));
  }
  return sources;
}

/** What the next answers hold, by the names that were asked for. */
async function takeFiles(answers: ReturnType<typeof catFiles>, names: readonly string[], reader: SolidLineReader): Promise<Map<string, SolidLines>> {
  const files = new Map<string, SolidLines>();
  // most files are the same in the commit and its parent, and in the commits around it
  const known = new Map<string, SolidLines>();
  for (const name of names) {
    const next = await answers.next();
    if (next.done === true) throw new Error('git told of fewer files than it was asked for');
    const { id, content } = next.value;
    if (id === null || content === null || isBinary(content)) continue;
    const lines = known.get(id) ?? reader.ofText(content);
    known.set(id, lines);
    files.set(name, lines);
  }
  return files;
}

type Born = Map<string, FollowedLine>;

/** Lines that each commit brought from agents, by number and path. */
function linesByCommit(texts: readonly BornText[]): Map<string, Born> {
  const commits = new Map<string, Born>();
  for (const { commit, path, lines } of texts) {
    const born = commits.get(commit) ?? new Map<string, FollowedLine>();
    commits.set(commit, born);
    for (const line of lines) if (line !== null) born.set(`${line.first!.line} ${path}`, line);
  }
  return commits;
}

function rankIn(born: Born, path: string, number: number, rankOf: (line: FollowedLine) => number): number | undefined {
  const line = born.get(`${number} ${path}`);
  return line === undefined ? undefined : rankOf(line);
}

/** Did the same session take the block away from there, in an edit that is committed later? */
function movedBySession({ store, commits }: DuplicateInput, { contribution, commit }: BornText, names: readonly string[], lines: readonly FollowedLine[]): boolean {
  const until = commits.get(commit)!.committedAt;
  const removed = new Set(names.flatMap((name) => store.contributionsAt(name)).flatMap((each) => (each.session === contribution.session && each.at <= until ? each.removed : [])));
  return lines.every((line) => removed.has(line.loose));
}
