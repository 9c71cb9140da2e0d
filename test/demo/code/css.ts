import type { Language, Recipe } from './recipe.ts';
import { capital, words } from './vocabulary.ts';

const selector = (name: string): string => words(name).replaceAll(' ', '-');

const card: Recipe = {
  name: ({ random, entity, quality }) => `${entity.one}${capital(random.pick(['card', 'row', 'badge', 'panel']))}${capital(quality)}`,
  body: (name, { random }) => [
    `.${selector(name)} {`,
    `  display: ${random.pick(['grid', 'flex'])};`,
    `  gap: ${random.int(2, 9) * 2}px ${random.int(4, 15)}px;`,
    `  padding: ${random.int(3, 19)}px ${random.int(5, 31)}px;`,
    `  border-inline-start: ${random.int(1, 5)}px solid var(--${random.pick(['leaf', 'soil', 'water', 'sun', 'clay'])}-${random.int(1, 9)}00);`,
    `  background: hsl(${random.int(60, 210)} ${random.int(10, 70)}% ${random.int(88, 98)}%);`,
    '}',
  ],
  again: (name, { random }) => [
    `.${selector(name)} {`,
    `  margin-block: ${random.int(1, 9) / 4}rem auto;`,
    `  padding-inline: max(${random.int(1, 6)}vw, ${random.int(12, 40)}px);`,
    `  box-shadow: 0 ${random.int(1, 4)}px ${random.int(4, 18)}px rgb(0 0 0 / ${random.int(6, 30)}%);`,
    '}',
  ],
};

const state: Recipe = {
  name: ({ random, entity, a }) => `${entity.one}${capital(a.name)}${capital(random.pick(['meter', 'label', 'chart']))}`,
  body: (name, { random, a }) => [
    `.${selector(name)}[data-${selector(a.name)}='low'] {`,
    `  color: var(--${random.pick(['clay', 'soil', 'sun'])}-${random.int(4, 9)}00);`,
    `  inline-size: clamp(${random.int(6, 14)}rem, ${random.int(20, 60)}%, ${random.int(18, 44)}rem);`,
    `  transition: inline-size ${random.int(8, 44) * 10}ms ease-out;`,
    '}',
  ],
};

/** Styles of the dashboard. */
export const css: Language = {
  recipes: [card, state],
  header: () => [],
  spell: (camelCase) => camelCase,
  naming: /^\.([\w-]+)/,
};
