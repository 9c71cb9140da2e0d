import assert from 'node:assert/strict';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agentFixtures } from '../../../fixtures/agents/allAgents.ts';
import { seededRandom } from '../../../fixtures/random.ts';
import type { Random } from '../../../fixtures/random.ts';
import { temporaryFolder } from '../support.ts';
import { prepared, readHome, sumOf } from './support.ts';

/** Values of every type, the ones that tempt a reader to take too much, and names of an object's own workings. */
const wrong: readonly (() => unknown)[] = [
  null, true, -1, 1e308, '', '\u0000', '__proto__', 'x'.repeat(5000), '*** Begin Patch\n', '@@ -1,999999999 +1 @@\n', 'file:///%ff', 'C:\\x',
].map((value) => () => value).concat([() => [], () => ({}), () => [[]], () => ({ length: 1e9 }), () => Object.create(null) as object] as never[]);

function mutateText(bytes: Buffer, random: Random): Buffer {
  const how = random.int(0, 5);
  const at = random.int(0, Math.max(0, bytes.length - 1));
  if (how === 0) return bytes.subarray(0, at);
  if (how === 1) return Buffer.concat([bytes.subarray(0, at), Buffer.from(Array.from({ length: 20 }, () => random.int(0, 255))), bytes.subarray(at)]);
  if (how === 2) {
    const flipped = Buffer.from(bytes);
    for (let flip = 0; flip < 8 && flipped.length > 0; flip++) flipped[random.int(0, flipped.length - 1)]! ^= 1 << random.int(0, 7);
    return flipped;
  }
  const rows = bytes.toString('utf8').split('\n');
  if (how === 3) return Buffer.from(random.shuffle(rows).join('\n'));
  return Buffer.from(rows.map((row) => (random.chance(0.5) ? mutateJson(row, random) : row)).join('\n'));
}

/** Puts values of the wrong type in a few places of a JSON text. */
function mutateJson(text: string, random: Random): string {
  try {
    return JSON.stringify(JSON.parse(text), (_name, value: unknown) => (random.chance(0.06) ? random.pick(wrong)() : value)) ?? '';
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

/** Contents that tempt a reader to run deep, long or full. */
const monsters: readonly (readonly [string, string])[] = [
  ['brackets within brackets', '['.repeat(100_000) + ']'.repeat(100_000)],
  ['objects within objects', `${'{"messages":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
  ['one line without an end', `{"type":"user","message":"${'x'.repeat(4_000_000)}`],
  ['a great many records', '{"type":"user","role":"user","content":[],"k":["requests",4000000000,"response"],"kind":2,"v":[1],"i":4000000000}\n'.repeat(20_000)],
  ['a patch with a great many lines', JSON.stringify({ type: 'response_item', payload: { type: 'custom_tool_call', call_id: 'c', name: 'apply_patch', input: `*** Begin Patch\n*** Add File: a.ts\n${'+x\n'.repeat(100_000)}*** End Patch` } })],
];
/** Beyond what the process held before, in bytes. */
const mostMemory = 600_000_000;

function filesIn(home: string): string[] {
  return readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
}

describe('damaged logs of every agent', () => {
  for (const fixture of agentFixtures) {
    it(`${fixture.id}: are read around, whatever is in them`, async function () {
      this.timeout(20_000);
      using home = temporaryFolder();
      for (let round = 0; round < 12; round++) {
        const random = seededRandom(`${fixture.id} ${round}`);
        rmSync(home.path, { recursive: true, force: true });
        prepared(fixture, home.path);
        for (const file of filesIn(home.path)) writeFileSync(file, mutateText(readFileSync(file), random));
        const run = await readHome(fixture.id, home.path);
        for (const { contributions, counts } of run.readings) {
          for (const value of Object.values(counts)) assert.ok(Number.isSafeInteger(value));
          for (const one of contributions) assert.ok(Number.isSafeInteger(one.at) && one.path !== '' && one.id !== '');
        }
        // Damage may lose edits and may bring lines that were cut; it never makes many of few.
        assert.ok(sumOf(run, 'accepted') <= 4 * (fixture.edits.length + fixture.counts.rejected + fixture.counts.failed + fixture.counts.unanswered + fixture.counts.elsewhere + fixture.counts.duplicates));
      }
    });

    it(`${fixture.id}: are read around also when they are huge, in bounded memory`, async function () {
      this.timeout(60_000);
      using home = temporaryFolder();
      prepared(fixture, home.path);
      const files = filesIn(home.path);
      const held = process.memoryUsage().rss;
      for (const [name, content] of monsters) {
        // one file of each folder is enough, and the others stay as they are
        for (const file of new Map(files.map((one) => [one.slice(0, one.lastIndexOf('/')).replace(/\d+/g, ''), one])).values()) writeFileSync(file, content);
        const run = await readHome(fixture.id, home.path);
        for (const { counts } of run.readings) for (const value of Object.values(counts)) assert.ok(Number.isSafeInteger(value), name);
        assert.ok(process.memoryUsage().rss - held < mostMemory, `${name}: ${Math.round((process.memoryUsage().rss - held) / 1e6)} MB`);
      }
    });
  }
});
