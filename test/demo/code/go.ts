import type { Language, Recipe } from './recipe.ts';
import { capital, snake, value, words } from './vocabulary.ts';

const clamp: Recipe = {
  name: ({ random, a, quality }) => `${random.pick(['Clamp', 'Limit', 'Bound'])}${capital(quality)}${capital(a.name)}`,
  body: (name, { random, entity: { type, one }, a, b }) => [
    `// ${name} keeps ${words(a.name)} inside what the hardware can take.`,
    `func ${name}(${one} *${type}) error {`,
    `\tif ${one}.${capital(a.name)} < ${a.low} {`,
    `\t\treturn fmt.Errorf("${one} %s: ${words(a.name)} %d is below ${a.low}", ${one}.ID, ${one}.${capital(a.name)})`,
    '\t}',
    `\tif ${one}.${capital(a.name)} > ${a.high} && ${one}.${capital(b.name)} > ${value(b, random)} {`,
    `\t\t${one}.${capital(a.name)} = ${value(a, random)}`,
    '\t}',
    '\treturn nil',
    '}',
  ],
  again: (name, { random, entity: { type, one }, a, b }) => [
    `func ${name}(${one} *${type}) error {`,
    `\tlimit := min(${a.high}, ${one}.${capital(b.name)}*${random.int(2, 30)})`,
    `\t${one}.${capital(a.name)} = max(${a.low}, min(${one}.${capital(a.name)}, limit))`,
    `\treturn ${one}.Validate("${words(a.name)}")`,
    '}',
  ],
};

const collect: Recipe = {
  name: ({ random, entity, quality }) => `${random.pick(['Collect', 'Select', 'Gather'])}${capital(quality)}${capital(entity.many)}`,
  body: (name, { random, entity: { type, one, many }, a, b, quality }) => [
    `func ${name}(${many} []${type}, min${capital(a.name)} int) []${type} {`,
    `\t${quality} := make([]${type}, 0, len(${many}))`,
    `\tfor _, ${one} := range ${many} {`,
    `\t\tif ${one}.${capital(a.name)} < min${capital(a.name)} || ${one}.${capital(b.name)} == ${value(b, random)} {`,
    '\t\t\tcontinue',
    '\t\t}',
    `\t\t${quality} = append(${quality}, ${one})`,
    '\t}',
    `\treturn ${quality}`,
    '}',
  ],
};

const poll: Recipe = {
  name: ({ random, entity, a }) => `${random.pick(['Poll', 'Watch', 'Sample'])}${entity.type}${capital(a.name)}`,
  body: (name, { random, entity: { one }, a }) => [
    `func ${name}(ctx context.Context, bus Bus, readings chan<- int) error {`,
    `\tticker := time.NewTicker(${random.int(2, 90)} * time.Second)`,
    '\tdefer ticker.Stop()',
    '\tfor {',
    '\t\tselect {',
    '\t\tcase <-ctx.Done():',
    `\t\t\treturn fmt.Errorf("stop reading ${words(a.name)}: %w", ctx.Err())`,
    '\t\tcase <-ticker.C:',
    `\t\t\t${a.name}, err := bus.ReadRegister("${one}/${snake(a.name)}", ${random.int(16, 255)})`,
    '\t\t\tif err != nil {',
    `\t\t\t\treturn fmt.Errorf("read ${words(a.name)} of ${one}: %w", err)`,
    '\t\t\t}',
    `\t\t\treadings <- ${a.name}`,
    '\t\t}',
    '\t}',
    '}',
  ],
};

const encode: Recipe = {
  name: ({ random, entity, quality }) => `${random.pick(['Encode', 'Pack', 'Marshal'])}${capital(quality)}${entity.type}`,
  body: (name, { random, entity: { type, one }, a, b }) => [
    `// ${name} writes the frame the gateway expects: ${words(a.name)} first, then ${words(b.name)}.`,
    `func ${name}(${one} ${type}) []byte {`,
    `\tframe := make([]byte, ${random.int(6, 24)})`,
    `\tframe[0] = 0x${random.hex(2)}`,
    `\tbinary.BigEndian.PutUint16(frame[1:], uint16(${one}.${capital(a.name)}))`,
    `\tbinary.BigEndian.PutUint16(frame[3:], uint16(${one}.${capital(b.name)}*${random.int(2, 60)}))`,
    `\tframe[5] = checksum(frame[:5]) ^ 0x${random.hex(2)}`,
    '\treturn frame',
    '}',
  ],
};

/** The agent that runs on the gateway beside the valves. */
export const go: Language = {
  recipes: [clamp, collect, poll, encode],
  header: (path) => [
    `package ${path.split('/').at(-2) ?? 'main'}`, '', 'import (', '\t"context"', '\t"encoding/binary"', '\t"fmt"', '\t"time"', ')', '',
  ],
  spell: capital,
  naming: /^func (\w+)\(/,
};
