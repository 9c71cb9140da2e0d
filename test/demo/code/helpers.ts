import type { Language, Recipe } from './recipe.ts';
import { capital, entities, value, words } from './vocabulary.ts';

const builder: Recipe = {
  name: ({ random, entity, quality }) => `${random.pick(['make', 'build', 'fake'])}${capital(quality)}${entity.type}`,
  body: (name, { random, entity: { type, one }, a, b, quality }) => [
    `/** ${/^[AEIOU]/.test(type) ? 'An' : 'A'} ${quality} ${one} for tests; override what the test is about. */`,
    `export function ${name}(overrides: Partial<${type}> = {}): ${type} {`,
    `  const sequence = next${type}Number();`,
    '  return {',
    `    id: \`${one}-\${sequence}\`,`,
    `    name: \`${capital(quality)} ${one} \${sequence}\`,`,
    `    zoneId: '${random.pick(['north-bed', 'greenhouse', 'balcony', 'herb-wall'])}',`,
    `    ${a.name}: ${value(a, random)},`,
    `    ${b.name}: ${value(b, random)},`,
    '    ...overrides,',
    `  } as ${type};`,
    '}',
  ],
  again: (name, { random, entity: { type, one }, a, b }) => [
    `export const ${name} = (${a.name} = ${value(a, random)}): ${type} =>`,
    `  ({ ...plain${type}, id: '${one}-${random.hex(3)}', ${a.name}, ${b.name}: ${b.low} });`,
  ],
};

const waiter: Recipe = {
  name: ({ random, entity, quality }) => `${random.pick(['waitFor', 'until', 'settle'])}${capital(quality)}${entity.type}`,
  body: (name, { random, entity: { type, one }, a }) => [
    `export async function ${name}(read: () => Promise<${type} | undefined>, ${a.name} = ${value(a, random)}): Promise<${type}> {`,
    `  const deadline = Date.now() + ${random.int(4, 40) * 250};`,
    '  while (Date.now() < deadline) {',
    `    const ${one} = await read();`,
    `    if (${one} && ${one}.${a.name} >= ${a.name}) return ${one};`,
    `    await new Promise((resolve) => setTimeout(resolve, ${random.int(2, 20) * 5}));`,
    '  }',
    `  throw new Error(\`no ${one} reached ${words(a.name)} \${${a.name}} in time\`);`,
    '}',
  ],
  again: (name, { random, entity: { type, one }, a }) => [
    `/** Resolves with the first ${one} that has the ${words(a.name)}; the test's own timeout ends the wait. */`,
    `export async function ${name}(events: AsyncIterable<${type}>, wanted = ${value(a, random)}): Promise<${type}> {`,
    `  for await (const ${one} of events) if (${one}.${a.name} >= wanted) return ${one};`,
    `  return assert.fail('the stream of ${one} events ended early');`,
    '}',
  ],
};

const asserter: Recipe = {
  name: ({ random, entity, a }) => `${random.pick(['assert', 'expect', 'require'])}${entity.type}${capital(a.name)}`,
  body: (name, { random, entity: { type, one }, a, b }) => [
    `export function ${name}(actual: ${type}, ${a.name}: number, tolerance = 0.${random.int(1, 9)}): void {`,
    `  const difference = Math.abs(actual.${a.name} - ${a.name});`,
    `  assert.ok(difference <= tolerance, \`${words(a.name)} of \${actual.name} is off by \${difference} ${a.unit}\`);`,
    `  assert.ok(actual.${b.name} >= ${b.low}, \`${words(b.name)} of ${one} \${actual.id} is below ${b.low}\`);`,
    `  assert.notEqual(actual.zoneId, '', '${one} stands in no zone');`,
    '}',
  ],
  again: (name, { entity: { type }, a, b }) => [
    `export function ${name}(actual: ${type}, ${a.name}: number): void {`,
    `  assert.deepEqual([actual.${a.name}, actual.${b.name} >= ${b.low}], [${a.name}, true]);`,
    '}',
  ],
};

const fixture: Recipe = {
  name: ({ random, entity, quality }) => `${random.pick(['seed', 'load', 'prepare'])}${capital(quality)}${capital(entity.many)}`,
  body: (name, { random, entity: { type, one, many }, a, b }) => [
    `export async function ${name}(store: Store, count = ${random.int(3, 30)}): Promise<${type}[]> {`,
    `  const ${many} = Array.from({ length: count }, (_, index) => ({`,
    `    id: \`${one}-\${index + ${random.int(1, 900)}}\`,`,
    `    ${a.name}: ${a.low} + (index * ${random.int(2, 13)}) % ${a.high},`,
    `    ${b.name}: index % ${random.int(2, 7)} === 0 ? ${b.low} : ${value(b, random)},`,
    `  })) as ${type}[];`,
    `  await store.insertAll('${many}', ${many});`,
    `  return ${many};`,
    '}',
  ],
  again: (name, { random, entity: { type, one, many }, a }) => [
    `export async function ${name}(store: Store, ...${a.name}: number[]): Promise<${type}[]> {`,
    `  const rows = ${a.name}.map((wanted, at) => ({ ...plain${type}, id: \`${one}-${random.hex(2)}-\${at}\`, ${a.name}: wanted }));`,
    `  return store.insertAll('${many}', rows).then(() => rows);`,
    '}',
  ],
};

/** Helpers shared by the tests of the TypeScript service. */
export const helpers: Language = {
  recipes: [builder, waiter, asserter, fixture],
  header: () => [
    "import assert from 'node:assert/strict';",
    '',
    `import type { ${entities.map(({ type }) => type).sort().join(', ')} } from '../../src/model/index.ts';`,
    "import type { Store } from '../../src/store/store.ts';",
    '',
  ],
  spell: (camelCase) => camelCase,
  naming: /export (?:async )?(?:function\*? |const )(\w+)/,
};
