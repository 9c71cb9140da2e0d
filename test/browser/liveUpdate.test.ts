import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ClaudeSession, claudeLogPath, claudeSession } from '../fixtures/claudeLog.ts';
import { uuidFrom } from '../fixtures/claudeRecords.ts';
import { openSummary, waitForState } from '../workbench/summaryView.ts';
import { openTerminal, typeInTerminal } from '../workbench/terminal.ts';
import { fateCount, timeToChange } from './harness/counts.ts';
import { useSession } from './harness/useSession.ts';

/** Milliseconds within which the open side bar shows what happened. */
const limit = 2_000;

/** On a machine that is busy with something else one measurement says nothing. */
const attempts = 3;
/** Milliseconds after which nothing is under way any more. */
const quiet = 3_000;

describe('the open side bar follows what happens', function () {
  this.timeout(120_000);
  const session = useSession();
  let agent: ClaudeSession;
  let files = 0;
  let logged = 0;

  before(async function () {
    this.timeout(60_000);
    const { demo, workbench } = session();
    agent = claudeSession({ id: uuidFrom('live update'), cwd: demo.repo, branch: 'vacation-mode' });
    agent.prompt(Date.now(), 'Litres per area');
    appendToLog();
    await openSummary(workbench);
    assert.equal(await waitForState(workbench, 'filled'), 'filled');
    await workbench.page.waitForTimeout(quiet);
  });

  /** An agent writes a new file and says so in its log, as a script would. */
  function agentWrites(): void {
    const { demo } = session();
    files += 1;
    const name = `litresPerArea${files}`;
    const text = `export function ${name}(litres: number, area: number): number {\n  if (area <= 0) throw new RangeError("bed ${files} has no area");\n  return litres / area;\n}\n`;
    const file = join(demo.repo, `src/beds/${name}.ts`);
    agent.write(Date.now(), file, null, text);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    appendToLog();
  }

  function appendToLog(): void {
    const { demo } = session();
    const file = claudeLogPath(demo.home, demo.repo, agent.id);
    const lines = agent.lines();
    mkdirSync(dirname(file), { recursive: true });
    appendFileSync(file, lines.slice(logged).map((line) => `${line}\n`).join(''));
    logged = lines.length;
  }

  /** Asserts that the count of pending lines changes in time after `act`, in one of the attempts. */
  async function assertShown(what: string, act: () => Promise<void>, prepare: () => Promise<void>): Promise<void> {
    const shown = fateCount(session().workbench, 'Pending');
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      await prepare();
      const before = await shown.innerText();
      await act();
      const took = await timeToChange(shown, before, 10 * limit);
      assert.ok(took !== undefined, `${what}: "${before}" pending lines are still shown after ${10 * limit} ms`);
      process.stdout.write(`  ${what}: shown after ${Math.round(took)} ms\n`);
      if (took <= limit) return;
    }
    assert.fail(`${what}: shown later than ${limit} ms in each of ${attempts} attempts`);
  }

  it("an agent's log that a script appends to", async () => {
    await assertShown('log', async () => agentWrites(), async () => undefined);
  });

  it('a commit made in the integrated terminal', async () => {
    const { workbench } = session();
    await openTerminal(workbench);
    const commit = 'git add --all && git commit --quiet --message "Vacation mode, continued"';
    await assertShown('commit', () => typeInTerminal(workbench, commit), async () => {
      agentWrites();
      // Until that is shown, too.
      await workbench.page.waitForTimeout(quiet);
    });
  });
});
