import { randomBytes } from 'node:crypto';
import { createCaptureStore } from '../../../src/ledger/captureStore.ts';
import { createFollowStore } from '../../../src/ledger/followStore.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import { contribution, reading } from '../../fixtures/contributions.ts';
import { testRepository } from '../../fixtures/ledgers.ts';

/**
 * A process of its own that writes to a ledger, for tests of several at once.
 *
 *   capture FILE NAME COUNT    stores COUNT readings of one contribution each, in the repository `project`
 *   follow FILE NAME COUNT     does COUNT units of work in a repository of that name
 *   hang FILE                  begins a unit of work in `project`, writes, says so and waits to be killed
 */
const [, , task = '', file = '', name = '', count = '0'] = process.argv;
const ledger = openLedger({ file, random: randomBytes, now: Date.now, patience: 20_000 });
process.stderr.write(ledger.notices.join('\n'));

const tasks: Readonly<Record<string, () => void>> = {
  capture() {
    const store = createCaptureStore(ledger, testRepository(ledger));
    for (let at = 0; at < Number(count); at++) {
      store.store('claude-code', reading([contribution({ id: `${name}-${at}` }), contribution({ id: `shared-${at}` })], { file: `/logs/${name}.jsonl` }));
    }
  },
  follow() {
    const repo = testRepository(ledger, name);
    createCaptureStore(ledger, repo).store('claude-code', reading([contribution({ id: name })]));
    const store = createFollowStore(ledger, repo);
    const line = store.contributionsAt('src/a.ts')[0]!.lines[0]!;
    for (let at = 0; at < Number(count); at++) {
      store.unitOfWork(() => {
        line.first = { commit: 'a'.repeat(40), at: at + 1, path: 'src/a.ts', line: at + 1 };
        store.changed(line);
        store.setState(`unit ${at}`, Uint8Array.of(at));
      });
    }
  },
  hang() {
    const repo = testRepository(ledger);
    ledger.unit(() => {
      createCaptureStore(ledger, repo).store('claude-code', reading(Array.from({ length: 3000 }, (_, at) => contribution({ id: `never-${at}` }))));
      // Enough for SQLite to write pages out before the end.
      ledger.run('PRAGMA cache_spill = 1; PRAGMA cache_size = 10');
      createCaptureStore(ledger, repo).store('claude-code', reading(Array.from({ length: 3000 }, (_, at) => contribution({ id: `spilled-${at}` }))));
      process.stdout.write('written');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
    });
  },
};
tasks[task]!();
ledger.close();
