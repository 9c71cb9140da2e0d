import type { Cause } from '../model/fate.ts';
import type { ExplainedFile, ExplainedLine, LineStory, StoryCommit } from '../model/lineStory.ts';
import { gradeMeanings } from './labels.ts';
import { wrap } from './textLayout.ts';
import { code, dateAndTime, daysBetween, number, percent, plain, plural, toolName } from './words.ts';

/** What can be told of one line, sentence by sentence, oldest first. Names stand between back ticks. */
export function storyOf(story: LineStory, asOf: number): string[] {
  if (story.origin === 'hand') return ['It was seen being typed by hand.'];
  if (story.origin === 'unknown' || story.written === null) return ['Where it came from was not seen. That does not mean that a person wrote it, nor that an AI did.'];
  return [writtenWords(story.written), ...committedWords(story), ...fateWords(story, asOf)];
}

/** The story for a terminal. Ends with a line feed. */
export function renderStory(story: LineStory, asOf: number): string {
  return [`${plain(story.path)}:${story.line}`, ...storyOf(story, asOf).map((sentence) => wrap(sentence, '  '))].join('\n') + '\n';
}

/** Where the lines of a file came from, run by run. Ends with a line feed. */
export function renderExplainedFile(file: ExplainedFile): string {
  const runs = runsOf(file.lines);
  const ai = file.lines.filter((line) => line.origin === 'ai').length;
  const widest = Math.max(0, ...runs.map((run) => rangeWords(run).length));
  return [
    `${plain(file.path)}: ${plural(file.lines.length, 'line')}, ${number(ai)} from AI`,
    ...runs.map((run) => `  ${rangeWords(run).padStart(widest)}  ${originWords(run[0]!)}`),
  ].join('\n') + '\n';
}

function writtenWords(written: NonNullable<LineStory['written']>): string {
  const who = written.model === null ? toolName(written.tool) : `${toolName(written.tool)} (${plain(written.model)})`;
  const whose = written.mine ? '' : " It is in someone else's commit.";
  return `Written by ${who} on ${dateAndTime(written.at)} to ${code(written.path)}: ${written.grade}, that is ${gradeMeanings[written.grade]}.${whose}`;
}

function committedWords({ committed, tier, pushedAt, merged }: LineStory): string[] {
  if (committed === null) return ['Not seen in a commit yet.'];
  const recognised = tier === null ? '' : `, recognised by ${{ exact: 'its exact text', 'white space': 'its text apart from white space', similar: 'its similar text in the same place', attested: 'a record in git' }[tier]}`;
  return [
    `First committed ${commitWords(committed)}, as line ${number(committed.line)} of ${code(committed.path)}${recognised}.`,
    ...(pushedAt === null ? [] : [`Pushed before its merge, first seen on ${dateAndTime(pushedAt)}.`]),
    merged === null ? 'Not merged into the default branch yet.' : `Merged ${commitWords(merged)}.`,
  ];
}

function commitWords(commit: StoryCommit): string {
  return `on ${dateAndTime(commit.at)} with ${code(commit.id.slice(0, 10))} (${plain(commit.subject)})`;
}

function fateWords(story: LineStory, asOf: number): string[] {
  const { changes, merged } = story;
  const done = [changes.edited ? `edited${byWords(story.cause)} (${percent(story.retained)} of its tokens are still there)` : '', changes.moved ? 'moved' : '', changes.reformatted ? 'reformatted' : ''].filter((word) => word !== '');
  const sentences = [done.length === 0 ? 'It stands as it was written.' : `Since then it was ${done.join(' and ')}.`];
  if (merged !== null) sentences.push(`It has been on the default branch for ${plural(daysBetween(merged.at, asOf), 'day')}. Alive is not the same as good.`);
  return sentences;
}

function byWords(cause: Cause | null): string {
  return { me: ' by you', 'me with AI': ' by you with AI', 'someone else': ' by someone else', unknown: '' }[cause ?? 'unknown'];
}

function runsOf(lines: readonly ExplainedLine[]): ExplainedLine[][] {
  const runs: ExplainedLine[][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run !== undefined && originWords(run[0]!) === originWords(line)) run.push(line);
    else runs.push([line]);
  }
  return runs;
}

function rangeWords(run: readonly ExplainedLine[]): string {
  const first = run[0]!.line;
  const last = run.at(-1)!.line;
  return first === last ? String(first) : `${first}-${last}`;
}

function originWords(line: ExplainedLine): string {
  if (line.origin !== 'ai') return line.origin === 'hand' ? 'typed by hand' : 'unknown';
  const parts = [toolName(line.tool ?? 'AI'), line.grade, line.mine === false ? "in someone else's commit" : '', line.commit === null ? '' : `first in ${line.commit.slice(0, 10)}`];
  return parts.filter((part) => part !== null && part !== '').join(', ');
}
