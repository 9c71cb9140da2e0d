import { readFileSync } from 'node:fs';
import { captureLogs } from '../../src/capture/captureLogs.ts';
import { agentSources } from '../../src/capture/registry.ts';
import { listTree } from '../../src/git/blobs.ts';
import { createPathMapper, directoriesOf } from '../../src/git/pathMapping.ts';
import { runGit } from '../../src/git/process.ts';
import { readRepository } from '../../src/git/repositoryFacts.ts';

/*
 * node readLogs.ts extract|parse REPOSITORY HOME…     prints {"ms","cpu","bytes"}: reading alone, without the process's start; `cpu` is that of all threads
 */
const [how, repo = '.', ...homes] = process.argv.slice(2);
const places = homes.map((path) => ({ path, env: {} }));
process.stdout.write(JSON.stringify(how === 'extract' ? await extract() : await parse()));

interface Reading {
  readonly ms: number;
  readonly cpu: number;
  readonly bytes: number;
}

async function extract(): Promise<Reading> {
  const git = { directory: repo, env: process.env };
  const facts = await readRepository(git);
  const head = (await runGit(git, ['rev-parse', 'HEAD'])).toString('latin1').trim();
  const paths = createPathMapper(facts, directoriesOf((await listTree(git, head)).map(({ path }) => path)));
  const times = stopwatch();
  const run = captureLogs({ sources: agentSources, homes: places, uid: process.getuid?.(), cursorOf: () => null, context: { key: { k0: 1, k1: 2 }, paths, known: () => false } });
  let read = 0;
  for await (const { reading } of run.readings) read += reading.bytesRead;
  return { ...times(), bytes: read };
}

async function parse(): Promise<Reading> {
  const times = stopwatch();
  let read = 0;
  let objects = 0;
  for (const source of agentSources) {
    for (const { path, env } of places) {
      for (const file of await source.locate(path, env)) {
        const content = readFileSync(file);
        read += content.length;
        for (let from = 0; from < content.length; ) {
          const feed = content.indexOf(10, from);
          const end = feed < 0 ? content.length : feed;
          if (end > from && typeof JSON.parse(content.toString('utf8', from, end)) === 'object') objects++;
          from = end + 1;
        }
      }
    }
  }
  if (objects === 0) throw new Error('No log was found.');
  return { ...times(), bytes: read };
}

/** Milliseconds that went by, and those of the processor in all threads: what else the machine does is not in these. */
function stopwatch(): () => Omit<Reading, 'bytes'> {
  const start = performance.now();
  const used = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(used);
    return { ms: performance.now() - start, cpu: (user + system) / 1000 };
  };
}
