import type { Language, Recipe } from './recipe.ts';
import { capital, snake, value, words } from './vocabulary.ts';

const setting: Recipe = {
  name: ({ entity, a }) => `${entity.one}${capital(a.name)}`,
  body: (name, { random, entity: { one, many }, a, b }) => [
    `## ${capital(words(name))}`,
    '',
    `The ${words(a.name)} of ${many} lies between ${a.low} and ${a.high}${a.unit ? ` ${a.unit}` : ''}; new ${many} start at ${value(a, random)}.`,
    `When ${words(b.name)} passes ${value(b, random)}, the planner ${random.pick(['waits for the next slot', 'raises an alert', 'halves the amount', 'asks the gateway again'])}.`,
    `Change it with \`fernwater ${one} set --${snake(a.name).replaceAll('_', '-')} ${value(a, random)}\`.`,
  ],
};

const trouble: Recipe = {
  name: ({ entity, a, quality }) => `${quality}${entity.type}${capital(a.name)}`,
  body: (name, { random, entity: { one, many }, a, b }) => [
    `## ${capital(words(name))}`,
    '',
    `1. Compare ${words(a.name)} on the dashboard with the gateway's own log.`,
    `2. Run \`fernwater ${one} check --${snake(b.name).replaceAll('_', '-')} ${value(b, random)}\` and note which ${many} differ.`,
    `3. If more than ${random.int(2, 9)} ${many} differ, restart the gateway and wait ${random.int(3, 25)} minutes.`,
  ],
};

/** The handbook. */
export const markdown: Language = {
  recipes: [setting, trouble],
  header: (path) => [`# ${capital((path.split('/').at(-1) ?? '').replace('.md', '').replaceAll('-', ' '))}`, ''],
  spell: (camelCase) => camelCase,
  naming: /^## (.+)/,
};
