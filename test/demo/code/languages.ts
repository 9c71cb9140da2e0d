import { css } from './css.ts';
import { dates } from './dates.ts';
import { errors } from './errors.ts';
import { go } from './go.ts';
import { helpers } from './helpers.ts';
import { markdown } from './markdown.ts';
import { python } from './python.ts';
import type { Language } from './recipe.ts';
import { tests } from './tests.ts';
import { typescript } from './typescript.ts';

const allTypes = (): string[] => ["import type { Alert, Forecast, Plant, Sensor, Watering, Zone } from '../model/index.ts';", ''];

const byPath: readonly { matches: RegExp; language: Language }[] = [
  { matches: /^test\/helpers\/.*\.ts$/, language: helpers },
  { matches: /\.test\.ts$/, language: tests },
  { matches: /^src\/calendar\/.*\.ts$/, language: { ...typescript, recipes: dates, header: () => [] } },
  { matches: /^src\/devices\/.*\.ts$/, language: { ...typescript, recipes: errors, header: allTypes } },
  { matches: /\.ts$/, language: typescript },
  { matches: /\.go$/, language: go },
  { matches: /\.py$/, language: python },
  { matches: /\.css$/, language: css },
  { matches: /\.md$/, language: markdown },
];

/** The language a path is written in; throws for files that are not made of functions. */
export function languageOf(path: string): Language {
  const found = byPath.find(({ matches }) => matches.test(path));
  if (!found) throw new Error(`no language for ${path}`);
  return found.language;
}
