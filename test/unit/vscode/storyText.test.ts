import assert from 'node:assert/strict';
import type { LineStory } from '../../../src/model/lineStory.ts';
import { storyText } from '../../../src/vscode/storyText.ts';

const at = Date.UTC(2026, 2, 3, 14, 5);
const story: LineStory = {
  path: 'src/a.ts', line: 4, origin: 'ai',
  written: { at, tool: 'claude', model: 'opus', session: 's', contribution: 'c', grade: 'recorded', mine: true, path: 'src/old.ts' },
  tier: 'exact', committed: { id: 'a'.repeat(40), at, subject: 'Add a thing', path: 'src/old.ts', line: 3 }, pushedAt: at, merged: { id: 'b'.repeat(40), at, subject: 'Merge it' },
  stage: '14d', fate: 'edited', changes: { edited: true, moved: false, reformatted: false }, cause: 'me', retained: 0.75,
};

describe('storyText', () => {
  it('tells a line of AI from its writing to now', () => {
    assert.equal(
      storyText(story),
      [
        '**What became of this line**',
        '',
        "- Written by Claude (`opus`) on 3 Mar 2026, 14:05 UTC in `src/old.ts`: its own log says so and confirms the edit's success.",
        '- Committed on 3 Mar 2026 in `src/old.ts`: `aaaaaaaa` Add a thing.',
        '- First pushed on 3 Mar 2026.',
        '- Merged into the default branch on 3 Mar 2026: `bbbbbbbb` Merge it.',
        '- Still here, edited by you: 75% of its tokens are kept.',
      ].join('\n'),
    );
  });

  it('calls nothing hand-written that was not seen being typed', () => {
    const unknown: LineStory = { ...story, origin: 'unknown', written: null };
    assert.match(storyText(unknown), /Its origin was not seen/);
    assert.match(storyText(unknown), /neither as AI nor as written by hand/);
  });

  it('lets no commit message become a link, markup or a command', () => {
    const subject = '[x](command:evil) ![i](http://a/b) <img src=x> **b** `c` $(alert)';
    const told = storyText({ ...story, committed: { ...story.committed!, subject } });
    assert.doesNotMatch(told, /(?<!\\)\[|(?<!\\)\]\(|(?<!\\)<|(?<!\\)\$\(/);
  });
});
