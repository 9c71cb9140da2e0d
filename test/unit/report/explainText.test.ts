import assert from 'node:assert/strict';
import type { LineStory } from '../../../src/model/lineStory.ts';
import { renderExplainedFile, renderStory, storyOf } from '../../../src/report/explainText.ts';

const at = Date.UTC(2026, 2, 3, 14, 5);
const commit = { id: 'abcdef0123'.repeat(4), at: at + 3_600_000, subject: 'Add parser' };

const story: LineStory = {
  path: 'src/parse.ts', line: 12, origin: 'ai',
  written: { at, tool: 'claude', model: 'opus', session: 's', contribution: 'c', grade: 'recorded', mine: true, path: 'src/parser.ts' },
  tier: 'white space', committed: { ...commit, path: 'src/parser.ts', line: 10 }, pushedAt: null, merged: { ...commit, at: at + 86_400_000, subject: 'Merge #4' },
  stage: 'merged', fate: 'edited', changes: { edited: true, moved: true, reformatted: false }, cause: 'someone else', retained: 0.75,
};

describe('explainText', () => {
  it('tells the story of a line, oldest first', () => {
    assert.deepEqual(storyOf(story, at + 11 * 86_400_000), [
      "Written by Claude (opus) on 3 Mar 2026, 14:05 UTC to `src/parser.ts`: recorded, that is the agent's own log, success confirmed.",
      'First committed on 3 Mar 2026, 15:05 UTC with `abcdef0123` (Add parser), as line 10 of `src/parser.ts`, recognised by its text apart from white space.',
      'Merged on 4 Mar 2026, 14:05 UTC with `abcdef0123` (Merge #4).',
      'Since then it was edited by someone else (75% of its tokens are still there) and moved.',
      'It has been on the default branch for 10 days. Alive is not the same as good.',
    ]);
  });

  it('claims nothing about a line whose origin was not seen', () => {
    const told = renderStory({ ...story, origin: 'unknown', written: null }, at);
    assert.match(told, /was not seen/);
    assert.doesNotMatch(told, /hand/);
  });

  it('shows a file in runs', () => {
    const line = { origin: 'ai', grade: 'recorded', contribution: 'c', tool: 'claude', mine: true, commit: commit.id } as const;
    const unknown = { origin: 'unknown', grade: null, contribution: null, tool: null, mine: null, commit: null } as const;
    assert.equal(
      renderExplainedFile({ path: 'a.ts', lines: [{ ...unknown, line: 1 }, { ...line, line: 2 }, { ...line, line: 3 }, { ...unknown, origin: 'hand', line: 4 }] }),
      'a.ts: 4 lines, 2 from AI\n    1  unknown\n  2-3  Claude, recorded, first in abcdef0123\n    4  typed by hand\n',
    );
  });
});
