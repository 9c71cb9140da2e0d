import { hour } from '../clock.ts';
import { entities } from '../code/vocabulary.ts';
import { commit, openDesk } from '../desk.ts';
import { handAdd, handText } from '../hand.ts';
import { addCommit, advanceMain, me } from '../project.ts';
import type { DemoState } from '../project.ts';
import { dayOf, fetchMain } from '../pullRequest.ts';

const readme = `# Fernwater

Waters balcony and greenhouse plants by soil moisture and rain forecast.

- \`src/\` the service: plants, zones, sensors, the planner
- \`agent/\` the program on the gateway beside the valves
- \`forecast/\` the nightly rain forecast job
- \`web/\` the dashboard
`;

const manifest = (version: string): string => `{
  "name": "fernwater",
  "version": "${version}",
  "type": "module",
  "scripts": {
    "start": "node src/main.ts",
    "test": "node --test"
  }
}
`;

const store = `import type { Log } from './log.ts';

/** Everything the service keeps, behind three calls. */
export type Store = {
  log: Log;
  all<T>(sql: string, values?: unknown[]): Promise<T[]>;
  insertAll(table: string, rows: readonly object[]): Promise<void>;
  update(table: string, id: string, change: object): Promise<void>;
};
`;

const main = `import { serve } from './server.ts';
import { openStore } from './store/open.ts';

const store = await openStore(process.env['FERNWATER_DB'] ?? 'fernwater.db');
const server = serve(store, { port: Number(process.env['PORT'] ?? 8040) });
process.on('SIGTERM', () => server.close());
`;

/** The first day: a skeleton, all written by hand. */
export function opening(state: DemoState): void {
  const root = addCommit(state, { parents: [], tree: new Map(), message: 'Start', author: me, authorAt: dayOf(state, 0) + 8 * hour });
  advanceMain(state, root);
  const desk = openDesk(state, 'me', 'main', root, root.committerAt + hour);
  handText(desk, 'README.md', readme);
  handText(desk, 'package.json', manifest('0.1.0'));
  handText(desk, '.gitignore', 'node_modules/\n*.db\n.claude/worktrees/\n');
  handText(desk, '.gitattributes', 'src/generated/** linguist-generated\n');
  advanceMain(state, commit(desk, 'Describe the project'));
  for (const { type, one, fields } of entities) {
    const members = fields.map(({ name, unit }) => `  ${name}: number;${unit ? ` // ${unit}` : ''}`).join('\n');
    handText(desk, `src/model/${one}.ts`, `export type ${type} = {\n  id: string;\n  name: string;\n  zoneId: string;\n${members}\n};\n`);
  }
  handText(desk, 'src/model/index.ts', entities.map(({ one, type }) => `export type { ${type} } from './${one}.ts';\n`).join(''));
  handText(desk, 'src/store/store.ts', store);
  handText(desk, 'src/main.ts', main);
  advanceMain(state, commit(desk, 'Add the model and the store interface'));
  handAdd(desk, 'src/sensors/readings.ts', 3);
  handAdd(desk, 'src/devices/valveClient.ts', 2);
  advanceMain(state, commit(desk, 'Read sensors and drive valves'));
  fetchMain(state, desk.at + hour / 4);
}
