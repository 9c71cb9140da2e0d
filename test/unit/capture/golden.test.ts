import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { claudeCode } from '../../../src/capture/agents/claudeCode/claudeCode.ts';
import { gitAiNotes } from '../../../src/capture/notes/gitAiNotes.ts';
import { parseNotes } from '../../../src/capture/notes/noteSource.ts';
import type { LogReading, PathMapper } from '../../../src/model/captureSource.ts';
import { context, logOf, readLog, repository, session, start } from './support.ts';

const golden = join(import.meta.dirname, '../../golden/capture');
const samples = join(import.meta.dirname, '../../../../shared/data/samples/claude');

/** One transcript with everything the tools can do. */
function fullSession(): string {
  const log = session();
  const file = `${repository}/src/tide.go`;
  log.prompt(start, 'Add the tide tables');
  const first = log.write(start + 60_000, file, null, 'package tide\n\n/* heights\n   in metres */\nfunc Low() float64 {\n\treturn 1.5\n}\n');
  log.read(start + 70_000, file, first.after);
  const second = log.edit(start + 120_000, file, '\treturn 1.5\n', '\tmetres := 1.5\n\treturn metres * scale()\n', first.after);
  log.edit(start + 150_000, file, 'nowhere', 'x', second.after, { outcome: 'failed' });
  log.edit(start + 160_000, file, 'float64', 'float32', second.after, { outcome: 'rejected' });
  const third = log.multiEdit(start + 180_000, file, [{ old_string: 'Low', new_string: 'Ebb' }, { old_string: '\n}\n', new_string: '\n}\n\nfunc scale() float64 { return 2 }\n' }], second.after);
  log.compactBoundary(start + 190_000);
  log.write(start + 240_000, file, third.after, third.after.replace('metres */', 'feet */'));
  log.edit(start + 250_000, '/home/ada/.claude/plans/a.md', 'a', 'b', 'a');
  const notebook = JSON.stringify({ cells: [{ id: 'c1', cell_type: 'code', source: ['import math\n', 'print(1)'] }] });
  log.notebookEdit(start + 260_000, `${repository}/a.ipynb`, 'c1', 'import math\nprint(math.pi)', notebook);
  log.bash(start + 270_000, 'make', { bashEditDiff: { files: [{ filePath: `${repository}/gen.go`, created: true, hunks: [{ oldStart: 0, oldLines: 0, newStart: 1, newLines: 2, lines: ['+package gen', '+\tvar generated = 1'] }] }] } });
  log.edit(start + 280_000, file, 'feet', 'fathoms', third.after, { outcome: 'unanswered' });
  return logOf(log.lines());
}

function shown({ contributions, counts, sessions }: LogReading): string {
  const plain = contributions.map((one) => ({ ...one, inserted: one.inserted.map((line) => [line.fingerprint, line.loose, line.flags, [...line.tokens].join(' ')]) }));
  return `${JSON.stringify({ contributions: plain, counts, sessions }, null, 1)}\n`;
}

/** Compares with a stored file; UPDATE_GOLDEN=1 stores it anew. */
function compare(name: string, text: string): void {
  const file = join(golden, name);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text);
  assert.equal(text, readFileSync(file, 'utf8'), `${name} differs; UPDATE_GOLDEN=1 stores it anew`);
}

describe('golden captures', () => {
  it('of a Claude Code transcript', async () => {
    compare('claudeSession.jsonl', fullSession());
    compare('claudeSession.json', shown(await readLog(readFileSync(join(golden, 'claudeSession.jsonl')))));
  });

  it('of git-ai notes', () => {
    const texts = readFileSync(join(golden, 'gitAiNotes.txt'), 'utf8').split('\n====\n');
    const readings = parseNotes(gitAiNotes, texts.map((text, at) => ({ commit: String(at).repeat(40), text })));
    compare('gitAiNotes.json', `${JSON.stringify(readings, null, 1)}\n`);
  });
});

describe('real Claude Code transcripts', () => {
  const everywhere: PathMapper = { map: (path, cwd) => ({ path, worktree: cwd ?? '/' }) };

  it('are read without a fault', async function () {
    if (!existsSync(samples)) {
      process.stdout.write('    (skipped: ../shared/data/samples is not here)\n');
      return this.skip();
    }
    let contributions = 0;
    for (const name of readdirSync(samples)) {
      const reading = await claudeCode.read(join(samples, name), null, { ...context(), paths: everywhere });
      assert.equal(reading.counts.unreadable, 0, name);
      contributions += reading.contributions.length;
    }
    assert.equal(contributions, 20);
  });
});
