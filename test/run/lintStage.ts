import { treeProblems } from '../lint/tree.ts';
import { command } from './command.ts';
import { oneFailed, onePassed, type Stage } from './stage.ts';

/** oxlint with the house's own rules, and what only the tree as a whole shows; together they count as one test. */
export const lintStage: Stage = {
  name: 'lint',
  run: async ({ root, node, print }) => {
    const { code, output } = await command(root, node, ['node_modules/oxlint/bin/oxlint', '--disable-nested-config']);
    if (code !== 0) print(output.trimEnd());
    const problems = treeProblems(root);
    for (const problem of problems) print(problem);
    return code === 0 && problems.length === 0 ? onePassed : oneFailed;
  },
};
