import { truthOf } from './fates.ts';
import type { Truth } from './truth.ts';
import { finish } from './forge.ts';
import type { Scenario } from './scenario.ts';
import { newWorld } from './world.ts';
import type { World } from './world.ts';

/** Plays a scenario to its end and reads off the truth. The folders stay until `dropWorld`. */
export async function play(scenario: Scenario, seed: number): Promise<{ world: World; truth: Truth }> {
  const world = newWorld(scenario.name, seed);
  await scenario.play(world);
  const asOf = await finish(world);
  return { world, truth: truthOf(world, asOf) };
}
