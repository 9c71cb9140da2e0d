import { execFileSync } from 'node:child_process';

import { bytesOf } from './lines.ts';
import { gitEnv } from './world.ts';
import type { Side, World } from './world.ts';

/**
 * Reads every file of every commit of the model out of git and names those whose bytes are not the model's
 * (`<commit>:<path>`). A commit counts as present when either repository has it.
 */
export function commitsOtherThanModel(world: World): string[] {
  const wanted = [...world.commits.values()].flatMap(({ sha, tree }) => [...tree].map(([path, file]) => ({ name: `${sha}:${path}`, bytes: bytesOf(file) })));
  const sides = world.hub.head === '' ? [world.me] : [world.me, world.hub];
  const right = new Set<string>();
  const seen = new Set<string>();
  for (const side of sides) {
    const blobs = readBlobs(world, side, wanted.map(({ name }) => name));
    wanted.forEach(({ name, bytes }, i) => {
      const blob = blobs[i];
      if (blob === undefined || blob === null) return;
      seen.add(name);
      if (blob.equals(bytes)) right.add(name);
    });
  }
  return wanted.filter(({ name }) => !seen.has(name) || !right.has(name)).map(({ name }) => name);
}

function readBlobs(world: World, side: Side, names: readonly string[]): (Buffer | null)[] {
  const out = execFileSync('git', ['cat-file', '--batch'], { cwd: side.dir, env: gitEnv(world), input: `${names.join('\n')}\n`, maxBuffer: 256 << 20 });
  const blobs: (Buffer | null)[] = [];
  for (let at = 0; at < out.length;) {
    const end = out.indexOf(10, at);
    const size = Number(/ blob (\d+)$/.exec(out.toString('utf8', at, end))?.[1] ?? -1);
    blobs.push(size < 0 ? null : out.subarray(end + 1, end + 1 + size));
    at = size < 0 ? end + 1 : end + size + 2;
  }
  return blobs;
}
