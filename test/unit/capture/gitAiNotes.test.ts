import assert from 'node:assert/strict';
import fc from 'fast-check';
import { gitAiNotes, parseGitAiNote } from '../../../src/capture/notes/gitAiNotes.ts';
import { parseRanges, united, without } from '../../../src/capture/notes/lineRanges.ts';
import type { LineRange } from '../../../src/capture/notes/lineRanges.ts';
import { parseNotes } from '../../../src/capture/notes/noteSource.ts';
import { noteSources } from '../../../src/capture/notes/registry.ts';

const commit = '01b9f2a3c4d5e6f708192a3b4c5d6e7f80912a3b';
const metadata = {
  schema_version: 'authorship/3.0.0',
  prompts: {
    '977b292bb56455f2': { agent_id: { tool: 'claude-code', id: '46e969a32bba', model: 'claude-sonnet-5' } },
    '33fc001': { agent_id: { tool: 'opencode', id: 'old', model: '' } },
  },
  sessions: { s_33fc001b7ca69a: { agent_id: { tool: 'Codex', id: 'c1', model: 'unknown' }, human_author: 'Ada <ada@example.org>' } },
  humans: { h_0123456789abcd: { author: 'Ada <ada@example.org>' } },
};

function note(lines: readonly string[], data: unknown = metadata): string {
  return [...lines, '---', JSON.stringify(data, null, 1)].join('\n');
}

/** Path, tool and ranges of every attestation, and path and ranges of the hand-written lines. */
function seen(text: string): { ai: unknown[]; hand: unknown[]; unknownKeys: number; unreadable: number } {
  const { attestations, hand, unknownKeys, unreadable } = parseGitAiNote(text, commit);
  return { ai: attestations.map((one) => [one.path, one.tool, one.ranges]), hand: hand.map((one) => [one.path, one.ranges]), unknownKeys, unreadable };
}

