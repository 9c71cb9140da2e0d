import type { Language, Recipe } from './recipe.ts';
import { capital, value, words } from './vocabulary.ts';
import type { Draw, Field } from './vocabulary.ts';

const sample = ({ random, entity: { one } }: Draw, a: Field, b: Field): string =>
  `{ id: '${one}-${random.int(10, 999)}', name: '${random.pick(['Basil', 'Fern', 'Monstera', 'Tomato', 'Mint', 'Fig', 'Lemon', 'Sage'])}', ${a.name}: ${value(a, random)}, ${b.name}: ${value(b, random)} }`;

const sortsBy: Recipe = {
  name: ({ entity, a, quality }) => `${quality}${capital(entity.many)}By${capital(a.name)}`,
  body: (name, draw) => [
    `test('${words(name)}', () => {`,
    `  const first = ${sample(draw, draw.a, draw.b)};`,
    `  const second = ${sample(draw, draw.a, draw.b)};`,
    `  const sorted = [second, first].toSorted((left, right) => left.${draw.a.name} - right.${draw.a.name});`,
    `  assert.equal(sorted[0]?.${draw.a.name}, Math.min(first.${draw.a.name}, second.${draw.a.name}));`,
    '});',
  ],
};

const rejects: Recipe = {
  name: ({ entity, a, quality }) => `${quality}${entity.type}Without${capital(a.name)}`,
  body: (name, { random, entity: { one }, a, b }) => [
    `test('${words(name)} is refused', async () => {`,
    `  const response = await post('/${one}s', { name: 'Rosemary', ${b.name}: ${value(b, random)} });`,
    `  assert.equal(response.status, ${random.pick([400, 409, 422])});`,
    `  assert.match(await response.text(), /${words(a.name)} (?:is missing|must be a number)/);`,
    '});',
  ],
};

const keeps: Recipe = {
  name: ({ entity, a, quality }) => `${quality}${entity.type}Keeps${capital(a.name)}`,
  body: (name, { random, entity: { type, one, many }, a, b }) => [
    `test('${words(name)}', async () => {`,
    `  const store = await memoryStore({ ${many}: ${random.int(2, 40)} });`,
    `  await store.update('${many}', '${one}-${random.int(1, 9)}', { ${a.name}: ${value(a, random)} });`,
    `  const [changed] = await store.all<${type}>('SELECT * FROM ${many} ORDER BY ${b.name}');`,
    `  assert.equal(changed?.${a.name}, ${value(a, random)});`,
    `  assert.ok((changed?.${b.name} ?? 0) <= ${b.high}, '${words(b.name)} stays in range');`,
    '});',
  ],
};

/** Tests of the TypeScript service. */
export const tests: Language = {
  recipes: [sortsBy, rejects, keeps],
  header: () => [
    "import assert from 'node:assert/strict';", "import { test } from 'node:test';", '',
    "import { memoryStore, post } from './helpers/service.ts';", '',
  ],
  spell: (camelCase) => camelCase,
  naming: /^test\('([^']+?)(?: is refused)?'/,
};
