import { readFileSync } from 'node:fs';
import { captureLogs } from '../../src/capture/captureLogs.ts';
import { agentSources } from '../../src/capture/registry.ts';
import { listTree } from '../../src/git/blobs.ts';
import { createPathMapper, directoriesOf } from '../../src/git/pathMapping.ts';
import { runGit } from '../../src/git/process.ts';
import { readRepository } from '../../src/git/repositoryFacts.ts';

/*
 * node readLogs.ts extract|parse REPOSITORY HOME…     prints {"ms","bytes"}: processor time of reading alone, without the process's start
 */
const [how, repo = '.', ...homes] = process.argv.slice(2);
const places = homes.map((path) => ({ path, env: {} }));
const { ms, bytes } = how === 'extract' ? await extract() : await parse();
process.stdout.write(JSON.stringify({ ms, bytes }));

async function extract(): Promise<{ ms: number; bytes: number }> {
  const git = { directory: repo, env: process.env };
  const facts = await readRepository(git);
  const head = (await runGit(git, ['rev-parse', 'HEAD'])).toString('latin1').trim();
  const paths = createPathMapper(facts, directoriesOf((await listTree(git, head)).map(({ path }) => path)));
  const start = process.cpuUsage();
  const run = captureLogs({ sources: agentSources, homes: places, uid: process.getuid?.(), cursorOf: () => null, context: { key: { k0: 1, k1: 2 }, paths, known: () => false } });
  let read = 0;
  for await (const { reading } of run.readings) read += reading.bytesRead;
  return { ms: since(start), bytes: read };
}

async function parse(): Promise<{ ms: number; bytes: number }> {
  const start = process.cpuUsage();
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
  return { ms: since(start), bytes: read };
}

/** Milliseconds of processor time, in all threads: what else the machine does is not in it. */
function since(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