describe('git-ai notes', () => {
  it('attest lines by every kind of key', () => {
    const { ai, hand, unknownKeys, unreadable } = seen(note([
      'src/a.rs', '  s_33fc001b7ca69a::t_2c617caad3d259 1-10,15', '  h_0123456789abcd 20-22', '  977b292bb56455f2 30',
      'src/b.rs', '  33fc001 4-5',
    ]));
    assert.deepEqual(ai, [
      ['src/a.rs', 'claude', [[30, 30]]], ['src/a.rs', 'codex', [[1, 10], [15, 15]]], ['src/b.rs', 'opencode', [[4, 5]]],
    ]);
    assert.deepEqual(hand, [['src/a.rs', [[20, 22]]]]);
    assert.deepEqual([unknownKeys, unreadable], [0, 0]);
  });

  it('give session and model, and no one’s name', () => {
    const reading = parseGitAiNote(note(['a.ts', '  977b292bb56455f2 1', '  s_33fc001b7ca69a::t_2c617caad3d259 2', '  h_0123456789abcd 3']), commit);
    assert.deepEqual(reading.attestations.map(({ session, model, source }) => [session, model, source]), [
      ['c1', null, 'git-ai'], ['46e969a32bba', 'claude-sonnet-5', 'git-ai'],
    ]);
    assert.doesNotMatch(JSON.stringify(reading), /Ada|example/);
  });

  it('count every line once where entries overlap, the later one holding', () => {
    const { ai } = seen(note(['a.ts', '  977b292bb56455f2 1-10,8-12', '  s_33fc001b7ca69a::t_1 5-6', '  s_33fc001b7ca69a::t_2 6-7', 'b.ts', '  977b292bb56455f2 1', 'a.ts', '  977b292bb56455f2 5']));
    assert.deepEqual(ai, [['a.ts', 'claude', [[1, 5], [8, 12]]], ['a.ts', 'codex', [[6, 7]]], ['b.ts', 'claude', [[1, 1]]]]);
  });

  it('take hand-written lines out of an AI’s, and the other way round, by the later entry', () => {
    assert.deepEqual(seen(note(['a.ts', '  977b292bb56455f2 1-10', '  h_0123456789abcd 4-5'])).ai, [['a.ts', 'claude', [[1, 3], [6, 10]]]]);
    assert.deepEqual(seen(note(['a.ts', '  h_0123456789abcd 4-5', '  977b292bb56455f2 1-10'])).hand, []);
  });

  it('read quoted paths', () => {
    const { ai } = seen(note(['"src/with space.ts"', '  33fc001 1', '"caf\\303\\251/a\\tb\\"c\\".ts"', '  33fc001 1', 'plain path.ts', '  33fc001 1']));
    assert.deepEqual(ai.map((one) => (one as [string])[0]), ['src/with space.ts', 'café/a\tb"c".ts', 'plain path.ts']);
  });

  it('leave lines of unknown keys unknown: no AI, no hand', () => {
    const { ai, hand, unknownKeys } = seen(note(['a.ts', '  977b292bb56455f2 1-5', '  z_12 2', '  ABCDEF12 3', '  0123456789abcdef0 4', '  mixed 5']));
    assert.deepEqual([ai, hand, unknownKeys], [[['a.ts', 'claude', [[1, 1]]]], [], 4]);
  });

  it('end at the first line that is only ---', () => {
    const { ai, unreadable } = seen(`a.ts\n  33fc001 1\n---\n${JSON.stringify({ ...metadata, note: '---' })}\n---\nb.ts\n  33fc001 1`);
    assert.deepEqual([ai, unreadable], [[['a.ts', 'unknown', [[1, 1]]]], 1]);
  });

  it('survive broken metadata: the lines are still an AI’s, of unknown name', () => {
    for (const rest of ['\n---\n{"prompts":', '\n---\n', '\n---\n[1]', '\n---\nnull', '']) {
      const { ai, unreadable } = seen(`a.ts\n  33fc001 1-3${rest}`);
      assert.deepEqual(ai, [['a.ts', 'unknown', [[1, 3]]]]);
      assert.equal(unreadable, rest === '\n---\n[1]' ? 0 : 1);
    }
    assert.equal(seen(note(['a.ts', '  33fc001 1'], { prompts: { '33fc001': 7 }, sessions: 'x' })).ai.length, 1);
  });

  it('count lines that cannot be read and read the others', () => {
    const { ai, unreadable } = seen(note(['  33fc001 1', 'a.ts', '  33fc001', '  33fc001 5-2', '  33fc001 0', '  33fc001 1,x', '', '  33fc001 7\r']));
    assert.deepEqual([ai, unreadable], [[['a.ts', 'opencode', [[7, 7]]]], 5]);
  });

  it('look a key up in whichever commit’s note describes it', () => {
    const [first] = parseNotes(gitAiNotes, [{ commit, text: note(['a.ts', '  977b292bb56455f2 1'], {}) }, { commit: commit.replace('0', '1'), text: note([]) }]);
    assert.deepEqual(first!.attestations.map(({ tool, session }) => [tool, session]), [['claude', '46e969a32bba']]);
  });

  it('say the same without their conversations', () => {
    const talk = { messages: [{ type: 'user', text: 'Please mend the pump.' }], human_author: 'Ada <ada@example.org>' };
    const chatty = { ...metadata, prompts: Object.fromEntries(Object.entries(metadata.prompts).map(([key, prompt]) => [key, { ...prompt, ...talk }])) };
    assert.doesNotMatch(gitAiNotes.brief(note(['a.ts', '  33fc001 1'], chatty)), /pump|Ada|humans/);
    const line = fc.constantFrom('a.ts', '"b\\303\\274 c.ts"', '  33fc001 1-3', '  977b292bb56455f2 2,5', '  s_33fc001b7ca69a::t_2 7\r', '  h_0123456789abcd 4', '  x', '---', '---\r', ' ---', '', '{', '[1]', 'null');
    const rest = fc.constantFrom(JSON.stringify(chatty, null, 1), JSON.stringify({ prompts: { '33fc001': 7, '977b292bb56455f2': null }, sessions: 'x' }), '{"prompts":[1,{"agent_id":{"tool":"cursor"}}]}', '{"prompts":{"__proto__":{"agent_id":{"tool":"codex","id":"\\ud800"}}}}', '{', '[1]', '');
    fc.assert(fc.property(fc.array(line, { maxLength: 8 }), fc.boolean(), rest, (lines, divided, data) => {
      const text = [...lines, ...(divided ? ['---'] : []), data].join('\n');
      const brief = gitAiNotes.brief(text);
      assert.deepEqual(gitAiNotes.parse(brief, commit, new Map()), gitAiNotes.parse(text, commit, new Map()));
      assert.deepEqual(gitAiNotes.agents(brief), gitAiNotes.agents(text));
    }));
  });

  it('are listed with ids and refs of their own', () => {
    assert.ok(noteSources.includes(gitAiNotes));
    assert.equal(new Set(noteSources.map(({ ref }) => ref)).size, noteSources.length);
  });
});

describe('line ranges', () => {
  const range = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 8 })).map(([first, more]): LineRange => [first, first + more]);
  const ranges = fc.array(range, { maxLength: 8 });
  const lines = (of: readonly LineRange[]): number[] => [...new Set(of.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at)))].sort((a, b) => a - b);

  it('united cover the same lines, each once, in order', () => {
    fc.assert(fc.property(ranges, (some) => {
      const result = united(some);
      assert.deepEqual(lines(result), lines(some));
      result.reduce((last, [first, end]) => { assert.ok(first > last + 1 && end >= first); return end; }, -1);
    }));
  });

  it('without others cover exactly the lines the others do not', () => {
    fc.assert(fc.property(ranges, ranges, (some, taken) => {
      const other = new Set(lines(taken));
      assert.deepEqual(lines(without(united(some), united(taken))), lines(some).filter((line) => !other.has(line)));
    }));
  });

  it('are read from text', () => {
    assert.deepEqual(parseRanges('1-10,15, 12-13,11'), [[1, 13], [15, 15]]);
    for (const bad of ['', 'a', '1-', '-3', '3-1', '0', '1;2', '99999999999']) assert.equal(parseRanges(bad), null, bad);
  });
});
