import type { Recipe } from './recipe.ts';
import { capital, value, words } from './vocabulary.ts';

const guarded: Recipe = {
  name: ({ random, entity, quality }) => `${random.pick(['try', 'guard', 'attempt'])}${capital(quality)}${entity.type}`,
  body: (name, { entity: { type, one }, a }) => [
    `export async function ${name}(send: () => Promise<${type}>): Promise<${type} | null> {`,
    '  try {',
    `    const ${one} = await send();`,
    `    if (${one}.${a.name} === undefined) throw new Error('${one} came back without ${words(a.name)}');`,
    `    return ${one};`,
    '  } catch (error) {',
    `    console.warn('${words(name)} failed, using the last known ${one}', error);`,
    '    return null;',
    '  }',
    '}',
  ],
  again: (name, { entity: { type, one }, a }) => [
    `export const ${name} = (send: () => Promise<${type}>): Promise<Result<${type}>> =>`,
    `  send().then((${one}) => (Number.isFinite(${one}.${a.name}) ? ok(${one}) : failed('no ${words(a.name)}')), failed);`,
  ],
};

const retry: Recipe = {
  name: ({ random, entity, quality }) => `${random.pick(['retry', 'repeat', 'persist'])}${capital(quality)}${entity.type}`,
  body: (name, { random, entity: { type, one }, a }) => [
    `/** Asks again after an error, with longer and longer pauses. */`,
    `export async function ${name}(ask: () => Promise<${type}>, attempts = ${random.int(2, 9)}): Promise<${type}> {`,
    '  let lastError: unknown;',
    '  for (let attempt = 1; attempt <= attempts; attempt += 1) {',
    '    try {',
    '      return await ask();',
    '    } catch (error) {',
    '      lastError = error;',
    `      const pauseMs = ${random.int(5, 60) * 10} * 2 ** attempt + ${value(a, random)};`,
    '      await new Promise((resolve) => setTimeout(resolve, pauseMs));',
    '    }',
    '  }',
    `  throw new Error(\`${one} did not answer after \${attempts} attempts\`, { cause: lastError });`,
    '}',
  ],
  again: (name, { random, entity: { type, one } }) => [
    `export async function ${name}(ask: (signal: AbortSignal) => Promise<${type}>): Promise<${type}> {`,
    `  const patience = AbortSignal.timeout(${random.int(4, 40) * 500});`,
    `  const pauses = [${random.int(100, 240)}, ${random.int(300, 900)}, ${random.int(1000, 2900)}];`,
    `  for (const pause of pauses) await ask(patience).catch(() => sleep(pause, '${one}', { signal: patience }));`,
    '  return ask(patience);',
    '}',
  ],
};

const classify: Recipe = {
  name: ({ random, entity, quality }) => `${random.pick(['classify', 'explain', 'describe'])}${capital(quality)}${entity.type}Error`,
  body: (name, { random, entity: { one }, a }) => [
    `export function ${name}(error: unknown): string {`,
    `  if (!(error instanceof Error)) return \`unknown ${one} error: \${String(error)}\`;`,
    `  if (error.message.includes('ECONNRESET')) return '${one}: the gateway hung up, try again in ${random.int(5, 90)} seconds';`,
    `  if (/timeout|ETIMEDOUT/.test(error.message)) return '${one}: no answer while reading ${words(a.name)}';`,
    `  return \`${one}: \${error.message} (code ${random.int(100, 599)})\`;`,
    '}',
  ],
  again: (name, { random, entity: { one }, a }) => [
    `const ${one}Advice${random.hex(2)}: Record<string, string> = { ECONNRESET: 'restart the gateway', ETIMEDOUT: 'check ${words(a.name)}' };`,
    `export function ${name}({ code = 'unknown', message }: NodeJS.ErrnoException): string {`,
    `  return \`${one} \${code}: \${message}; \${${one}Advice[code] ?? 'see the log'} (${random.int(10, 99)})\`;`,
    '}',
  ],
};

/** Error handling around the devices. */
export const errors: readonly Recipe[] = [guarded, retry, classify];
