import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { demoEnvironment } from '../workbench/demoHome.ts';
import { openSummary, summaryRoot, waitForState } from '../workbench/summaryView.ts';
import { useSession } from './harness/useSession.ts';

const cli = join(import.meta.dirname, '../../dist/cli.js');

interface HoursOfReport {
  readonly value: { readonly question: { readonly week: string } | null; readonly felt: { readonly weeks: readonly { readonly week: string; readonly felt: number }[] } };
}

describe('the weekly question in the side bar', function () {
  this.timeout(120_000);
  const session = useSession();
  let root: Locator;

  before(async function () {
    this.timeout(60_000);
    const { workbench } = session();
    await openSummary(workbench);
    assert.equal(await waitForState(workbench, 'filled', 60_000), 'filled');
    root = summaryRoot(workbench);
  });

  function report(): HoursOfReport {
    const { demo } = session();
    const env = { ...process.env, ...demoEnvironment(demo.home) };
    return JSON.parse(execFileSync(process.execPath, [cli, 'report', '--json', '--repo', demo.repo], { env, encoding: 'utf8', maxBuffer: 100_000_000 })) as HoursOfReport;
  }

  it('keeps that week’s estimate back until it is answered with real keys, and then shows it', async () => {
    const { workbench } = session();
    const asked = report().value.question;
    assert.notEqual(asked, null);
    const form = root.locator('form.question');
    const mark = root.locator('[data-section="hours-weeks"]');
    assert.match(await mark.innerHTML(), /not shown yet/);
    await form.locator('input[name="saved"]').click();
    await workbench.type('3');
    await workbench.press('Tab');
    await workbench.type('1.5');
    await workbench.press('Enter');
    await form.waitFor({ state: 'detached' });
    assert.doesNotMatch(await mark.innerHTML(), /not shown yet/);
    assert.deepEqual(report().value.felt.weeks.map(({ week, felt }) => [week, felt]), [[asked!.week, 1.5]]);
    assert.equal(report().value.question, null);
  });
});
