import type { Cause, Fate } from '../model/fate.ts';
import type { LineStory, StoryCommit } from '../model/lineStory.ts';
import type { Grade } from '../model/provenance.ts';
import { date, dateAndTime, percent, toolName } from '../report/words.ts';

/** The story of one line as Markdown paragraphs, oldest event first. Names no person but "you". */
export function storyText(story: LineStory): string {
  if (story.origin !== 'ai') return `**Where this line comes from**\n\n${unknownOrigin(story)}`;
  const events = [written(story), committed(story), pushed(story), merged(story), fate(story)].filter((event) => event !== null);
  return `**What became of this line**\n\n${events.map((event) => `- ${event}`).join('\n')}`;
}

function unknownOrigin({ origin, committed: commit }: LineStory): string {
  const seen = origin === 'hand' ? 'It was typed by hand.' : 'Its origin was not seen: no log or record names it. It is counted neither as AI nor as written by hand.';
  return commit === null ? seen : `${seen}\n\nFirst committed in ${named(commit)}.`;
}

const grades: Readonly<Record<Grade, string>> = {
  recorded: "its own log says so and confirms the edit's success",
  attested: 'a line-level record in git says so',
  observed: 'the editor saw it being accepted',
  inferred: 'only the shape of the change says so',
  declared: 'a trailer of the commit says so, for the whole commit',
};

function written({ written: from, path }: LineStory): string | null {
  if (from === null) return null;
  const model = from.model === null ? '' : ` (${code(from.model)})`;
  const where = from.path === path ? '' : ` in ${code(from.path)}`;
  return `Written by ${toolName(from.tool)}${model} on ${dateAndTime(from.at)}${where}${from.mine ? '' : ', in someone else’s commit'}: ${grades[from.grade]}.`;
}

function committed({ committed: commit, tier, path }: LineStory): string | null {
  if (commit === null) return null;
  const where = commit.path === path ? '' : ` in ${code(commit.path)}`;
  const how = tier === 'similar' ? ', already changed a little' : tier === 'white space' ? ', with other white space' : '';
  return `Committed on ${date(commit.at)}${where}${how}: ${named(commit)}.`;
}

function pushed({ pushedAt }: LineStory): string | null {
  return pushedAt === null ? null : `First pushed on ${date(pushedAt)}.`;
}

function merged({ merged: commit }: LineStory): string | null {
  return commit === null ? null : `Merged into the default branch on ${date(commit.at)}: ${named(commit)}.`;
}

const by: Readonly<Record<Cause, string>> = { me: ' by you', 'me with AI': ' by you with AI', 'someone else': ' by someone else', unknown: '' };

const fateWords: Readonly<Record<Fate, string>> = {
  pending: 'Not in any commit yet',
  kept: 'Still here, as it was written',
  reformatted: 'Still here, with other white space',
  moved: 'Still here, moved from where it was',
  edited: 'Still here, edited',
  rewritten: 'Rewritten since',
  deleted: 'Deleted since',
  reverted: 'Reverted since',
  dropped: 'Dropped before it was committed',
  unknown: 'Lost from sight: what became of it could not be decided',
};

function fate(story: LineStory): string | null {
  if (story.fate === null) return null;
  const told = fateWords[story.fate];
  if (story.fate !== 'edited') return `${told}${story.cause === null ? '' : by[story.cause]}.`;
  return `${told}${story.cause === null ? '' : by[story.cause]}: ${percent(story.retained)} of its tokens are kept.`;
}

function named({ id, subject }: StoryCommit): string {
  return `${code(id.slice(0, 8))} ${plain(subject)}`;
}

/** Commit subjects and paths are other people's text: they must not become markup, links or commands. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+.!|<>~$&-]/g, (mark) => `\\${mark}`).replace(/\s+/g, ' ');
}

function code(text: string): string {
  return `\`${text.replaceAll('`', "'").replace(/\s+/g, ' ')}\``;
}
