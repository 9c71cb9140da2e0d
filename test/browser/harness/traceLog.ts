import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extensionId } from '../../workbench/summaryView.ts';
import type { Server } from '../../workbench/server.ts';

/** What the extension's log says of one change. */
export interface Told {
  readonly kind: string;
  /** Source that the editor named, or null. */
  readonly reason: string | null;
  /** Relative to the repository. */
  readonly file: string;
}

const line = /\[trace\] edit: (\w+), \+\d+ -\d+, (?:no reason given|reason ([\w.]+)): (.+)$/;

/** Every change that the extension's log tells of so far, in the order in which they settled. */
export function toldChanges({ data }: Pick<Server, 'data'>): readonly Told[] {
  const logs = globSync(`data/logs/*/exthost*/${extensionId}/*.log`, { cwd: data }).map((file) => join(data, file));
  return logs.filter((file) => existsSync(file)).flatMap((file) => readFileSync(file, 'utf8').split('\n')).flatMap((text) => {
    const found = line.exec(text);
    return found === null ? [] : [{ kind: found[1]!, reason: found[2] ?? null, file: found[3]! }];
  });
}
