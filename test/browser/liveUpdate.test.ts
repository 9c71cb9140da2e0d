import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { claudeLogPath, claudeSession, writeClaudeLog } from '../fixtures/claudeLog.ts';
import { uuidFrom } from '../fixtures/claudeRecords.ts';
import { openSummary, waitForState } from '../workbench/summaryView.ts';
import { openTerminal, typeInTerminal } from '../workbench/terminal.ts';
import { fateCount, timeToChange } from './harness/counts.ts';
import { useSession } from './harness/useSession.ts';

/** Milliseconds within which the open side bar shows what happened. */
const limit = 2_000;

const written = [
  'export function litresPerSquareMetre(litres: number, area: number): number {',
  '  if (area <= 0) throw new RangeError("a bed has an area");',
  '  return litres / area;',
  '}',
  '',
].join('\n');

describe('the open side bar follows what happens', function () {
  this.timeout(90_000);
  const session = useSession();

  before(async function () {
    this.timeout(60_000);
    const { workbench } = session();
    await openSummary(workbench);
    assert.equal(await waitForState(workbench, 'filled'), 'filled');
  });

  it("an agent's log that a script appends to", async () => {
    const { workbench, demo } = session();
    const shown = fateCount(workbench, 'Pending');
    const before = await shown.innerText();
    const file = join(demo.repo, 'src/beds/litres.ts');
    const agent = claudeSession({ id: uuidFrom('live update'), cwd: demo.repo, branch: 'vacation-mode' });
    agent.prompt(Date.now() - 2_000, 'Litres per area');
    agent.write(Date.now() - 1_000, file, null, written);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, written);
    writeClaudeLog(claudeLogPath(demo.home, demo.repo, agent.id), agent);
    const took = await timeToChange(shown, before, limit);
    assert.ok(took !== undefined, `"${before}" pending lines are still shown after ${limit} ms`);
    process.stdout.write(`  log shown after ${Math.round(took)} ms\n`);
  });

  it('a commit made in the integrated terminal', async () => {
    const { workbench } = session();
    const shown = fateCount(workbench, 'Pending');
    await openTerminal(workbench);
    const before = await shown.innerText();
    await typeInTerminal(workbench, 'git add --all && git commit --quiet --message "Vacation mode, continued"');
    const took = await timeToChange(shown, before, limit);
    assert.ok(took !== undefined, `"${before}" pending lines are still shown after ${limit} ms`);
    process.stdout.write(`  commit shown after ${Math.round(took)} ms\n`);
  });
});
