import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCaptureStore } from '../../../src/ledger/captureStore.ts';
import { exportAll } from '../../../src/ledger/exportAll.ts';
import { minute, second } from '../../../src/model/time.ts';
import { closeLedgers, openTestLedger, testRepository } from '../../fixtures/ledgers.ts';
import { logOf, readLog, repository, session, start } from './support.ts';

const file = `${repository}/src/tide.ts`;
const before = 'const low = 1;\nconst high = 2;\n';
type Json = Record<string, unknown>;

/** A transcript with everything that counts tokens, money, turns or acceptances as the program writes it, times `factor`. */
function transcript(factor: number | null, promptParts = 1): string {
  const log = session();
  for (let part = 0; part < promptParts; part++) log.prompt(start, `rename low, part ${part} of it`);
  log.edit(start + 20 * second, file, 'low', 'ebb', before);
  log.say(start + 25 * second, 'Done.');
  for (let part = 0; part < promptParts; part++) log.prompt(start + 4 * minute, 'and high');
  log.edit(start + 5 * minute, file, 'high', 'flood', before);
  log.record(start + 6 * minute, { type: 'system', subtype: 'turn_duration', ...(factor === null ? {} : { durationMs: 1000 * factor, messageCount: factor }) });
  const counted = (line: string): string => {
    const record = JSON.parse(line) as Json;
    if (factor === null || record['type'] !== 'assistant') return line;
    const usage = { input_tokens: 1200 * factor, output_tokens: 340 * factor, cache_read_input_tokens: 99 * factor, server_tool_use: { web_search_requests: factor } };
    return JSON.stringify({ ...record, costUSD: 0.25 * factor, num_turns: factor, acceptedLines: factor, message: { ...(record['message'] as Json), usage } });
  };
  return logOf(log.lines().map(counted));
}

/** Everything the ledger holds after it was read, without sizes of the log itself and how many records it had. */
async function heldOf(content: string): Promise<string[]> {
  const ledger = openTestLedger();
  const repo = testRepository(ledger);
  const reading = await readLog(content);
  createCaptureStore(ledger, repo).store('claude-code', { ...reading, counts: { ...reading.counts, records: 0 }, cursor: { ...reading.cursor, file: '/logs/a.jsonl', identity: '', size: 0, offset: 0, head: 0, modifiedAt: 0 } });
  return [...exportAll(ledger)];
}

describe('counts of tokens, prompts and acceptances', () => {
  afterEach(closeLedgers);

  it('change nothing that is kept, however large they are or whether they are there at all', async () => {
    const usual = await heldOf(transcript(1));
    assert.ok(usual.some((line) => line.includes('"kind":"turns"')) && usual.filter((line) => line.includes('"kind":"contribution"')).length === 2);
    assert.deepEqual(await heldOf(transcript(2)), usual);
    assert.deepEqual(await heldOf(transcript(1_000_003)), usual);
    assert.deepEqual(await heldOf(transcript(null)), usual);
  });

  it('of prompts: one sent in five pieces leaves the same but for its times', async () => {
    const withoutTurns = (lines: readonly string[]): string[] => lines.filter((line) => !line.includes('"kind":"turns"'));
    // each record has an id of its own, which the ids of later calls are made from in these logs
    const calls = (lines: readonly string[]): string[] => lines.map((line) => line.replaceAll(/toolu_\w+/g, 'toolu'));
    assert.deepEqual(calls(withoutTurns(await heldOf(transcript(1, 5)))), calls(withoutTurns(await heldOf(transcript(1)))));
  });

  it('are read by no name from any record', () => {
    const folder = join(import.meta.dirname, '../../../src/capture');
    const counting = /token|usage|cost|price|credit|billing|quota|num_?turns|message_?count|prompt_?count|request_?count|accept\w*(?:lines|count|rate|chars|characters)|lines_?accepted|total_?(?:input|output|lines|elapsed)|duration/i;
    const names: string[] = [];
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
      for (const [, name = ''] of text.matchAll(/\[['"](\w+)['"]\]/g)) names.push(`${entry.name} ${name}`);
    }
    assert.ok(names.length > 200, 'the search finds what is read');
    // Amp keeps the time and the model of a message in the object in which it also counts; the counts are not looked at
    assert.deepEqual(names.filter((name) => counting.test(name.split(' ')[1]!)).filter((name) => name !== 'amp.ts usage'), []);
  });
});
