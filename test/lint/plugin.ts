import type { Rule } from './ast.ts';
import { arrows } from './rules/arrows.ts';
import { fileSize } from './rules/fileSize.ts';
import { noBarrel } from './rules/noBarrel.ts';
import { noSwallowedError } from './rules/noSwallowedError.ts';

const rules: Record<string, Rule> = {
  arrows,
  'file-size': fileSize,
  'no-barrel': noBarrel,
  'no-swallowed-error': noSwallowedError,
};

/** The house's own rules as an oxlint plugin (oxlint asks for a default export). */
export default { meta: { name: 'house' }, rules };
