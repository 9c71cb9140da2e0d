import { existsSync, mkdirSync, mkdtempSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, matchesGlob } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { watchLogs } from '../../src/vscode/logWatch.ts';

/*
 * node watchLogs.ts FILES SECONDS     prints {"cpu","seconds","watched","noticed"}: processor ms while nothing happens
 */
const [files = '2000', seconds = '60'] = process.argv.slice(2);
const home = mkdtempSync(join(tmpdir(), 'ai-net-value-watch-'));

/** Layouts of the agents with the most files; as many as asked for, in folders of forty. */
function logFile(at: number): string {
  const folder = Math.floor(at / 40);
  switch (at % 4) {
    case 0:
      return `.codex/sessions/2026/${String(folder % 12 + 1).padStart(2, '0')}/${String(folder % 28 + 1).padStart(2, '0')}/rollout-${at}.jsonl`;
    case 1:
      return `.config/Code/User/workspaceStorage/w${folder}/chatSessions/s${at}.json`;
    default:
      return `.claude/projects/slug-${folder}/${at % 8 === 2 ? `session-${folder}/subagents/agent-${at}` : `session-${at}`}.jsonl`;
  }
}

try {
  const names = Array.from({ length: Number(files) }, (_, at) => join(home, logFile(at)));
  for (const name of names) {
    mkdirSync(dirname(name), { recursive: true });
    writeFileSync(name, '{"type":"user"}\n');
  }
  let changes = 0;
  let watched = 0;
  const logs = watchLogs({
    homes: () => [home], env: {},
    watch: ({ folder, pattern }, changed) => {
      if (!existsSync(folder)) return [];
      watched++;
      const watcher = watch(folder, { recursive: true }, (_event, name) => {
        if (name !== null && matchesGlob(name, pattern)) changed();
      });
      return [{ dispose: () => watcher.close() }];
    },
    changed: () => changes++,
  });
  await logs.look();
  await wait(2000);
  const before = process.cpuUsage();
  const start = performance.now();
  await wait(Number(seconds) * 1000);
  const { user, system } = process.cpuUsage(before);
  const during = performance.now() - start;
  // it did watch: one changed log of each kind is noticed
  for (const name of names.slice(0, 4)) writeFileSync(name, '{"type":"user"}\n'.repeat(2));
  for (let round = 0; round < 50 && changes < 4; round++) await wait(100);
  logs.dispose();
  process.stdout.write(JSON.stringify({ cpu: (user + system) / 1000, seconds: during / 1000, watched, noticed: changes }));
} finally {
  rmSync(home, { recursive: true, force: true });
}
