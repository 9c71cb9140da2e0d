import type { Language, Recipe } from './recipe.ts';
import { loadSince, merge, route } from './service.ts';
import { capital, entityFor, value, words } from './vocabulary.ts';

const select: Recipe = {
  name: ({ random, quality, entity }) => `${random.pick(['pick', 'find', 'list', 'choose'])}${capital(quality)}${capital(entity.many)}`,
  body: (name, { random, entity: { type, one, many }, a, b, quality }) => [
    `/** ${capital(many)} that count as ${quality}, by ${words(b.name)}. */`,
    `export function ${name}(${many}: readonly ${type}[], ${a.name}Limit = ${value(a, random)}): ${type}[] {`,
    `  const ${quality} = ${many}.filter((${one}) => ${one}.${a.name} ${random.pick(['<', '>', '<=', '>='])} ${a.name}Limit);`,
    `  return ${quality}.toSorted((left, right) => ${random.pick([`left.${b.name} - right.${b.name}`, `right.${b.name} - left.${b.name}`])} || left.name.localeCompare(right.name));`,
    '}',
  ],
  again: (name, { entity: { type, one, many }, a, b }) => [
    `export function ${name}(${many}: Iterable<${type}>, wanted: (${a.name}: number) => boolean): ${type}[] {`,
    `  const byName = Map.groupBy(${many}, (${one}) => ${one}.name);`,
    `  const first = [...byName.values()].flatMap((same) => same.slice(0, 1));`,
    `  return first.filter((${one}) => wanted(${one}.${a.name}) && ${one}.${b.name} !== ${b.low});`,
    '}',
  ],
};

const sumByZone: Recipe = {
  name: ({ random, a, quality }) => `${random.pick(['total', 'sum', 'collect'])}${capital(quality)}${capital(a.name)}`,
  body: (name, { random, entity: { type, one, many }, a, b }) => [
    `export function ${name}(${many}: Iterable<${type}>): Map<string, number> {`,
    `  const ${a.name}ByZone = new Map<string, number>();`,
    `  for (const ${one} of ${many}) {`,
    `    if (${one}.${b.name} < ${value(b, random)}) continue;`,
    `    const before = ${a.name}ByZone.get(${one}.zoneId) ?? 0;`,
    `    ${a.name}ByZone.set(${one}.zoneId, before + ${one}.${a.name});`,
    '  }',
    `  return ${a.name}ByZone;`,
    '}',
  ],
  again: (name, { entity: { type, one, many }, a, b }) => [
    `export function ${name}(${many}: Iterable<${type}>, zoneIds: readonly string[]): Record<string, number> {`,
    `  const counted = [...${many}].filter((${one}) => zoneIds.includes(${one}.zoneId) && ${one}.${b.name} > ${b.low});`,
    `  const sums = zoneIds.map((id) => [id, counted.reduce((sum, ${one}) => (${one}.zoneId === id ? sum + ${one}.${a.name} : sum), 0)]);`,
    '  return Object.fromEntries(sums);',
    '}',
  ],
};

const validate: Recipe = {
  name: ({ random, entity, a }) => `${random.pick(['check', 'validate', 'review'])}${entity.type}${capital(a.name)}`,
  body: (name, { random, entity: { type, one }, a, b }) => [
    `/** Says what is wrong with ${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}; empty when all is well. */`,
    `export function ${name}(${one}: ${type}): string[] {`,
    '  const problems: string[] = [];',
    `  if (!Number.isFinite(${one}.${a.name})) problems.push(\`\${${one}.name}: ${words(a.name)} is not a number\`);`,
    `  if (${one}.${a.name} < ${a.low} || ${one}.${a.name} > ${value(a, random) + a.high}) {`,
    `    problems.push(\`\${${one}.name}: ${words(a.name)} \${${one}.${a.name}} ${a.unit || 'steps'} is out of range\`);`,
    '  }',
    `  if (${one}.${b.name} === 0 && ${one}.${a.name} > ${value(a, random)}) problems.push(\`\${${one}.name}: ${words(b.name)} is missing\`);`,
    '  return problems;',
    '}',
  ],
  again: (name, { random, entity: { type, one }, a, b }) => [
    `const ${a.name}Range = { least: ${a.low}, most: ${a.high + random.int(1, 9)} };`,
    `export function ${name}(${one}: ${type}): string[] {`,
    `  const inside = ${one}.${a.name} >= ${a.name}Range.least && ${one}.${a.name} <= ${a.name}Range.most;`,
    `  if (inside && ${one}.${b.name} > 0) return [];`,
    `  return [\`\${${one}.name} needs ${words(a.name)} from \${${a.name}Range.least} to \${${a.name}Range.most} and some ${words(b.name)}\`];`,
    '}',
  ],
};

