import { start } from './forge.ts';
import { seededRandom } from '../fixtures/random.ts';
import { mixtureOps, mixtureOpNames } from './mixtureOps.ts';
import type { MixtureOpName } from './mixtureOps.ts';
import type { Scenario } from './scenario.ts';
import { later } from './world.ts';

/** The given steps one after the other over some weeks; a step that does not apply is left out. */
export function sequence(name: string, steps: readonly MixtureOpName[]): Scenario {
  return {
    name,
    async play(world) {
      await start(world, { size: 40 });
      for (const step of steps) {
        if (await mixtureOps[step](world)) later(world, world.random.pick([0.2, 0.5, 1, 1, 3, 8]));
      }
    },
  };
}

const usual: readonly MixtureOpName[] = ['start', 'start', 'agent', 'ownAndAgent', 'push', 'push', 'land', 'land', 'review', 'changeByMe', 'mateChanges', 'mateChanges', 'changeOnMain', 'changeOnMain', 'direct'];

/** A random sequence of steps by two people on several branches. */
export function mixture(seed: number): Scenario {
  const random = seededRandom(`mixture/${seed}`);
  const steps = Array.from({ length: random.int(16, 24) }, () => random.pick([...usual, ...mixtureOpNames]));
  return sequence('mixture', ['start', ...steps]);
}
