import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';

import { lexicalTokens } from '../../../src/model/lineText.ts';
import { editStrings } from '../../demo/agent.ts';
import { replaceLines } from '../../demo/line.ts';
import { formatted } from '../../demo/sourceFile.ts';
import { claudeLogPath, claudeSession } from '../../fixtures/claudeLog.ts';
import { applyReplacement } from '../../fixtures/claudeText.ts';
import { writeHistory } from '../../fixtures/gitHistory.ts';
import type { PlannedCommit } from '../../fixtures/gitHistory.ts';
import { ada, gitRepo } from '../../fixtures/gitRepo.ts';

const someLines = fc.array(fc.constantFrom('a();', 'b();', '}', '', 'c(d, e);'), { maxLength: 12 });

describe('what the fixtures promise', () => {
  it('edit strings turn the text before into the text after, and are found once', () => {
    fc.assert(fc.property(someLines, someLines, (old, now) => {
      const before = `${old.join('\n')}\n`;
      const after = `${now.join('\n')}\n`;
      const { oldString, newString } = editStrings(before, after);
      assert.equal(before.indexOf(oldString), before.lastIndexOf(oldString));
      assert.equal(applyReplacement(before, { old_string: oldString, new_string: newString }), after);
    }), { examples: [[['b();', 'b();', 'b();'], ['b();', 'b();', 'a();']]] });
  });

  it('a replacement of lines keeps the equal ones as they are', () => {
    fc.assert(fc.property(someLines, someLines, (old, now) => {
      const lines = old.map((text) => ({ text, ai: null }));
      const result = replaceLines(lines, 0, lines.length, now, (text) => ({ text, ai: null }), 'me');
      assert.deepEqual(result.map(({ text }) => text), now);
      if (JSON.stringify(old) === JSON.stringify(now)) assert.ok(result.every((line, index) => line === lines[index]));
    }));
  });

  it('the formatter changes white space only', () => {
    const long = `  const ${'long'.repeat(12)} = compute(${'argument, '.repeat(4)}last);`;
    assert.deepEqual(formatted(long).map((line) => /^\t*/.exec(line)?.[0].length), [1, 2, 1]);
    for (const line of [long, '    a(b);', '  /** text (in brackets) that is much longer than ninety columns, which is where others break. */']) {
      assert.deepEqual(lexicalTokens(formatted(line).join('\n')), lexicalTokens(line));
    }
  });

  it('a refused edit changes nothing and says so in a string', () => {
    const session = claudeSession({ id: 's', cwd: '/w' });
    const { after, resultUuid } = session.edit(0, '/w/a.ts', 'not there', 'x', 'text', { outcome: 'failed' });
    assert.equal(after, 'text');
    assert.equal(session.edit(1, '/w/a.ts', 'te', 'ta', 'text', { outcome: 'unanswered' }).resultUuid, null);
    const result = session.lines().map((line) => JSON.parse(line) as { uuid: string; toolUseResult?: unknown }).find(({ uuid }) => uuid === resultUuid);
    assert.equal(typeof result?.toolUseResult, 'string');
    assert.throws(() => session.edit(2, '/w/a.ts', 'not there', 'x', 'text'), /nothing to replace/);
    assert.equal(claudeLogPath('/h', '/w/my.repo', 's'), join('/h', '.claude', 'projects', '-w-my-repo', 's.jsonl'));
  });

  it('an imported history has the planned times, parents, names and texts', () => {
    const dir = mkdtempSync(join(tmpdir(), 'history-'));
    try {
      const repo = gitRepo(dir);
      const base = { author: ada, committer: ada, authorAt: 1_700_000_000_000, committerAt: 1_700_000_060_000 };
      const root: PlannedCommit = { ...base, parents: [], files: new Map([['gone', 'x\n']]), message: 'root\n' };
      const odd = 'a "quoted"\nnäme.txt';
      const side: PlannedCommit = { ...base, parents: [root], files: new Map([['gone', 'x\n'], ['s', 's\n']]), message: 'side\n' };
      const merge: PlannedCommit = { ...base, parents: [root, side], files: new Map([[odd, 'no line end'], ['s', 's\n']]), message: 'merge\n' };
      const ids = writeHistory(repo, [root, side, merge]);
      repo.git(['update-ref', 'refs/heads/main', ids.get(merge) ?? '']);
      assert.equal(repo.git(['log', '-1', '--format=%at %ct %P']).trim(), `1700000000 1700000060 ${ids.get(root)} ${ids.get(side)}`);
      assert.deepEqual(repo.git(['ls-tree', '-z', '--name-only', 'HEAD']).split('\0').filter(Boolean).sort(), [odd, 's'].sort());
      assert.equal(repo.git(['show', `HEAD:${odd}`]), 'no line end');
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
});
