import type { Recipe } from './recipe.ts';
import { capital, snake, value, words } from './vocabulary.ts';

/** Takes over what came in. */
export const merge: Recipe = {
  name: ({ random, entity, quality }) => `${random.pick(['merge', 'apply', 'absorb'])}${capital(quality)}${capital(entity.many)}`,
  body: (name, { entity: { type, one }, a, b }) => [
    `/** Takes over newer ${words(a.name)} and ${words(b.name)}; returns how many changed. */`,
    `export function ${name}(known: Map<string, ${type}>, incoming: readonly ${type}[]): number {`,
    '  let changed = 0;',
    `  for (const ${one} of incoming) {`,
    `    const before = known.get(${one}.id);`,
    `    if (before?.${a.name} === ${one}.${a.name} && before.${b.name} === ${one}.${b.name}) continue;`,
    `    known.set(${one}.id, { ...before, ...${one} });`,
    '    changed += 1;',
    '  }',
    '  return changed;',
    '}',
  ],
  again: (name, { entity: { type, one, many }, a }) => [
    `export function ${name}(known: ReadonlyMap<string, ${type}>, incoming: readonly ${type}[]): Map<string, ${type}> {`,
    `  const newer = incoming.filter((${one}) => ${one}.${a.name} !== known.get(${one}.id)?.${a.name});`,
    `  return new Map([...known, ...newer.map((${one}) => [${one}.id, ${one}] as const)]); // other ${many} stay as they are`,
    '}',
  ],
};

/** Reads from the store. */
export const loadSince: Recipe = {
  name: ({ random, entity, quality }) => `${random.pick(['load', 'fetch', 'read'])}${capital(quality)}${capital(entity.many)}`,
  body: (name, { random, entity: { type, one, many }, a, b, quality }) => [
    `export async function ${name}(store: Store, since: number): Promise<${type}[]> {`,
    `  const rows = await store.all<${type}>(`,
    `    'SELECT * FROM ${many} WHERE updated_at > ? AND ${snake(a.name)} >= ${value(a, random)} ORDER BY ${snake(b.name)} DESC LIMIT ${random.int(2, 20) * 25}',`,
    '    [since],',
    '  );',
    `  const ${quality} = rows.filter((${one}) => ${one}.${b.name} !== null);`,
    `  store.log.debug('${name}', { read: rows.length, ${quality}: ${quality}.length });`,
    `  return ${quality};`,
    '}',
  ],
  again: (name, { entity: { type, one, many }, a, b }) => [
    `export async function* ${name}(store: Store, since: number, page = 200): AsyncGenerator<${type}> {`,
    '  for (let offset = 0; ; offset += page) {',
    `    const batch = await store.all<${type}>('SELECT * FROM ${many} WHERE updated_at > ? AND ${snake(a.name)} IS NOT NULL LIMIT ? OFFSET ?', [since, page, offset]);`,
    `    yield* batch.filter((${one}) => ${one}.${b.name} >= ${b.low});`,
    '    if (batch.length < page) return;',
    '  }',
    '}',
  ],
};

/** Answers over HTTP. */
export const route: Recipe = {
  name: ({ random, entity, a }) => `${random.pick(['get', 'answer', 'serve'])}${capital(entity.many)}By${capital(a.name)}`,
  body: (name, { random, entity: { type, one, many }, a, b }) => [
    `/** GET /${many}?${snake(a.name)}=… */`,
    `export async function ${name}(request: Request, store: Store): Promise<Response> {`,
    `  const asked = new URL(request.url).searchParams.get('${snake(a.name)}');`,
    `  const ${a.name} = Number(asked ?? ${value(a, random)});`,
    `  if (Number.isNaN(${a.name})) return Response.json({ error: '${words(a.name)} must be a number' }, { status: 400 });`,
    `  const ${many} = await store.all<${type}>('SELECT * FROM ${many} WHERE ${snake(a.name)} <= ?', [${a.name}]);`,
    `  return Response.json(${many}.map((${one}) => ({ id: ${one}.id, ${a.name}: ${one}.${a.name}, ${b.name}: ${one}.${b.name} })));`,
    '}',
  ],
  again: (name, { entity: { type, many }, a }) => [
    `export async function ${name}({ url }: Request, store: Store): Promise<Response> {`,
    `  const ${a.name} = numberParameter(url, '${snake(a.name)}', { least: ${a.low}, most: ${a.high} });`,
    `  if (!${a.name}.ok) return problem(400, ${a.name}.message);`,
    `  const rows = await store.all<${type}>('SELECT * FROM ${many} WHERE ${snake(a.name)} BETWEEN ? AND ?', [${a.low}, ${a.name}.value]);`,
    `  return Response.json({ ${many}: rows, next: rows.at(-1)?.id ?? null });`,
    '}',
  ],
};
