import { create, insert } from '../edits.ts';
import { land, start } from '../forge.ts';
import { branch, commit, push } from '../history.ts';
import { agentWork, aftermath } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** An agent works in a file whose bytes are Latin-1 (it sees replacement characters), and in one with mixed line ends. */
export const nonUtf8: Scenario = {
  name: 'non-UTF-8 file',
  async play(world) {
    await start(world);
    const { me } = world;
    const mixed = world.text.lines('ts', 16).map((text, i) => (i % 3 === 0 ? `${text}\r` : text));
    create(world, me, 'me', 'src/words.ts', world.text.lines('ts', 16).flatMap((text, i) => (i % 5 === 0 ? [text, `  // größer, weiß und süß ${i}`] : [text])), true);
    create(world, me, 'me', 'src/mixed.ts', mixed);
    await commit(world, me);
    await push(world, me);
    await branch(world, me, 'feature');
    agentWork(world, me, 2, ['src/words.ts']);
    agentWork(world, me, 2, ['src/mixed.ts']);
    insert(world, me, 'ai', 'src/store.ts', 6);
    await commit(world, me);
    await push(world, me);
    await land(world, 'feature', 'merge');
    await aftermath(world);
  },
};
