import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './command.ts';
import { oneFailed, onePassed, type Stage } from './stage.ts';

/** The folders whose tsconfig.json is checked: browser code knows other globals than the rest. */
const projects = ['.', 'src/webview', 'test/browser'];

/** TypeScript over every project; all of them together count as one test. */
export const typesStage: Stage = {
  name: 'types',
  run: async ({ root, node, print }) => {
    let failed = false;
    for (const project of projects) {
      if (!existsSync(join(root, project, 'tsconfig.json'))) continue;
      if (globSync('**/*.ts', { cwd: join(root, project), exclude: ['node_modules'] }).length === 0) continue;
      const { code, output } = await command(root, node, ['node_modules/typescript/bin/tsc', '--noEmit', '-p', project]);
      if (code === 0) continue;
      failed = true;
      print(output.trimEnd());
    }
    return failed ? oneFailed : onePassed;
  },
};
