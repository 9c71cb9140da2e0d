import type { Language, Recipe } from './recipe.ts';
import { capital, snake, value, words } from './vocabulary.ts';

const column: Recipe = {
  name: ({ random, a, quality }) => `${random.pick(['add', 'derive', 'fill'])}${capital(quality)}${capital(a.name)}`,
  body: (name, { random, entity: { many }, a, b, quality }) => [
    `def ${name}(${many}: pd.DataFrame) -> pd.DataFrame:`,
    `    """Column of ${quality} ${words(a.name)}, filled forward for ${random.int(2, 12)} hours."""`,
    `    ${quality} = ${many}["${snake(a.name)}"].where(${many}["${snake(b.name)}"] > ${value(b, random)})`,
    `    ${many}["${quality}_${snake(a.name)}"] = ${quality}.ffill(limit=${random.int(2, 12)}).clip(${a.low}, ${a.high})`,
    `    return ${many}`,
  ],
};

const score: Recipe = {
  name: ({ random, entity, a }) => `${random.pick(['score', 'rate', 'weigh'])}${entity.type}${capital(a.name)}`,
  body: (name, { random, entity: { one }, a, b }) => [
    `def ${name}(${one}: dict[str, float], bias: float = 0.${random.int(11, 89)}) -> float:`,
    `    ${snake(a.name)} = ${one}.get("${snake(a.name)}", ${value(a, random)}.0)`,
    `    ${snake(b.name)} = max(${b.low}.0, ${one}["${snake(b.name)}"])`,
    `    weight = math.exp(-((${snake(a.name)} - ${value(a, random)}) ** 2) / ${random.int(12, 320)})`,
    `    return bias + weight * math.log1p(${snake(b.name)})`,
  ],
};

const window: Recipe = {
  name: ({ random, entity, quality }) => `${random.pick(['split', 'window', 'slice'])}${capital(quality)}${capital(entity.many)}`,
  body: (name, { random, entity: { one, many }, a }) => [
    `def ${name}(${many}: list[dict], hours: int = ${random.int(3, 48)}) -> Iterator[list[dict]]:`,
    '    batch: list[dict] = []',
    `    for ${one} in sorted(${many}, key=lambda row: row["observed_at"]):`,
    `        if batch and ${one}["observed_at"] - batch[0]["observed_at"] > hours * 3600:`,
    '            yield batch',
    '            batch = []',
    `        if ${one}["${snake(a.name)}"] >= ${value(a, random)}:`,
    `            batch.append(${one})`,
    '    if batch:',
    '        yield batch',
  ],
};

/** The rain forecast job. */
export const python: Language = {
  recipes: [column, score, window],
  header: () => ['import math', 'from collections.abc import Iterator', '', 'import pandas as pd', '', ''],
  spell: snake,
  naming: /^def (\w+)\(/,
};
