import type { Random } from '../fixtures/random.ts';
import { isEffective, similarity, tokensOf } from './tokens.ts';

const nouns = ('account anchor batch beacon bucket buffer cache canvas channel cluster config cursor delta digest driver entry event filter folder frame gauge handle header index invoice item job journal kernel label ledger limit marker matrix member metric module node object option order packet parcel parser policy pool probe query queue record region report request result route sample schema scope segment session signal socket source stream table target task ticket timer token trace value vector window worker zone').split(' ');
const verbs = ('apply assign attach build check clear clone collect commit compute convert count decode derive detach emit encode expand fetch find flush format gather insert join limit list load lookup mark merge notify parse patch pick poll prepare publish read reduce refresh register release render replace resolve restore rotate save scan schedule select send sort split start store submit sync track trim update validate visit wait wrap write').split(' ');

const cap = (word: string): string => word[0]?.toUpperCase() + word.slice(1);

export type Language = 'ts' | 'go' | 'py';

/** Language of a path by its ending. */
export function languageOf(path: string): Language {
  return path.endsWith('.go') ? 'go' : path.endsWith('.py') ? 'py' : 'ts';
}

type Words = { noun(): string; verb(): string; call(): string; name(): string; number(): number };

const templates: Readonly<Record<Language, readonly ((w: Words) => string)[]>> = {
  ts: [
    (w) => `const ${w.name()} = ${w.call()}(${w.noun()}, ${w.number()});`,
    (w) => `if (${w.noun()}.${w.name()} > ${w.number()}) throw new RangeError('${w.noun()} ${w.verb()} ${w.noun()}');`,
    (w) => `export type ${cap(w.name())} = { ${w.noun()}: string; ${w.noun()}: number };`,
    (w) => `await this.${w.call()}({ ${w.noun()}: ${w.name()}, ${w.noun()}: '${w.noun()}-${w.number()}' });`,
    (w) => `return ${w.noun()}.${w.verb()}((${w.noun()}) => ${w.call()}(${w.noun()}));`,
    (w) => `logger.warn('${w.verb()} ${w.noun()} ${w.verb()} ${w.noun()} after ${w.number()} ms');`,
    (w) => `import { ${w.call()}, ${w.name()} } from './${w.noun()}${cap(w.noun())}.ts';`,
    (w) => `{ name: '${w.noun()} ${w.verb()}', input: ${w.number()}, want: '${w.name()}' },`,
    (w) => `for (const ${w.noun()} of ${w.name()}.${w.verb()}()) ${w.call()}(${w.noun()});`,
    (w) => `assert.equal(${w.call()}(${w.number()}), '${w.noun()} ${w.noun()}');`,
  ],
  go: [
    (w) => `${w.name()}, err := ${w.noun()}.${cap(w.call())}(ctx, ${w.number()})`,
    (w) => `func (${w.noun()[0] ?? 's'} *${cap(w.name())}) ${cap(w.call())}(${w.noun()} string, ${w.noun()} int) error {`,
    (w) => `return fmt.Errorf("${w.verb()} ${w.noun()} for ${w.noun()} ${w.number()}: %w", err)`,
    (w) => `{name: "${w.noun()} ${w.verb()}", input: ${w.number()}, want: "${w.name()}"},`,
    (w) => `defer ${w.noun()}.${cap(w.call())}(${w.name()})`,
    (w) => `log.Printf("${w.verb()} ${w.noun()} ${w.verb()} ${w.noun()} in %v", ${w.name()})`,
    (w) => `if got := ${w.call()}(${w.noun()}); got != ${w.number()} {`,
    (w) => `${cap(w.name())} map[string]*${cap(w.noun())} \`json:"${w.noun()}_${w.noun()}"\``,
  ],
  py: [
    (w) => `${w.noun()}_${w.noun()} = ${w.verb()}_${w.noun()}(${w.name()}, ${w.number()})`,
    (w) => `def ${w.verb()}_${w.noun()}_${w.noun()}(self, ${w.noun()}: str, ${w.noun()}: int = ${w.number()}) -> None:`,
    (w) => `raise ValueError(f"${w.verb()} ${w.noun()} {${w.name()}} of ${w.noun()}")`,
    (w) => `("${w.noun()} ${w.verb()}", ${w.number()}, "${w.name()}"),`,
    (w) => `assert ${w.verb()}_${w.noun()}("${w.noun()}") == ${w.number()}`,
    (w) => `return [${w.call()}(${w.noun()}) for ${w.noun()} in self.${w.name()}]`,
    (w) => `logging.info("${w.verb()} ${w.noun()} ${w.verb()} ${w.noun()} %s", ${w.name()})`,
    (w) => `from ${w.noun()}.${w.noun()} import ${cap(w.name())}, ${w.verb()}_${w.noun()}`,
  ],
};
const trivial: Readonly<Record<Language, readonly string[]>> = {
  ts: ['}', '});', '} else {', 'try {', ''], go: ['}', '} else {', ')', 'return nil', ''], py: ['else:', 'try:', ')', 'pass', ''],
};
const repeated: Readonly<Record<Language, readonly string[]>> = {
  ts: ["import assert from 'node:assert/strict';", 'return undefined as unknown;', "describe('behaviour', () => {"],
  go: ['if err != nil {', 't.Parallel()', 't.Helper()'],
  py: ['import logging', 'self.assertTrue(result)', '@pytest.fixture'],
};
const comment: Readonly<Record<Language, string>> = { ts: '//', go: '//', py: '#' };
const indents: Readonly<Record<Language, string>> = { ts: '  ', go: '\t', py: '    ' };

