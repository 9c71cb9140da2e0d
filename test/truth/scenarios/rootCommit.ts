import { create } from '../edits.ts';
import { commit } from '../history.ts';
import { aftermath, agentWork } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';
import { git, later } from '../world.ts';

/** A repository without a remote whose first commit already holds an agent's lines. */
export const rootCommit: Scenario = {
  name: 'root commit',
  async play(world) {
    const { me } = world;
    await git(world, world.root, ['init', '-q', '--template=', me.dir]);
    create(world, me, 'me', 'README.md', ['# Project', '', 'Notes on the project.']);
    create(world, me, 'ai', 'src/store.ts', 30);
    create(world, me, 'me', 'server/queue.go', 20);
    agentWork(world, me, 1, ['server/queue.go']);
    await commit(world, me);
    later(world, 2);
    agentWork(world, me, 2);
    await commit(world, me);
    await aftermath(world);
  },
};
