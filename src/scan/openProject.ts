import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { CaptureHome } from '../capture/logFiles.ts';
import { refuseForeignHome } from '../capture/ownership.ts';
import { readRepository } from '../git/repositoryFacts.ts';
import { readSettings } from '../git/settings.ts';
import { putFeltWeek } from '../ledger/answers.ts';
import { dismiss } from '../ledger/dismissals.ts';
import { takeLease } from '../ledger/lease.ts';
import type { Lease } from '../ledger/lease.ts';
import { ensureRepository } from '../ledger/repositories.ts';
import { HumanError } from '../model/humanError.ts';
import type { Project, ProjectOptions } from '../model/project.ts';
import type { RepositoryFacts } from '../model/repository.ts';
import { minute } from '../model/time.ts';
import { thisMachine } from './machine.ts';
import type { Machine } from './machine.ts';
import { ledgerFile, openUsersLedger, storeOf } from './openStore.ts';
import type { ProjectParts } from './projectParts.ts';
import { knownUntil, readBranches } from './readBranches.ts';
import type { Branches } from './readBranches.ts';

/** A scan of a long history takes this long at most before another one stops waiting for it. */
const longestWait = 10 * minute;
const askAgainAfter = 50;

/** Opens the repository that `repoDir` lies in, with the user's ledger. See model/project. */
export async function openProject(options: ProjectOptions, machine: Machine = thisMachine()): Promise<Project> {
  const git = { directory: resolve(options.repoDir), env: machine.env };
  const given = readSettings(git);
  // what scans is loaded while git answers
  const [facts, settings, homes, { scanProject }] = await Promise.all([readRepository(git, given), given, readableHomes(options.homes, machine), import('./scanProject.ts')]);
  const ledger = openUsersLedger(ledgerFile(options, machine));
  const name = nameOf(facts);
  const repo = ensureRepository(ledger, { commonDir: facts.commonDir, name, path: facts.top ?? facts.commonDir });
  const parts: ProjectParts = { options, git, facts, settings, ledger, repo, name, homes, uid: machine.uid };
  let branches: Promise<Branches> | null = null;
  const current = (): Promise<Branches> => (branches ??= readBranches(parts));
  const known = async (): Promise<number> => knownUntil((await current()).main, options.asOf);
  return {
    scan: async (signal) => {
      const lease = await waitForLease(parts, signal);
      try {
        branches = null;
        return await scanProject(parts, signal);
      } finally {
        lease.release();
      }
    },
    // each question loads what answers it: all of it takes longer to load than a scan that finds little new
    keepObserved: async (observed) => await (await import('./keepObserved.ts')).keepObserved(parts, (await current()).main, observed),
    recognise: async (file, text) => await (await import('./recogniseText.ts')).recogniseText(parts, (await current()).main, file, text),
    linesAhead: async () => await (await import('./linesAhead.ts')).linesAhead(parts),
    reportFacts: async () => (await import('./reportFacts.ts')).reportFacts(parts, await current()),
    async *lines() {
      yield* (await import('./lineRecords.ts')).lineRecords(parts, await known());
    },
    async *evidence(wanted) {
      yield* (await import('./lineRecords.ts')).evidenceLines(parts, wanted, await known());
    },
    dismiss: async (key) => dismiss(ledger, repo, key, options.asOf),
    answerWeek: async (felt) => putFeltWeek(ledger, felt, options.asOf),
    flipCoin: async () => await (await import('./flipCoin.ts')).flipCoin(parts, randomBytes(1)[0]!),
    setPaceRange: async (range) => (await import('./workFacts.ts')).keepPaceRange(ledger, range),
    explain: async (path) => await (await import('./explainFile.ts')).explainFile(parts, path),
    story: async (path, line) => await (await import('./lineStory.ts')).lineStory(parts, path, line, await known()),
    sources: async () => await (await import('./sourceHealth.ts')).sourceHealth(parts),
    ...storeOf(ledger),
    [Symbol.asyncDispose]: async () => ledger.close(),
  };
}

/** The user's own home, and further places of their logs; a place that belongs to someone else is refused. */
async function readableHomes(further: readonly string[], { home, env, uid }: Machine): Promise<CaptureHome[]> {
  const homes: CaptureHome[] = [{ path: home, env }];
  for (const each of further) {
    const path = resolve(each);
    const facts = await stat(path).catch(() => null);
    if (facts === null || !facts.isDirectory()) throw new HumanError(`There is no folder ${path}. Give --home an existing home folder with agent logs.`);
    refuseForeignHome(path, uid, facts);
    if (path !== home) homes.push({ path, env: {} });
  }
  return homes;
}

function nameOf(facts: RepositoryFacts): string {
  return facts.top === null ? basename(facts.commonDir).replace(/\.git$/, '') : basename(facts.top) || basename(dirname(facts.commonDir));
}

/** One scan at a time for each repository: a second window or terminal waits for the first and then finds little to do. */
async function waitForLease(parts: ProjectParts, signal: AbortSignal | undefined): Promise<Lease> {
  const owner = { pid: process.pid, token: randomBytes(8).toString('hex') };
  const start = performance.now();
  for (;;) {
    const lease = takeLease(parts.ledger, parts.repo, { owner, now: Date.now, term: longestWait });
    if (lease !== null) return lease;
    if (performance.now() - start > longestWait) throw new HumanError('Another scan of this repository is still running. Wait for it, or end the other window or terminal, and scan again.');
    parts.options.progress({ name: 'Waiting for another scan of this repository', done: 0, total: null });
    await wait(askAgainAfter, undefined, signal === undefined ? {} : { signal });
  }
}