export type TextSource = {
  /** Lines as a person or an agent would write them: mostly distinct, some trivial, a few repeated. */
  lines(language: Language, count: number): string[];
  /** Distinct effective lines, each with similarity ≤ 0.4 to every line of `against`. */
  unlike(language: Language, count: number, against: readonly string[]): string[];
  /** One word exchanged, similarity ≥ 0.75; null when the line is too short for that. */
  tweak(text: string): string | null;
};

/** Text by a seeded grammar; distinct lines are distinct over the whole life of the source. */
export function textSource(random: Random, repeatChance = 0.03): TextSource {
  const used = new Set<string>();
  const words: Words = {
    noun: () => random.pick(nouns),
    verb: () => random.pick(verbs),
    call: () => random.pick(verbs) + cap(random.pick(nouns)),
    name: () => random.pick(nouns) + cap(random.pick(nouns)),
    number: () => random.int(11, 9999),
  };
  const fresh = (language: Language, fits: (text: string) => boolean): string => {
    for (let tries = 0; tries < 400; tries++) {
      const text = random.pick(templates[language])(words);
      if (used.has(text) || !fits(text)) continue;
      used.add(text);
      return text;
    }
    // Prose has hardly any punctuation, so it resembles no statement.
    const text = `${words.name()} ${words.verb()} ${words.call()} ${words.noun()} ${words.number()} ${words.name()} ${words.call()}`;
    used.add(text);
    return text;
  };
  const indent = (language: Language): string => indents[language].repeat(random.pick([0, 1, 1, 1, 2, 2]));

  return {
    lines: (language, count) => Array.from({ length: count }, () => {
      const dice = random.next();
      if (dice < 0.16) {
        const text = random.pick(trivial[language]);
        return text === '' ? '' : indent(language) + text;
      }
      if (dice < 0.2) return `${indent(language)}${comment[language]} ${words.verb()} the ${words.noun()} before ${words.noun()} ${words.number()}`;
      if (dice < 0.2 + repeatChance) return indent(language) + random.pick(repeated[language]);
      return indent(language) + fresh(language, () => true);
    }),
    unlike: (language, count, against) =>
      Array.from({ length: count }, () => indent(language) + fresh(language, (text) => against.every((other) => similarity(text, other) <= 0.4))),
    tweak(text) {
      if (!isEffective('', text) || tokensOf(text).length < 5) return null;
      for (let tries = 0; tries < 30; tries++) {
        const found = [...text.matchAll(/[A-Za-z]{4,}/g)];
        if (found.length === 0) return null;
        const word = random.pick(found);
        const now = text.slice(0, word.index) + words.name() + text.slice(word.index + word[0].length);
        if (used.has(now.trim()) || similarity(text, now) < 0.75 || similarity(text, now) === 1) continue;
        used.add(now.trim());
        return now;
      }
      return null;
    },
  };
}
