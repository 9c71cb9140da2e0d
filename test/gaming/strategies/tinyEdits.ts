import type { Strategy } from '../strategy.ts';

export const tinyEdits: Strategy = {
  name: 'autocompletion of trivia',
  what: 'Braces, imports and keywords are accepted by the hundred.',
  play: (week) => week,
  engineCheck: 'lines of fewer than three word characters or only keywords carry the `trivial` flag',
};
