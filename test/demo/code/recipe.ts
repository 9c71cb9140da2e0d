import type { Random } from '../../fixtures/random.ts';
import type { Draw } from './vocabulary.ts';

/**
 * One way to write a function. `name` proposes a name in camelCase; `body` gives
 * the lines for the name and the draw it is told, `again` those of a rewrite with the same two.
 */
export type Recipe = {
  name(draw: Draw): string;
  body(name: string, draw: Draw): string[];
  /** The same job done another way, as someone does who rewrites it. */
  again?(name: string, draw: Draw): string[];
};

/** A programming language of the product. */
export type Language = {
  recipes: readonly Recipe[];
  /** First lines of a new file. */
  header(path: string, random: Random): string[];
  /** How the language spells a name given in camelCase. */
  spell(camelCase: string): string;
  /** Finds a function's name in its opening line (group 1), spelled as the language does. */
  naming: RegExp;
};
