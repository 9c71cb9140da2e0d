import assert from 'node:assert/strict';
import fc from 'fast-check';
import { agentTraceNotes, readTraceFile, tracedCommits } from '../../../src/capture/notes/agentTrace.ts';
import { checkpointIn, checkpointTools, describesCheckpoint } from '../../../src/capture/notes/entireCheckpoints.ts';
import { declaredTools } from '../../../src/capture/notes/trailers.ts';

const commit = 'a'.repeat(40);

function record(type: string, ranges: readonly (readonly [number, number])[], more: Record<string, unknown> = {}): Record<string, unknown> {
  const conversation = { url: 'https://x/1', contributor: { type, model_id: 'anthropic/claude' }, ranges: ranges.map(([start_line, end_line]) => ({ start_line, end_line, content_hash: 'murmur3:9f' })) };
  return { version: '0.1.0', id: 'r', timestamp: '2026-03-02T09:00:00Z', vcs: { type: 'git', revision: commit }, tool: { name: 'Cursor', version: '2' }, files: [{ path: './src/a.ts', conversations: [conversation] }], ...more };
}

const text = (...records: readonly unknown[]): string => records.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n');

/** A second before the records above. */
const made = Date.UTC(2026, 2, 2, 8, 59, 59);
const read = (...records: readonly unknown[]): ReturnType<typeof readTraceFile> => readTraceFile(text(...records), (id) => (id === commit ? made : null));

describe('Agent Trace records', () => {
  it('written at a commit attest its lines to a tool or a person, the later record first', () => {
    const { byCommit, attestsFrom, records } = read(record('ai', [[1, 10]]), record('human', [[3, 4]]), record('mixed', [[9, 9]]));
    const reading = byCommit.get(commit)!;
    assert.deepEqual(reading.attestations, [{ commit, path: 'src/a.ts', ranges: [[1, 2], [5, 8], [10, 10]], source: 'agent-trace', tool: 'cursor', model: 'anthropic/claude', session: 'https://x/1' }]);
    assert.deepEqual(reading.hand.map(({ ranges }) => ranges), [[[3, 4]]]);
    assert.deepEqual([reading.unknownKeys, attestsFrom, records], [1, made, 3]);
  });

  it('give a range to the contributor that it names itself', () => {
    const mixed = record('ai', [[1, 10]]);
    const ranges = [{ start_line: 1, end_line: 6 }, { start_line: 7, end_line: 8, contributor: { type: 'human' } }, { start_line: 9, end_line: 10, contributor: { type: 'ai', model_id: 'openai/gpt' } }];
    const files = [{ path: 'src\\win\\a.ts', conversations: [{ contributor: { type: 'ai', model_id: 'anthropic/claude' }, ranges }] }];
    const reading = read({ ...mixed, files }).byCommit.get(commit)!;
    assert.deepEqual(reading.attestations.map((one) => [one.path, one.model, one.ranges]), [['src/win/a.ts', null, [[1, 6], [9, 10]]]], 'one conversation is one contribution; of two models none is named');
    assert.deepEqual(reading.hand.map((one) => one.ranges), [[[7, 8]]]);
  });

  it('written while an agent edited attest nothing: they number lines that are not in the commit beneath', () => {
    const later = record('ai', [[1, 2]], { timestamp: '2026-03-02T09:30:00Z' });
    const before = record('ai', [[1, 2]], { timestamp: '2026-03-02T08:30:00Z' });
    const byTurn = record('ai', [[1, 2]], { metadata: { generation_id: 'g1' } });
    const byCall = record('ai', [[1, 2]], { metadata: { tool_use_id: 't1' } });
    const { byCommit, edits, attestsFrom } = read(later, before, byTurn, byCall, record('human', [[4, 4]], { timestamp: '2026-03-02T09:40:00Z' }));
    assert.deepEqual([byCommit.size, attestsFrom], [0, null]);
    assert.deepEqual(edits.map(({ onTopOf, path, tool }) => [onTopOf, path, tool]), Array.from({ length: 4 }, () => [commit, 'src/a.ts', 'cursor']));
    assert.equal(edits[0]!.at, Date.UTC(2026, 2, 2, 9, 30));
  });

  it('of a commit that is not here say nothing', () => {
    const { byCommit, edits, unreadable } = read(record('ai', [[1, 2]], { vcs: { type: 'git', revision: 'b'.repeat(40) } }));
    assert.deepEqual([byCommit.size, edits.length, unreadable], [0, 0, 0]);
  });

  it('of no full commit id or no time, or no record at all, attest nothing and are counted', () => {
    const rows = [record('ai', [[1, 2]], { vcs: { type: 'git', revision: 'abc123' } }), record('ai', [[1, 2]], { vcs: { type: 'jj', revision: commit } }), record('ai', [[1, 2]], { timestamp: 'soon' }), '{"cut', '42', { files: 5, vcs: { type: 'git', revision: commit } }];
    const { byCommit, edits, unreadable } = read(...rows);
    assert.deepEqual([byCommit.size, edits.length, unreadable], [0, 0, 6]);
    assert.deepEqual(tracedCommits(text(...rows)), [commit]);
  });

  it('with ranges that are none attest nothing', () => {
    assert.deepEqual(read(record('ai', [[0, 2], [5, 4], [1.5, 2]])).byCommit.get(commit)!.attestations, []);
  });

  it('damaged in any way are read around, and attest no more lines than they name', () => {
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>('__proto__', -1, 1e308, 'x'.repeat(3000), [[]], { length: 1e9 }));
    const damaged = fc.tuple(fc.constantFrom('vcs', 'files', 'timestamp', 'tool', 'metadata', 'id'), value).map(([name, wrong]) => record('ai', [[1, 9]], { [name]: wrong }));
    const files = value.map((wrong) => record('ai', [], { files: [wrong, { path: 'a.ts', conversations: [wrong, { contributor: wrong, ranges: [wrong, { start_line: 2, end_line: 3, contributor: wrong }] }] }] }));
    fc.assert(fc.property(fc.array(fc.oneof(damaged, files, value, fc.string()), { maxLength: 6 }), (rows) => {
      const { byCommit } = read(...rows);
      for (const { attestations } of byCommit.values()) for (const { path, ranges } of attestations) assert.ok(path !== '' && ranges.every(([first, last]) => first >= 1 && last >= first));
      checkpointTools(text(...rows));
    }), { numRuns: 1000 });
  });

  it('in a note speak of the commit that the note is on', () => {
    const other = 'b'.repeat(40);
    assert.deepEqual(agentTraceNotes.parse(JSON.stringify(record('ai', [[1, 2]]), null, 2), other, new Map()).attestations.map((one) => one.commit), [other]);
    assert.deepEqual(agentTraceNotes.parse('rubbish', other, new Map()).unreadable, 1);
  });
});

