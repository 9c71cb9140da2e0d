import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Data that takes long to make stays in the system's temporary folder from run to run. */
export function cachePath(name: string): string {
  return join(tmpdir(), 'ai-net-value-bench', name);
}

/**
 * The facts of something made earlier, or now by `make` in the (empty) folder given. What was only half made is
 * made again. The name has to change with whatever the content depends on.
 */
export async function cached<Facts>(name: string, make: (folder: string) => Promise<Facts>): Promise<Facts> {
  const folder = cachePath(name);
  const ready = join(folder, 'ready.json');
  // written by the line below only
  if (existsSync(ready)) return JSON.parse(readFileSync(ready, 'utf8')) as Facts;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const facts = await make(folder);
  writeFileSync(`${ready}.new`, JSON.stringify(facts));
  renameSync(`${ready}.new`, ready);
  return facts;
}
