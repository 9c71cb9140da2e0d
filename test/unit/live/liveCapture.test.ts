import assert from 'node:assert/strict';
import { type LiveCapture, startLiveCapture } from '../../../src/capture/live/liveCapture.ts';
import type { ChangeKind } from '../../../src/capture/live/signal.ts';
import { editor, file, root, start } from './editor.ts';

describe('live capture', () => {
  let kinds: ChangeKind[];
  let capture: LiveCapture;
  beforeEach(() => {
    kinds = [];
    capture = startLiveCapture({ session: 'window', key: { k0: 1, k1: 2 }, branchOf: () => 'main', onSettled: (_document, { kind }) => void kinds.push(kind) });
  });

  it('makes an edit of the lines of an accepted completion', () => {
    const one = editor(capture);
    one.type('function total(\n');
    one.accept('whole', '  return values.length;\n}\n');
    one.wait(2500);
    const [edit, ...others] = capture.take(one.at()).get(root)?.edits ?? [];
    assert.deepEqual(others, []);
    assert.deepEqual(edit, { id: 'editor:window/5', session: 'window', at: one.at() - 2500, file, branch: 'main', tool: 'unknown', model: null, before: 'function total(\n', after: one.text() });
  });

  it('puts accepts of one suggestion, word by word, together, and keeps later ones apart', () => {
    const one = editor(capture);
    for (const word of ['return ', 'values', '.length;']) {
      one.accept('word', word);
      one.wait(400);
    }
    one.type('\n');
    one.wait(3000);
    one.accept('whole', 'second();\n');
    const edits = capture.take(one.at(), true).get(root)?.edits ?? [];
    assert.deepEqual(edits.map(({ before }) => before), ['second();\n', 'return values.length;\n']);
  });

  it('takes for accepted only what changed in the moment before the accept command told that it ran', () => {
    const one = editor(capture);
    one.insert('a snippet\n');
    one.wait(1500);
    capture.accepted(file, 'whole', one.at());
    one.insert('const accepted = 1;\n');
    capture.accepted(file, 'whole', one.at() + 3);
    one.type('x');
    one.insert('another snippet\n');
    one.wait(3000);
    const edits = capture.take(one.at()).get(root)?.edits ?? [];
    assert.deepEqual(edits.map(({ before }) => before), ['a snippet\nxanother snippet\n']);
  });

  it('leaves a key pressed before the accept command told that it ran to the person', () => {
    const one = editor(capture);
    one.insert('const accepted = 1;\n');
    one.type('x');
    capture.accepted(file, 'whole', one.at());
    one.wait(3000);
    assert.deepEqual(capture.take(one.at()).get(root)?.edits, []);
  });

  it('leaves an accept that may go on for the next time', () => {
    const one = editor(capture);
    one.accept('word', 'return value;');
    assert.deepEqual(capture.take(one.at() + 500).get(root)?.edits, []);
    assert.equal(capture.take(one.at() + 5000).get(root)?.edits.length, 1);
    assert.equal(capture.take(one.at() + 9000).size, 0);
  });

  it('takes a line for the person who typed most of it, and nothing that was undone', () => {
    const one = editor(capture);
    one.type('const result = compute(values');
    one.accept('whole', ');');
    one.wait(3000);
    assert.deepEqual(capture.take(one.at()).get(root)?.edits, []);
    one.accept('whole', '\nreturn result;');
    one.insert('', { reason: 'undo' }, one.text().length - 15, 15);
    one.wait(3000);
    assert.deepEqual(capture.take(one.at()).get(root)?.edits, []);
  });

  it('makes no edit of what an agent wrote to disk, whoever saw it', () => {
    const one = editor(capture, file, 'a\n');
    one.reload('a\nwritten by an agent\n');
    one.wait(3000);
    assert.equal(capture.take(one.at(), true).size, 0);
    assert.deepEqual(kinds, ['reload']);
  });

  it('makes no edit of 1,000 files that a checkout changes, and takes nothing of it for a reload', () => {
    capture.headMoved(root, start);
    for (let each = 0; each < 1000; each++) capture.diskChanged(`${root}/src/${each}.ts`, start);
    for (let each = 0; each < 1000; each++) editor(capture, `${root}/src/${each}.ts`, 'before\n').reload('const after = true;\nexport { after };\n');
    assert.equal(capture.take(start + 60_000, true).size, 0);
    assert.deepEqual([...new Set(kinds)], ['checkout']);
    assert.equal(kinds.length, 1000);
  });

  it('takes for a checkout also what git wrote before it moved HEAD', () => {
    const one = editor(capture, file, 'a\n');
    one.reload('b\n');
    capture.headMoved(root, one.at() + 300);
    capture.take(one.at() + 400);
    one.wait(20_000);
    one.reload('c\n');
    capture.headMoved(root, one.at() + 6_000);
    capture.take(one.at() + 6_100);
    assert.deepEqual(kinds, ['checkout', 'reload']);
  });

  it('takes for a checkout what git wrote while the index was locked, however long that took', () => {
    const one = editor(capture, file, 'a\n');
    capture.indexLocked(root, one.at());
    one.reload('b\n');
    one.wait(9_000);
    capture.headMoved(root, one.at());
    capture.take(one.at());
    one.wait(20_000);
    one.reload('written by an agent\n');
    one.wait(4_000);
    capture.indexLocked(root, one.at());
    capture.headMoved(root, one.at() + 300);
    capture.take(one.at() + 400);
    assert.deepEqual(kinds, ['checkout', 'reload']);
  });

  it('takes what comes a while after the announcement for the paste, where the machine is busy', () => {
    const one = editor(capture);
    capture.pasteAnnounced(file, one.at());
    one.wait(3_000);
    one.insert('pasted\n');
    capture.take(one.at());
    assert.deepEqual(kinds, ['paste']);
  });

  it('does not take its own save for a write by someone else', () => {
    const one = editor(capture);
    one.type('x');
    capture.saved(file, one.at());
    capture.diskChanged(file, one.at() + 85);
    one.wait(200);
    one.insert('as saved', { dirty: false }, 0, 1);
    capture.take(one.at());
    assert.deepEqual(kinds, ['typed', 'revert']);
  });

  it('takes one change for a paste, and no second one', () => {
    const one = editor(capture);
    capture.pasteAnnounced(file, one.at());
    one.insert('pasted text\n');
    one.insert('another text\n');
    capture.take(one.at());
    assert.deepEqual(kinds, ['paste', 'unknown']);
  });

  it('counts characters, and those that could not be told apart', () => {
    const one = editor(capture);
    one.type('ab c');
    one.insert(' by an extension ');
    assert.deepEqual(capture.take(one.at()).get(root)?.counts, { characters: 16, unknown: 13 });
  });

  it('knows where AI text is after the file was closed and opened again', () => {
    const one = editor(capture);
    one.type('typed line\n');
    one.accept('whole', 'accepted line\n');
    capture.closed(one.document);
    assert.equal(capture.take(one.at()).get(root)?.edits.length, 1);
    assert.equal(capture.hasAi(file, 0, 100), false);
    capture.opened({ ...one.document, text: () => `new line\n${one.text()}` });
    assert.equal(capture.hasAi(file, 0, 20), false);
    assert.equal(capture.hasAi(file, 20, 25), true);
  });

  it('begins anew where an event was missed', () => {
    const one = editor(capture);
    one.type('x');
    capture.changed(one.document, { at: one.at(), pieces: [{ offset: 90, removed: 5, text: '' }], reason: null, dirty: true, visible: true, atCaret: false, detailed: null });
    capture.take(one.at());
    one.type('yz');
    capture.take(one.at());
    assert.deepEqual(kinds, ['typed', 'typed', 'typed']);
  });
});
