import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readTurnCarry, turnTimes } from '../../../src/capture/reading/turnTimes.ts';
import { joinTurns, type TurnTime } from '../../../src/model/sessionTurns.ts';
import { minute, second } from '../../../src/model/time.ts';
import { logOf, readGrowing, readLog, repository, session, start } from './support.ts';

const file = `${repository}/src/tide.ts`;
const before = 'const low = 1;\nconst high = 2;\n';
const told = (turns: readonly TurnTime[]): string[] => turns.map(({ at, by }) => `${by} ${(at - start) / second}`);

/** A session with all that a person and an agent do in one. */
function busySession(cwd = repository): string[] {
  const log = session(undefined, cwd);
  log.prompt(start, 'rename low');
  log.say(start + 5 * second, 'I will.');
  log.read(start + 8 * second, file, before);
  log.edit(start + 20 * second, file, 'low', 'ebb', before);
  log.say(start + 25 * second, 'Done.');
  log.compactBoundary(start + 30 * second);
  log.prompt(start + 4 * minute, 'and high');
  log.edit(start + 5 * minute, file, 'high', 'flood', before);
  log.bash(start + 6 * minute, 'make');
  log.say(start + 7 * minute, 'Done as well.');
  log.prompt(start + 20 * minute, 'thanks');
  return log.lines();
}

async function grown(lines: readonly string[], cuts: readonly number[]): Promise<TurnTime[]> {
  const edges = [0, ...cuts, lines.length];
  const readings = await readGrowing(edges.slice(1).map((to, at) => logOf(lines.slice(edges[at], to))));
  return readings.reduce<TurnTime[]>((known, { turns }) => (turns[0] === undefined ? known : turns[0].whole ? [...turns[0].turns] : joinTurns(known, turns[0].turns)), []);
}

describe('turns in logs', () => {
  it('are when a person asked and when the agent had last done something', async () => {
    const { turns } = await readLog(logOf(busySession()));
    assert.deepEqual(turns.map((one) => one.session), [session().id]);
    assert.deepEqual(told(turns[0]!.turns), ['person 0', 'agent 25', 'person 240', 'agent 420', 'person 1200']);
  });

  it('are the same however a log is cut', async () => {
    for (const cwd of [repository, '/home/ada']) {
      const lines = busySession(cwd);
      const { turns } = await readLog(logOf(lines));
      for (let cut = 0; cut <= lines.length; cut++) assert.deepEqual(told(await grown(lines, [cut])), told(turns[0]!.turns), `${cwd} cut at ${cut}`);
      assert.deepEqual(told(await grown(lines, lines.map((_, at) => at))), told(turns[0]!.turns), `${cwd} line by line`);
    }
  });

  it('of a folder elsewhere count where they changed a file of this repository, with the prompt before and after', async () => {
    const log = session(undefined, '/home/ada');
    log.prompt(start, 'something else');
    log.say(start + 10 * second, 'Yes.');
    log.prompt(start + 60 * second, 'rename low');
    log.edit(start + 80 * second, file, 'low', 'ebb', before);
    log.say(start + 90 * second, 'Done.');
    log.prompt(start + 200 * second, 'something else again');
    log.say(start + 210 * second, 'Yes.');
    log.prompt(start + 300 * second, 'and on');
    const { turns } = await readLog(logOf(log.lines()));
    assert.deepEqual(told(turns[0]!.turns), ['person 60', 'agent 90', 'person 200']);
  });

  it('are no subagent’s, no program’s and no summary’s', async () => {
    const log = session();
    log.prompt(start, 'go on');
    log.say(start + second, 'Yes.');
    const extra = (fields: Record<string, unknown>): void => log.record(start + minute, { type: 'user', message: { role: 'user', content: 'x' }, ...fields });
    extra({ isMeta: true });
    extra({ isCompactSummary: true });
    extra({ isSidechain: true });
    extra({ origin: { kind: 'task-notification' } });
    extra({ promptSource: 'sdk' });
    for (const content of ['<local-command-stdout>x</local-command-stdout>', '<task-notification>x</task-notification>', '<system-reminder>x</system-reminder>']) extra({ message: { role: 'user', content } });
    log.record(start + minute, { type: 'assistant', isSidechain: true, message: { role: 'assistant', content: [] } });
    extra({ message: { role: 'user', content: [{ type: 'text', text: '[Request interrupted by user]' }] } });
    extra({ origin: { kind: 'human' }, promptSource: 'typed' });
    extra({ message: { role: 'user', content: [{ type: 'image', source: {} }] } });
    extra({ message: { role: 'user', content: '<command-name>/review</command-name>' } });
    const { turns } = await readLog(logOf(log.lines()));
    assert.deepEqual(told(turns[0]!.turns), ['person 0', 'agent 60', 'person 60', 'person 60', 'person 60']);
  });

  it('go on after a cut exactly as they would have without it', () => {
    const event = fc.record({ kind: fc.constantFrom('person', 'agent', 'edited'), session: fc.constantFrom('a', 'b'), at: fc.integer({ min: 1, max: 1000 }), here: fc.boolean() });
    const play = (times: ReturnType<typeof turnTimes>, { kind, session: id, at, here }: { kind: string; session: string; at: number; here: boolean }): void =>
      kind === 'edited' ? times.edited(id, at) : times.turn(kind === 'person' ? 'person' : 'agent', id, at, here);
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), fc.nat(30), (events, cut) => {
        const whole = turnTimes(null);
        for (const one of events) play(whole, one);
        const first = turnTimes(null);
        for (const one of events.slice(0, cut)) play(first, one);
        const second_ = turnTimes(readTurnCarry(JSON.parse(JSON.stringify(first.save()))));
        for (const one of events.slice(cut)) play(second_, one);
        for (const id of ['a', 'b']) {
          const of = (times: ReturnType<typeof turnTimes>): readonly TurnTime[] => times.turns().find(({ session: name }) => name === id)?.turns ?? [];
          assert.deepEqual(joinTurns(of(first), of(second_)), of(whole));
        }
      }),
    );
  });
});