const estimate: Recipe = {
  name: ({ random, a, quality }) => `${random.pick(['estimate', 'predict', 'expect'])}${capital(quality)}${capital(a.name)}`,
  body: (name, { random, entity: { type, one }, a, b, quality }) => [
    `export function ${name}(${one}: ${type}, hourOfDay: number): number {`,
    `  const ${quality}Base = ${one}.${a.name} * 0.${random.int(11, 97)} + ${one}.${b.name} / ${random.int(3, 29)};`,
    `  const sunShare = Math.max(0, Math.sin(((hourOfDay - ${random.int(5, 8)}) / ${random.int(11, 15)}) * Math.PI));`,
    `  const ${a.name} = ${quality}Base * (1 + sunShare * 0.${random.int(12, 88)});`,
    `  return Math.min(${a.high}, Math.max(${a.low}, Math.round(${a.name} * 10) / 10));`,
    '}',
  ],
  again: (name, { random, entity: { type, one }, a, b }) => [
    `const ${a.name}ByHour = [${Array.from({ length: 8 }, () => `0.${random.int(10, 99)}`).join(', ')}];`,
    `export function ${name}(${one}: ${type}, hourOfDay: number): number {`,
    `  const factor = ${a.name}ByHour[Math.floor(hourOfDay / 3)] ?? 1;`,
    `  return Math.max(${a.low}, ${one}.${a.name} * factor - ${one}.${b.name} * 0.0${random.int(1, 9)});`,
    '}',
  ],
};

const formatRow: Recipe = {
  name: ({ random, entity, a }) => `${random.pick(['format', 'render', 'print'])}${entity.type}${capital(a.name)}Row`,
  body: (name, { random, entity: { type, one }, a, b }) => [
    `/** One table row: name, ${words(a.name)}, and a mark when ${words(b.name)} needs a look. */`,
    `export function ${name}(${one}: ${type}, width = ${random.int(18, 34)}): string {`,
    `  const label = ${one}.name.slice(0, width).padEnd(width, '${random.pick(['.', ' ', '·'])}');`,
    `  const ${a.name} = ${one}.${a.name}.toFixed(${random.int(0, 2)}).padStart(${random.int(5, 9)});`,
    `  const mark = ${one}.${b.name} > ${value(b, random)} ? '!' : ' ';`,
    `  return \`\${mark} \${label} \${${a.name}} ${a.unit}\`.trimEnd();`,
    '}',
  ],
  again: (name, { entity: { type, one }, a, b }) => [
    `export function ${name}({ name, ${a.name}, ${b.name} }: ${type}, columns: readonly number[]): string {`,
    `  const cells = [name, \`\${${a.name}} ${a.unit}\`, \`(${words(b.name)} \${${b.name}})\`];`,
    `  return cells.map((cell, column) => cell.padEnd(columns[column] ?? 0)).join('  ').trimEnd(); // one ${one} a line`,
    '}',
  ],
};

const rolling: Recipe = {
  name: ({ random, a, quality }) => `${random.pick(['smooth', 'average', 'trend'])}${capital(quality)}${capital(a.name)}`,
  body: (name, { random, entity: { type, one, many }, a, b }) => [
    `export function ${name}(${many}: readonly ${type}[], window = ${random.int(3, 24)}): number[] {`,
    `  const ${a.name}Means: number[] = [];`,
    `  let ${a.name}Sum = 0;`,
    `  for (const [index, ${one}] of ${many}.entries()) {`,
    `    ${a.name}Sum += ${one}.${a.name} * (${one}.${b.name} > ${value(b, random)} ? 0.${random.int(15, 85)} : 1);`,
    `    if (index >= window) ${a.name}Sum -= ${many}[index - window]?.${a.name} ?? 0;`,
    `    ${a.name}Means.push(${a.name}Sum / Math.min(index + 1, window));`,
    '  }',
    `  return ${a.name}Means;`,
    '}',
  ],
  again: (name, { random, entity: { type, one, many }, a, b }) => [
    `export function ${name}(${many}: Iterable<${type}>, weight = 0.${random.int(11, 89)}): number {`,
    `  const values = Array.from(${many}, (${one}) => ${one}.${a.name} / Math.max(${one}.${b.name}, ${b.low}));`,
    `  return values.reduce((level, ${a.name}) => level + weight * (${a.name} - level), values[0] ?? 0);`,
    '}',
  ],
};

/** The TypeScript service. */
export const typescript: Language = {
  recipes: [select, sumByZone, validate, estimate, formatRow, merge, loadSince, route, rolling],
  header(path, random) {
    const up = path.split('/').length === 2 ? './' : '../';
    const { type } = entityFor(path, random);
    return [`import type { ${type} } from '${up}model/${type.toLowerCase()}.ts';`, `import type { Store } from '${up}store/store.ts';`, ''];
  },
  spell: (camelCase) => camelCase,
  naming: /export (?:async )?(?:function\*? |const )(\w+)/,
};