describe('Entire checkpoints', () => {
  it('name the tools of their sessions, and nothing more is taken of them', () => {
    assert.deepEqual(checkpointTools('{"checkpoint_id":"6f1c2d3e4f5a","agent":"Claude Code","initial_attribution":{"agent_lines":9}}'), ['claude']);
    assert.deepEqual(checkpointTools('{"sessions":[{"agent":"Codex"},{"agent":"codex-cli"},{}]}'), ['codex']);
    assert.deepEqual(['{}', '{"agent":5}', 'cut'].map(checkpointTools), [[], [], []]);
    const files = ['6f/1c2d3e4f5a/metadata.json', '6f/1c2d3e4f5a/0/metadata.json', '6f/1c2d3e4f5a/0/full.jsonl', '6f/1c2d3e4f5a/0/prompt.txt', '6f/1c2d3e4f5b/metadata.json'];
    assert.deepEqual(files.filter((path) => describesCheckpoint(path, '6f/1c2d3e4f5a')), files.slice(0, 2));
    assert.deepEqual([checkpointIn('Entire-Checkpoint: 6f1c2d3e4f5a'), checkpointIn('see Entire-Checkpoint: 6f1c2d3e4f5a')], ['6f/1c2d3e4f5a', null]);
  });

  it('declare an AI tool of no name where the commit names none', () => {
    assert.deepEqual(declaredTools('ada@x', 'Ada', 'Fix\n\nEntire-Checkpoint: 6f1c2d3e4f5a\n'), ['unknown']);
    assert.deepEqual(declaredTools('ada@x', 'Ada', 'Fix\n\nEntire-Checkpoint: 6f1c2d3e4f5a\nEntire-Agent: Codex\n'), ['codex']);
  });
});
