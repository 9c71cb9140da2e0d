import assert from 'node:assert/strict';
import { lineFlags } from '../../../src/model/lineText.ts';
import { claudeSession } from '../../fixtures/claudeLog.ts';
import { context, fingerprints, logOf, readGrowing, readLog, repository, session, start } from './support.ts';

const file = `${repository}/src/tide.ts`;
const before = 'export const low = 1;\n\nexport const high = 2;\n';

/** The records of a session, parsed, changed and written again. */
function changed(lines: readonly string[], change: (record: Record<string, unknown>) => unknown): string {
  return logOf(lines.map((line) => JSON.stringify(change(JSON.parse(line) as Record<string, unknown>))));
}

describe('Claude Code transcripts', () => {
  it('give a contribution with all its facts for an accepted edit', async () => {
    const log = session();
    const { toolUseId } = log.edit(start, file, 'low = 1;', 'low = 1.5; // metres', before);
    const { contributions, counts } = await readLog(logOf(log.lines()));
    assert.equal(contributions.length, 1);
    const { inserted, removed, ...facts } = contributions[0]!;
    assert.deepEqual(facts, {
      id: `claude-code:${toolUseId}`, source: 'claude-code', tool: 'claude', model: 'claude-opus-4-6', session: log.id, at: start + 400,
      path: 'src/tide.ts', worktree: repository, branch: 'feature/tide-tables', operation: 'edit', grade: 'recorded', mine: true,
    });
    assert.deepEqual(inserted.map(({ fingerprint }) => fingerprint), fingerprints('export const low = 1.5; // metres'));
    assert.deepEqual(removed, fingerprints('export const low=1;'));
    assert.deepEqual([counts.accepted, counts.rejected, counts.failed, counts.unanswered, counts.records], [1, 0, 0, 0, 2]);
  });

  it('give the new text with its tabs, not the patch that turned them into spaces', async () => {
    const log = session();
    log.edit(start, `${repository}/a.go`, 'x', '\t\tdeep(x)', 'x\n');
    assert.deepEqual((await readLog(logOf(log.lines()))).contributions[0]!.inserted.map((line) => line.fingerprint), fingerprints('\t\tdeep(x)'));
  });

  it('tell created from updated files', async () => {
    const log = session();
    const { after } = log.write(start, file, null, before);
    log.write(start + 1000, file, after, `${before}more(here)\n`);
    const { contributions } = await readLog(logOf(log.lines()));
    assert.deepEqual(contributions.map((one) => [one.operation, one.inserted.length]), [['create', 3], ['edit', 1]]);
  });

  it('give every occurrence of replaceAll', async () => {
    const log = session();
    log.edit(start, file, 'export const', 'const', before, { replaceAll: true });
    assert.deepEqual((await readLog(logOf(log.lines()))).contributions[0]!.inserted.map((line) => line.fingerprint), fingerprints('const low = 1;', 'const high = 2;'));
  });

  it('give what all parts of a MultiEdit together changed', async () => {
    const log = session();
    log.multiEdit(start, file, [{ old_string: 'low = 1', new_string: 'low = 10' }, { old_string: 'low = 10', new_string: 'ebb = 10' }], before);
    assert.deepEqual((await readLog(logOf(log.lines()))).contributions[0]!.inserted.map((line) => line.fingerprint), fingerprints('export const ebb = 10;'));
  });

  it('give notebook cells as the lines they will be in the file', async () => {
    const log = session();
    const notebook = JSON.stringify({ cells: [{ id: 'c1', cell_type: 'code', source: ['import math\n', 'print(1)'] }] });
    log.notebookEdit(start, `${repository}/a.ipynb`, 'c1', 'import math\n# "areas"\n\nprint(math.pi)', notebook);
    const [one] = (await readLog(logOf(log.lines()))).contributions;
    assert.deepEqual(one!.inserted.map(({ fingerprint }) => fingerprint), fingerprints('    "# \\"areas\\"\\n",', '    "\\n",', '    "print(math.pi)"'));
    assert.deepEqual(one!.inserted.map(({ flags }) => flags), [lineFlags.comment, lineFlags.blank, 0]);
    assert.deepEqual(one!.removed, fingerprints('"print(1)"'));
  });

  it('give one contribution for each file a shell command changed', async () => {
    const log = session();
    const hunk = { oldStart: 3, oldLines: 2, newStart: 3, newLines: 2, lines: [' keep', '-\told(line)', '+\tnew(line)', '\\ No newline at end of file'] };
    const { toolUseId } = log.bash(start, 'sed -i s/old/new/ *', {
      bashEditDiff: {
        files: [{ filePath: file, hunks: [hunk] }, { filePath: '/elsewhere/b.ts', hunks: [hunk] }, { filePath: `${repository}/c.ts`, hunks: [hunk], created: true }, { filePath: `${repository}/image.png`, hunks: [] }],
        changedFiles: 4, moreFiles: false,
      },
    });
    const { contributions, counts } = await readLog(logOf(log.lines()));
    assert.deepEqual(contributions.map((one) => [one.id, one.path, one.operation]), [
      [`claude-code:${toolUseId}:0`, 'src/tide.ts', 'edit'], [`claude-code:${toolUseId}:2`, 'c.ts', 'create'],
    ]);
    assert.deepEqual(contributions[0]!.inserted.map(({ fingerprint }) => fingerprint), fingerprints('\tnew(line)'));
    assert.deepEqual(contributions[0]!.removed, fingerprints('old(line)'));
    assert.equal(counts.elsewhere, 1);
  });

  it('count rejected and failed edits apart and make no contributions of them', async () => {
    const log = session();
    log.edit(start, file, 'low', 'ebb', before, { outcome: 'rejected' });
    log.edit(start, file, 'none such', 'ebb', before, { outcome: 'failed' });
    log.write(start, file, before, 'x', { outcome: 'interrupted' });
    log.edit(start, '/elsewhere/x.ts', 'low', 'ebb', before, { outcome: 'failed' });
    const { contributions, counts } = await readLog(logOf(log.lines()));
    assert.deepEqual([contributions.length, counts.accepted, counts.rejected, counts.failed], [0, 0, 1, 2]);
  });

  it('know a rejection by its words, by its kind and by its error', async () => {
    const log = session();
    const words = ['User rejected tool use', "The user doesn't want to take this action right now."];
    for (const at of [0, 1, 2]) log.edit(start + at, file, 'low', `ebb${at}`, before);
    let results = 0;
    const content = changed(log.lines(), (record) => {
      if (record['type'] !== 'user') return record;
      const at = results++;
      return at < 2 ? { ...record, toolUseResult: words[at] } : { ...record, toolUseResult: 'Error: hm', toolDenialKind: 'permission-rule' };
    });
    const { contributions, counts } = await readLog(content);
    assert.deepEqual([contributions.length, counts.rejected, counts.failed], [0, 3, 0]);
  });

  it('take text that was altered by the person before accepting as the tool reports it', async () => {
    const log = session();
    log.edit(start, file, 'low = 1;', 'low = 3;', before, { userModified: true });
    const [one] = (await readLog(logOf(log.lines()))).contributions;
    assert.deepEqual([one!.grade, one!.inserted.length], ['recorded', 1]);
  });

  it("confirm a subagent's edit by its result even without details, in the words of the call", async () => {
    const log = claudeSession({ id: 'b5f0c1d2-0000-4000-8000-000000000009', cwd: repository, agentId: 'a21e2f5' });
    log.edit(start, file, 'keep()\nlow()', 'keep()\nadded()', 'keep()\nlow()\n');
    log.edit(start, file, 'nothing', 'x', before, { outcome: 'failed' });
    const { contributions, counts } = await readLog(changed(log.lines(), ({ toolUseResult: _, ...record }) => record));
    assert.deepEqual(contributions.map((one) => one.inserted.map(({ fingerprint }) => fingerprint)), [fingerprints('added()')]);
    assert.deepEqual([contributions[0]!.session, contributions[0]!.model, counts.failed], [log.id, 'claude-opus-4-6', 1]);
  });

  it('take a result whose call was not seen', async () => {
    const log = session();
    log.edit(start, file, 'low', 'ebb', before);
    const { contributions } = await readLog(logOf(log.lines().slice(1)));
    assert.deepEqual(contributions.map((one) => [one.path, one.model]), [['src/tide.ts', null]]);
  });

  it('count calls without a result, until a later reading finds it', async () => {
    const log = session();
    log.edit(start, file, 'low', 'ebb', before);
    log.edit(start, file, 'high', 'flood', before, { outcome: 'unanswered' });
    log.edit(start, '/elsewhere/a.ts', 'high', 'flood', before, { outcome: 'unanswered' });
    const [call, result, lost, foreign] = log.lines();
    const readings = await readGrowing([logOf([call!, lost!, foreign!]), logOf([result!])]);
    assert.deepEqual(readings.map(({ counts }) => counts.unanswered), [2, -1]);
    assert.deepEqual(readings.map(({ contributions }) => contributions.length), [0, 1]);
    assert.equal(readings[1]!.contributions[0]!.model, 'claude-opus-4-6');
  });

  it('find the text of a call again that was read before its result, without having kept it', async () => {
    const log = session();
    log.edit(start, file, 'high', 'flood_of_words', before);
    const [call, result] = changed(log.lines(), ({ toolUseResult: _, ...record }) => record).split('\n');
    const readings = await readGrowing([`${call}\n`, `${result}\n`]);
    assert.ok(readings[0]!.cursor.carry !== null && !readings[0]!.cursor.carry.includes('flood'));
    assert.deepEqual(readings[1]!.contributions[0]!.inserted.map((line) => line.fingerprint), fingerprints('flood_of_words'));
    assert.deepEqual(JSON.parse(readings[1]!.cursor.carry!), { calls: [], counted: 0, turn: { session: log.id, here: true, asked: null } });
  });

  it('count an edit once when a resumed or forked session copies its records', async () => {
    const first = session();
    first.edit(start, file, 'low', 'ebb', before);
    first.edit(start, file, 'none', 'x', before, { outcome: 'failed' });
    const second = session('b5f0c1d2-0000-4000-8000-000000000002');
    second.copyFrom(first);
    second.edit(start + 60_000, file, 'high', 'flood', before);
    const seen = new Set<string>();
    await readLog(logOf(first.lines()), context(new Set(), seen));
    const copy = await readLog(logOf(second.lines()), context(new Set(), seen));
    assert.deepEqual([copy.contributions.length, copy.counts.duplicates, copy.counts.failed], [1, 1, 0]);
  });

  it('leave out what the ledger already holds', async () => {
    const log = session();
    const { toolUseId } = log.edit(start, file, 'low', 'ebb', before);
    const { contributions, counts } = await readLog(logOf(log.lines()), context(new Set([`claude-code:${toolUseId}`])));
    assert.deepEqual([contributions.length, counts.accepted, counts.duplicates], [0, 0, 1]);
  });

  it('count a record copied within one file once, also under another tool id', async () => {
    const log = session();
    log.edit(start, file, 'low', 'ebb', before);
    const lines = log.lines();
    const { contributions, counts } = await readLog(logOf([...lines, ...lines, lines[1]!.replace('toolu_01', 'toolu_02')]));
    assert.deepEqual([contributions.length, counts.duplicates], [1, 2]);
  });

  it('leave a session of another repository alone', async () => {
    const log = session('b5f0c1d2-0000-4000-8000-000000000003', '/home/ada/other');
    log.edit(start, '/home/ada/other/a.ts', 'low', 'ebb', before);
    log.edit(start, '/home/ada/other/a.ts', 'low', 'ebb', before, { outcome: 'rejected' });
    const { contributions, sessions, counts, cursor } = await readLog(logOf(log.lines()));
    assert.deepEqual([contributions, sessions, cursor.relevant], [[], [], false]);
    assert.deepEqual([counts.elsewhere, counts.rejected], [1, 0]);
  });

  it('follow a working directory that changes within a file', async () => {
    const log = session();
    log.say(start, 'hello');
    log.edit(start + 5000, 'src/tide.ts', 'low', 'ebb', before);
    log.say(start + 9000, 'bye');
    const lines = changed(log.lines(), (record) => (record['timestamp'] === new Date(start + 9000).toISOString() ? { ...record, cwd: '/tmp' } : record));
    const { contributions, sessions } = await readLog(lines);
    assert.equal(contributions[0]!.path, 'src/tide.ts');
    assert.deepEqual(sessions, [{ id: log.id, source: 'claude-code', tool: 'claude', startedAt: start, endedAt: start + 5400 }]);
  });

  it('count an edit of this repository that was made from elsewhere', async () => {
    const log = session('b5f0c1d2-0000-4000-8000-000000000003', '/home/ada');
    log.edit(start, file, 'low', 'ebb', before);
    const { contributions, cursor, sessions } = await readLog(logOf(log.lines()));
    assert.deepEqual([contributions.length, cursor.relevant, sessions.length], [1, true, 1]);
  });

  it('hand Windows paths to the path mapper as they are', async () => {
    const log = claudeSession({ id: 'b5f0c1d2-0000-4000-8000-000000000004', cwd: 'C:\\work\\tide', branch: 'main' });
    log.say(start, 'hello');
    log.edit(start, 'C:\\work\\tide\\src\\a.ts', 'low', 'ebb', before);
    const map = (path: string) => (path.startsWith('C:\\work\\tide\\') ? { path: path.slice(13).replaceAll('\\', '/'), worktree: 'C:\\work\\tide' } : null);
    const { contributions, sessions } = await readLog(logOf(log.lines()), { ...context(), paths: { map } });
    assert.deepEqual(contributions.map((one) => [one.path, one.worktree]), [['src/a.ts', 'C:\\work\\tide']]);
    assert.equal(sessions.length, 1);
  });

  it('name no branch for a detached head', async () => {
    const log = session();
    log.edit(start, file, 'low', 'ebb', before);
    const { contributions } = await readLog(changed(log.lines(), (record) => ({ ...record, gitBranch: 'HEAD' })));
    assert.equal(contributions[0]!.branch, null);
  });

  it('read the same from records that are not in the compact form', async () => {
    const log = session();
    log.prompt(start, 'please');
    log.read(start + 1, file, before);
    log.write(start + 2, `${repository}/b.ts`, null, before);
    log.edit(start + 3, file, 'low', 'ebb', before);
    log.bash(start + 4, 'ls', { stdout: '"structuredPatch" "tool_use_id":"' });
    log.edit(start + 5, file, 'x', 'y', before, { outcome: 'rejected' });
    log.compactBoundary(start + 6);
    log.record(start + 7, { type: 'mode', mode: 'plan' });
    log.record(start + 8, { type: 'not-known-yet' });
    const compact = await readLog(logOf(log.lines()));
    const spaced = await readLog(logOf(log.lines().map((line) => JSON.stringify(JSON.parse(line), null, 1).replace(/\n\s*/g, ' '))));
    assert.deepEqual(spaced.contributions, compact.contributions);
    assert.deepEqual(spaced.counts, compact.counts);
    assert.deepEqual(spaced.sessions, compact.sessions);
    assert.deepEqual([compact.contributions.length, compact.counts.rejected, compact.counts.unknownRecords], [2, 1, 1]);
  });

  it('leave nothing of prompts, prose, models’ usage or source text in what is handed on', async () => {
    const log = session();
    log.prompt(start, 'secretprompt');
    log.say(start, 'secretprose');
    log.write(start, file, null, 'const secretsource = 1;\n');
    log.edit(start, file, 'secretsource', 'secretsource2', 'const secretsource = 1;\n');
    log.bash(start, 'echo secretcommand', { stdout: 'secretoutput' });
    log.edit(start, file, 'secretold', 'secretnew', 'secretold', { outcome: 'unanswered' });
    const lines = changed(log.lines(), (record) => {
      const message = record['message'] as Record<string, unknown> | undefined;
      return record['type'] === 'assistant' ? { ...record, message: { ...message, usage: { input_tokens: 987_654, output_tokens: 987_654 } } } : record;
    });
    const text = JSON.stringify(await readLog(lines), (_name, value: unknown) => (value instanceof Int32Array ? [...value] : value));
    assert.match(text, /src\/tide\.ts/);
    assert.doesNotMatch(text, /secret|usage|prompt|987654|input_tokens|output_tokens/i);
  });
});
