import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { claudeLogPath, claudeSession } from '../../fixtures/claudeLog.ts';
import { uuidFrom } from '../../fixtures/claudeRecords.ts';
import { land, start } from '../forge.ts';
import { branch, commit, enter, headOf, headOnDisk, push } from '../history.ts';
import { agentWork, aftermath } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';
import { git, wait } from '../world.ts';

/** A submodule, in which the agent works too: its lines are another repository's and are left alone. */
export const submodule: Scenario = {
  name: 'submodule left alone',
  async play(world) {
    await start(world);
    const { me } = world;
    await branch(world, me, 'feature');
    const library = join(world.root, 'library');
    await git(world, world.root, ['init', '-q', '--template=', library]);
    writeFileSync(join(library, 'lib.ts'), world.text.lines('ts', 12).map((text) => `${text}\n`).join(''));
    await git(world, library, ['add', '-A'], { as: 'mate' });
    await git(world, library, ['commit', '-q', '-m', 'Library'], { as: 'mate' });
    await git(world, me.dir, ['submodule', '--quiet', 'add', library, 'lib']);
    wait(world);
    await git(world, me.dir, ['commit', '-q', '-m', 'Add the library']);
    enter(world, me, headOnDisk(me), [me.head], headOf(world, me).tree);

    const inside = join(me.dir, 'lib');
    const cwd = me.dir;
    const session = claudeSession({ id: uuidFrom(`${world.name}/${world.seed}/submodule`), cwd, branch: 'feature' });
    const text = world.text.lines('ts', 8).map((line) => `${line}\n`).join('');
    session.write(wait(world), join(inside, 'more.ts'), null, text);
    world.sessions.set(claudeLogPath(world.home, cwd, session.id), session);
    writeFileSync(join(inside, 'more.ts'), text);
    appendFileSync(join(inside, 'lib.ts'), `${world.text.unlike('ts', 1, [])[0] ?? ''}\n`);
    await git(world, inside, ['add', '-A']);
    await git(world, inside, ['commit', '-q', '-m', 'More']);

    agentWork(world, me, 2);
    await commit(world, me);
    await push(world, me);
    await land(world, 'feature', 'merge');
    await aftermath(world);
  },
};
