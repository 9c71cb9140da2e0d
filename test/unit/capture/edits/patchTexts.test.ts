import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyTextEdits } from '../../../../src/capture/agents/copilotChat/textEdits.ts';
import { parseApplyPatch } from '../../../../src/capture/edits/applyPatch.ts';
import { parseSearchReplace } from '../../../../src/capture/edits/searchReplace.ts';
import { parseUnifiedDiff } from '../../../../src/capture/edits/unifiedDiff.ts';
import { storedUriPath, uriPath } from '../../../../src/capture/places/fileUri.ts';
import { nativePath } from '../../../../src/capture/places/nativePath.ts';
import { fingerprints, key } from '../support.ts';

describe('apply_patch texts', () => {
  it('give every file with what was done to it', () => {
    const text = ['sh <<EOF', '*** Begin Patch', '*** Add File: a b.ts', '+one', '+', '*** Update File: c.ts', '*** Move to: d.ts', '@@ class X', ' kept', '-old', '+new', '', '@@', '-- x', '+++ y', '*** Delete File: e.ts', '*** End Patch', '+not this'].join('\r\n');
    const edits = parseApplyPatch(text).map((edit) => {
      const { inserted, removed } = edit.lines(edit.file, key);
      return [edit.file, edit.operation, inserted.map((line) => line.fingerprint), removed.length];
    });
    assert.deepEqual(edits, [['a b.ts', 'create', fingerprints('one', ''), 0], ['d.ts', 'rename', fingerprints('new', '++ y'), 2], ['e.ts', 'delete', [], 0]]);
  });

  it('without a beginning are none', () => {
    assert.deepEqual(parseApplyPatch('*** Add File: a\n+x\n'), []);
  });
});

describe('unified diffs', () => {
  it('keep lines that look like heads of files or hunks', () => {
    const diff = 'diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,2 +1,3 @@ f()\n --- kept\n--- gone\n+@@ -1 +1 @@\n+++ two\n\\ No newline at end of file\n--- a/y\n+++ b/y\n@@ -9 +9 @@\n-p\n+q\n';
    assert.deepEqual(parseUnifiedDiff(diff), [[' --- kept', '--- gone', '+@@ -1 +1 @@', '+++ two'], ['-p', '+q']]);
  });
});

describe('SEARCH/REPLACE texts', () => {
  it('are read in both spellings; a block without its end is left out', () => {
    const text = '------- SEARCH\na\n=======\nb\n+++++++ REPLACE\n<<<<<<< SEARCH\n:start_line:4\n-------\nc\n=======\n>>>>>>> REPLACE\n<<<<<<< SEARCH\nd\n=======\ne';
    assert.deepEqual(parseSearchReplace(text), [{ from: 'a\n', to: 'b\n', all: false }, { from: 'c\n', to: '', all: false }]);
  });
});

describe("an editor's text edits", () => {
  const range = (startLineNumber: number, startColumn: number, endLineNumber: number, endColumn: number): object => ({ startLineNumber, startColumn, endLineNumber, endColumn });

  it('are places in the text before all of them', () => {
    const text = 'one\ntwo\nthree\n';
    assert.equal(applyTextEdits(text, [{ text: 'X', range: range(3, 1, 3, 6) }, { text: 'A\n', range: range(1, 1, 1, 1) }, { text: '', range: range(1, 4, 2, 4) }]), 'A\none\nX\n');
    assert.equal(applyTextEdits(text, [{ text: '!', range: range(9, 1, 99, 1) }]), 'one\ntwo\nthree\n!');
  });

  it('that overlap or have no place fit nothing', () => {
    assert.equal(applyTextEdits('one\n', [{ text: 'a', range: range(1, 1, 1, 3) }, { text: 'b', range: range(1, 2, 1, 4) }]), null);
    assert.equal(applyTextEdits('one\n', [{ text: 'a' }]), null);
  });

  it('of one piece do what cutting and joining does', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme-ascii' }).map((line) => line.replace(/[\r\n]/g, '')), { minLength: 1, maxLength: 6 }), fc.string(), fc.nat(), fc.nat(), (rows, put, from, to) => {
      const text = rows.join('\n');
      const [start, end] = [from % (text.length + 1), to % (text.length + 1)].sort((left, right) => left - right) as [number, number];
      const place = (at: number): [number, number] => [text.slice(0, at).split('\n').length, at - text.slice(0, at).lastIndexOf('\n')];
      assert.equal(applyTextEdits(text, [{ text: put, range: range(...place(start), ...place(end)) }]), text.slice(0, start) + put + text.slice(end));
    }));
  });
});

describe('places in logs', () => {
  it('are paths, whichever way they are written', () => {
    assert.deepEqual(
      ['file:///home/ada/a%20b', 'file:///c%3A/x/y', '/c:/x', 'vscode-remote://wsl%2Bubuntu/home/ada', 'untitled:x', 'file:///%ff', 'c:\\x'].map(uriPath),
      ['/home/ada/a b', 'c:\\x\\y', 'c:\\x', '/home/ada', null, '/%ff', 'c:\\x'],
    );
    assert.deepEqual([storedUriPath({ scheme: 'file', path: '/c:/x' }), storedUriPath({ scheme: 'git', path: '/x' }), storedUriPath(null)], ['c:\\x', null, null]);
  });

  it('of a Windows home are under /mnt elsewhere', () => {
    assert.deepEqual([nativePath('C:\\a\\b', '/'), nativePath('/home', '/'), nativePath('C:\\a', '\\')], ['/mnt/c/a/b', '/home', 'C:\\a']);
  });
});
