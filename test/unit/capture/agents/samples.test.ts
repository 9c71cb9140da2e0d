import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LogReading, PathMapper } from '../../../../src/model/captureSource.ts';
import { context, temporaryFolder } from '../support.ts';
import { sourceOf } from './support.ts';

const samples = join(import.meta.dirname, '../../../../../shared/data/samples');
const everywhere: PathMapper = { map: (path, cwd) => ({ path, worktree: cwd ?? '/' }) };

/** Where a sample would lie in a home folder, and what is expected of all samples of the kind together. */
interface Samples {
  readonly source: string;
  readonly folder: string;
  readonly names: RegExp;
  readonly place: (name: string) => string;
  readonly accepted: number;
  /** Of samples that were cut down by their publishers. */
  readonly unreadable: number;
}

const kinds: readonly Samples[] = [
  { source: 'codex', folder: 'codex', names: /\.jsonl$/, place: (name) => name, accepted: 2, unreadable: 1 },
  { source: 'copilot-vscode', folder: 'copilot', names: /session_(?:simple|empty_then_patched|lookup_auto)\b.*\.jsonl?$|chat_session/, place: (name) => `chatSessions/${name}`, accepted: 1, unreadable: 0 },
  { source: 'copilot-cli', folder: 'copilot', names: /cli_|event_stream/, place: (name) => name, accepted: 2, unreadable: 0 },
  { source: 'gemini-cli', folder: 'gemini', names: /^(?!.*antigravity)/, place: (name) => `tmp/x/chats/${name}`, accepted: 2, unreadable: 0 },
  { source: 'qwen-code', folder: 'qwen', names: /\.jsonl$/, place: (name) => `projects/x/chats/${name}`, accepted: 0, unreadable: 0 },
  { source: 'opencode', folder: 'opencode', names: /\.db$/, place: (name) => name, accepted: 1, unreadable: 0 },
  { source: 'cline', folder: 'cline', names: /messages\.json$/, place: (name) => name, accepted: 4, unreadable: 0 },
  { source: 'cursor', folder: 'cursor', names: /\.jsonl$/, place: (name) => name, accepted: 0, unreadable: 0 },
  { source: 'windsurf', folder: 'windsurf', names: /\.jsonl$/, place: (name) => name, accepted: 2, unreadable: 0 },
  { source: 'continue', folder: 'continue', names: /\.json$/, place: (name) => name, accepted: 1, unreadable: 0 },
  { source: 'amp', folder: 'amp', names: /\.json$/, place: (name) => name, accepted: 0, unreadable: 0 },
  { source: 'pi', folder: 'pi', names: /\.jsonl$/, place: (name) => name, accepted: 1, unreadable: 0 },
  { source: 'droid', folder: 'droid', names: /\.jsonl$/, place: (name) => name, accepted: 1, unreadable: 0 },
];

/** Samples that no reader is for, and why. */
const unread: readonly (readonly [RegExp, string])[] = [
  [/^aider\//, 'its commits are the record: see trailers and authors'],
  [/^gemini\/.*antigravity/, 'no reader: partly encrypted, times to the second'],
  [/^cursor\/.*store\.db$/, 'no reader: the command line program keeps blobs of a private form'],
  [/^cline\/cline_sdk_session\.json$/, 'read beside its messages'],
  [/^opencode\/.*(?:part|message|schema)/, 'single files of a session, or the tables of the database'],
  [/^claude\//, 'see golden.test.ts'],
];

describe('samples of real logs', () => {
  it('all have a reader, or a reason why there is none', function () {
    if (!existsSync(samples)) {
      process.stdout.write('    (skipped: ../shared/data/samples is not here)\n');
      return this.skip();
    }
    const all = readdirSync(samples, { withFileTypes: true }).filter((entry) => entry.isDirectory()).flatMap(({ name }) => readdirSync(join(samples, name)).map((file) => `${name}/${file}`));
    assert.ok(all.length > 30);
    const isRead = (file: string): boolean => kinds.some(({ folder, names }) => file.startsWith(`${folder}/`) && names.test(file.slice(folder.length + 1)));
    assert.deepEqual(all.filter((file) => !isRead(file) && !unread.some(([pattern]) => pattern.test(file))), []);
  });

  for (const kind of kinds) {
    it(`of ${kind.source} are read without a fault`, async function () {
      if (!existsSync(samples)) {
        process.stdout.write('    (skipped: ../shared/data/samples is not here)\n');
        return this.skip();
      }
      using home = temporaryFolder();
      const readings: LogReading[] = [];
      const seen = new Set<string>();
      for (const name of readdirSync(join(samples, kind.folder)).filter((one) => kind.names.test(one))) {
        const file = join(home.path, kind.place(name));
        mkdirSync(dirname(file), { recursive: true });
        cpSync(join(samples, kind.folder, name), file);
        readings.push(await sourceOf(kind.source).read(file, null, { ...context(), paths: everywhere, seen }));
      }
      assert.ok(readings.length > 0);
      const sum = (count: keyof LogReading['counts']): number => readings.reduce((total, { counts }) => total + counts[count], 0);
      assert.deepEqual([sum('accepted'), sum('unreadable')], [kind.accepted, kind.unreadable]);
    });
  }
});
