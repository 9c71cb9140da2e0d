import assert from 'node:assert/strict';
import { minute, second } from '../../../src/model/time.ts';
import type { Grade } from '../../../src/model/provenance.ts';
import { clearDesks, code, newDesk, rows, start } from './desk.ts';
import type { Desk, LineRow } from './desk.ts';

interface Source {
  readonly id: string;
  readonly grade: Grade;
  readonly found: boolean;
  readonly counts: { readonly records: number; readonly unreadable: number };
  readonly problems: readonly string[];
}

/** What git and the working tree hold beside the commits, from the records to the command line. */
describe('records beside the commits', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = newDesk();
  });
  afterEach(clearDesks);

  const traceFile = '.agent-trace/traces.jsonl';
  const trace = (revision: string, at: number, ranges: readonly (readonly [number, number])[], more: object = {}): string => `${JSON.stringify({
    version: '0.1.0', id: `r${at}`, timestamp: new Date(at).toISOString(), vcs: { type: 'git', revision }, tool: { name: 'cursor', version: '3' },
    files: [{ path: 'src/tide.ts', conversations: [{ url: 'file:///t/1.jsonl', contributor: { type: 'ai', model_id: 'anthropic/claude' }, ranges: ranges.map(([start_line, end_line]) => ({ start_line, end_line })) }] }], ...more,
  })}\n`;
  const sources = async (): Promise<Map<string, Source>> => new Map((JSON.parse((await desk.run(['sources', '--json'])).out) as Source[]).map((one) => [one.id, one]));
  const attested = async (): Promise<(string | number | null)[][]> => (await desk.lines()).filter((line) => line.tool !== 'claude').map((line: LineRow & { readonly grade?: string }) => [line.grade ?? '', line.tool, line.lineNow]);
  const declared = async (): Promise<unknown[][]> => rows((await desk.run(['data', 'export', '-'])).out).filter((row) => row['kind'] === 'declared').map((row) => [row['commit'], row['tool'], row['mine']]);

  it('in a trace file attest the lines of the commit they were written at', async () => {
    desk.repo.write('src/tide.ts', code(6));
    const id = desk.repo.commit('Add tide', { at: start });
    desk.repo.write(traceFile, trace(id, start + 2 * second, [[2, 4]]));
    await desk.scan();
    assert.deepEqual(await attested(), [2, 3, 4].map((line) => ['attested', 'cursor', line]));
    const found = (await sources()).get('agent-trace')!;
    assert.deepEqual([found.found, found.grade, found.counts.records, found.problems], [true, 'attested', 1, []]);
    // what comes to light later changes what earlier commits are told of
    desk.repo.write(traceFile, trace(id, start + 2 * second, [[2, 4]]) + trace(id, start + 3 * second, [[5, 5]]));
    await desk.scan();
    assert.equal((await attested()).length, 4);
    // and with the file gone nothing attests them any more
    desk.repo.remove(traceFile);
    await desk.scan();
    assert.deepEqual(await attested(), []);
  });

  it('in a trace file that tell of an edit on top of a commit attest none of that commit\'s lines, and declare the next', async () => {
    desk.agentWrites('src/first.ts', code(1, 'first'), 0);
    desk.repo.write('src/tide.ts', code(6));
    const beneath = desk.repo.commit('Add tide by hand', { at: start });
    desk.repo.write('src/other.ts', code(2, 'other'));
    desk.repo.write(traceFile, trace(beneath, start + 10 * minute, [[2, 4]]) + trace(beneath, start + 20 * second, [[3, 3]], { metadata: { generation_id: 'g' } }) + 'rubbish\n');
    await desk.scan();
    assert.deepEqual([await attested(), await declared()], [[], []]);
    // a commit that leaves the file alone is not it
    desk.repo.git(['checkout', '--quiet', '-b', 'aside']);
    desk.repo.commit('Add other', { at: start + 15 * minute });
    await desk.scan();
    assert.deepEqual(await declared(), []);
    desk.repo.git(['checkout', '--quiet', 'main']);
    desk.repo.write(traceFile, trace(beneath, start + 10 * minute, [[2, 4]]) + 'rubbish\n');
    desk.repo.write('src/tide.ts', code(8));
    const next = desk.repo.commit('Add to tide', { at: start + 20 * minute });
    await desk.scan();
    assert.deepEqual([await attested(), await declared()], [[], [[next, 'cursor', true]]]);
    const { found, counts, problems } = (await sources()).get('agent-trace')!;
    assert.deepEqual([found, counts.records, counts.unreadable], [true, 2, 1]);
    assert.match(problems.join(' '), /1 edit .* no line is taken/);
  });

  it('in a trace file that names lines of another person\'s commit tell nothing of how they work', async () => {
    desk.repo.write('src/tide.ts', code(6));
    const id = desk.repo.commit('Add tide', { at: start, who: { name: 'Wil', email: 'wil@elsewhere.example' } });
    desk.repo.write(traceFile, trace(id, start + 2 * second, [[1, 6]]));
    await desk.scan();
    assert.equal((await desk.lines()).filter(({ mine }) => mine).length, 0);
    assert.doesNotMatch((await desk.run(['data', 'export', '-'])).out, /anthropic|file:\/\/\/t/);
  });

  it('of Entire name the tool of a commit that only names a checkpoint', async () => {
    desk.agentWrites('src/first.ts', code(1, 'first'), 0);
    desk.repo.commit('Begin', { at: start });
    desk.repo.git(['checkout', '--quiet', '--orphan', 'entire/checkpoints/v1']);
    desk.repo.git(['rm', '-rfq', '--cached', '.']);
    desk.repo.write('0f/0902766951/metadata.json', JSON.stringify({ checkpoint_id: '0f0902766951', sessions: [{ metadata: '/0f/0902766951/0/metadata.json' }] }));
    desk.repo.write('0f/0902766951/0/metadata.json', JSON.stringify({ agent: 'Codex', model: 'gpt-5', initial_attribution: { agent_lines: 4, human_added: 0 } }));
    desk.repo.write('0f/0902766951/0/full.jsonl', '{"prompt":"what was said"}\n');
    desk.repo.git(['add', '0f']);
    desk.repo.git(['commit', '--quiet', '-m', 'Checkpoint: 0f0902766951'], { at: start + minute });
    desk.repo.git(['checkout', '--quiet', '--force', 'main']);
    desk.repo.write('src/tide.ts', code(8));
    const named = desk.repo.commit('Add to tide\n\nEntire-Checkpoint: 0f0902766951', { at: start + 2 * minute });
    desk.repo.write('src/tide.ts', code(9));
    const gone = desk.repo.commit('Add more\n\nEntire-Checkpoint: aaaaaaaaaaaa', { at: start + 3 * minute });
    await desk.scan();
    assert.deepEqual(new Map((await declared()).map(([commit, ...rest]) => [commit, rest])), new Map([[named, ['codex', true]], [gone, ['unknown', true]]]));
    assert.deepEqual(await attested(), [], 'a checkpoint speaks of no line');
    const { found, grade, counts } = (await sources()).get('entire')!;
    assert.deepEqual([found, grade, counts.records], [true, 'declared', 1]);
    assert.doesNotMatch((await desk.run(['data', 'export', '-'])).out, /what was said/);
  });
});
