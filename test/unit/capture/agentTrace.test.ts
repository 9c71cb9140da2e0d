import assert from 'node:assert/strict';
import { agentTraceNotes, readTraceFile } from '../../../src/capture/notes/agentTrace.ts';
import { checkpointIn, checkpointTool } from '../../../src/capture/notes/entireCheckpoints.ts';
import { declaredTools } from '../../../src/capture/notes/trailers.ts';

const commit = 'a'.repeat(40);

function record(type: string, ranges: readonly (readonly [number, number])[], more: Record<string, unknown> = {}): Record<string, unknown> {
  const conversation = { url: 'https://x/1', contributor: { type, model_id: 'anthropic/claude' }, ranges: ranges.map(([start_line, end_line]) => ({ start_line, end_line, content_hash: 'murmur3:9f' })) };
  return { version: '0.1.0', id: 'r', timestamp: '2026-03-02T09:00:00Z', vcs: { type: 'git', revision: commit }, tool: { name: 'Cursor', version: '2' }, files: [{ path: './src/a.ts', conversations: [conversation] }], ...more };
}

const text = (...records: readonly unknown[]): string => records.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n');

describe('Agent Trace records', () => {
  it('attest lines to a tool or a person, the later record first', () => {
    const reading = readTraceFile(text(record('ai', [[1, 10]]), record('human', [[3, 4]]), record('mixed', [[9, 9]]))).get(commit)!;
    assert.deepEqual(reading.attestations, [{ commit, path: 'src/a.ts', ranges: [[1, 2], [5, 8], [10, 10]], source: 'agent-trace', tool: 'cursor', model: 'anthropic/claude', session: 'https://x/1' }]);
    assert.deepEqual(reading.hand.map(({ ranges }) => ranges), [[[3, 4]]]);
    assert.equal(reading.unknownKeys, 1);
  });

  it('of no full commit, or no record at all, attest nothing and are counted', () => {
    const readings = readTraceFile(text(record('ai', [[1, 2]], { vcs: { type: 'git', revision: 'abc123' } }), record('ai', [[1, 2]], { vcs: { type: 'jj', revision: commit } }), '{"cut', '42', { files: 5, vcs: { type: 'git', revision: commit } }));
    assert.deepEqual([...readings.keys()], ['']);
    assert.equal(readings.get('')!.unreadable, 4);
  });

  it('with ranges that are none attest nothing', () => {
    assert.deepEqual(readTraceFile(text(record('ai', [[0, 2], [5, 4], [1.5, 2]]))).get(commit), undefined);
  });

  it('in a note speak of the commit that the note is on', () => {
    const other = 'b'.repeat(40);
    assert.deepEqual(agentTraceNotes.parse(JSON.stringify(record('ai', [[1, 2]]), null, 2), other, new Map()).attestations.map((one) => one.commit), [other]);
    assert.deepEqual(agentTraceNotes.parse('rubbish', other, new Map()).unreadable, 1);
  });
});

describe('Entire checkpoints', () => {
  it('name the tool of a session, and nothing more is taken of them', () => {
    assert.equal(checkpointTool('{"checkpoint_id":"6f1c2d3e4f5a","agent":"Claude Code","initial_attribution":{"agent_lines":9}}'), 'claude');
    assert.deepEqual(['{}', '{"agent":5}', 'cut'].map(checkpointTool), ['unknown', 'unknown', 'unknown']);
    assert.deepEqual([checkpointIn('Entire-Checkpoint: 6f1c2d3e4f5a'), checkpointIn('see Entire-Checkpoint: 6f1c2d3e4f5a')], ['6f/1c2d3e4f5a', null]);
  });

  it('declare an AI tool of no name where the commit names none', () => {
    assert.deepEqual(declaredTools('ada@x', 'Ada', 'Fix\n\nEntire-Checkpoint: 6f1c2d3e4f5a\n'), ['unknown']);
    assert.deepEqual(declaredTools('ada@x', 'Ada', 'Fix\n\nEntire-Checkpoint: 6f1c2d3e4f5a\nEntire-Agent: Codex\n'), ['codex']);
  });
});
