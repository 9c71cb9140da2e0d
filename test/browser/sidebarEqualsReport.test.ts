import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { realTeam } from '../fixtures/realTeam.ts';
import { demoEnvironment } from '../workbench/demoHome.ts';
import { extensionId, openSummary, summaryRoot, waitForState } from '../workbench/summaryView.ts';
import { webviewLocator } from '../workbench/webview.ts';
import type { Workbench } from '../workbench/workbench.ts';
import { openSession, type Session } from './harness/session.ts';
import { type ShownFigure, shownFigures } from './harness/shownFigures.ts';

const cli = join(import.meta.dirname, '../../dist/cli.js');

/** Fewer would mean that the side bar has lost most of what it shows. */
const fewest = 30;
/** Milliseconds in which a scan that is about to begin has begun. */
const settled = 2_000;

describe("the side bar and `report --json` on a real team's repository, from one ledger", function () {
  this.timeout(120_000);
  let session: Session | undefined;
  let shown: readonly ShownFigure[] = [];
  let text = '';
  let report: unknown;

  before(async function () {
    this.timeout(240_000);
    const team = realTeam();
    if (team === null) return this.skip();
    session = await openSession({
      // Others read the same repository: VS Code's git would write to its index.
      settings: { 'git.enabled': false },
      project: (dest) => {
        const home = join(dest, 'home');
        cpSync(team.homes[3]!, home, { recursive: true });
        return { repo: team.cli, home };
      },
    });
    const { demo, workbench } = session;
    await openSummary(workbench);
    assert.equal(await waitForState(workbench, 'filled', 90_000), 'filled');
    await workbench.page.waitForTimeout(settled);
    await idleRoot(workbench).waitFor({ timeout: 90_000 });
    shown = await shownFigures(workbench);
    text = await summaryRoot(workbench).innerText();
    const env = { ...process.env, ...demoEnvironment(demo.home) };
    report = JSON.parse(execFileSync(process.execPath, [cli, 'report', '--json', '--repo', demo.repo], { env, encoding: 'utf8', maxBuffer: 100_000_000 }));
  });
  after(async () => { await session?.close(); });

  it('every figure shown is the number at its place in the report', () => {
    const places = new Set(shown.flatMap((figure) => figure.places));
    process.stdout.write(`  ${shown.length} figures of ${places.size} places compared\n`);
    assert.ok(shown.length >= fewest, `only ${shown.length} figures are shown`);
    const told = shown.map((figure) => ({ ...figure, text: written(figure.places.reduce((sum, place) => sum + linesAt(report, place), 0)) }));
    assert.deepEqual(shown, told);
  });

  it('every fate and stage of the report with any lines is shown', () => {
    const places = new Set(shown.flatMap((figure) => figure.places));
    const wanted = [...named(report, 'causes', 'lines'), ...named(report, 'stages', 'reached')];
    assert.ok(wanted.length > 5, `the report tells of ${wanted.length} fates and stages`);
    assert.deepEqual(wanted.filter((place) => !places.has(place)), []);
  });

  it('the hours are the same', () => {
    const shownHours = text.replaceAll(/\s+/g, ' ');
    for (const [name, place] of [['Gained', 'gained'], ['Rework', 'rework'], ['Net after 30 days', 'net']] as const) {
      const [low, mid, high] = (['low', 'mid', 'high'] as const).map((end) => writtenHours(numberAt(report, `value.${place}.${end}`)));
      assert.ok(shownHours.includes(`${name} ${low} ${mid} ${high}`), `${name} ${low} ${mid} ${high} is not shown`);
    }
    assert.ok(shownHours.includes(`P(net > 0) = ${numberAt(report, 'value.pPositive').toFixed(2)}.`));
  });

  it('the number of lines that all of it is about is the same', () => {
    assert.ok(text.includes(`${written(numberAt(report, 'coverage.lines'))} AI lines of yours`), text.slice(0, 400));
  });
});

/** The side bar's root once no scan runs. */
function idleRoot({ page }: Workbench): Locator {
  return webviewLocator(page, extensionId).locator('[data-state="filled"][aria-busy="false"]').first();
}

/** 5822 → `5,822`, in this test's own way. */
function written(value: number): string {
  return value.toLocaleString('en-US');
}

/** −1.44 → `−1.4`, 12.3 → `12`, in this test's own way. */
function writtenHours(value: number): string {
  const size = Math.abs(value) < 9.95 ? Math.abs(value).toFixed(1) : written(Math.round(Math.abs(value)));
  return value < 0 && size !== '0.0' ? `−${size}` : size;
}

function linesAt(report: unknown, place: string): number {
  return numberAt(report, `${place}.lines`);
}

function numberAt(report: unknown, place: string): number {
  const value = place.split('.').reduce<unknown>((inner, name) => (inner as Readonly<Record<string, unknown>> | undefined)?.[name], report);
  assert.ok(typeof value === 'number', `report --json has no number at ${place}`);
  return value;
}

/** The places of one part of each row of a section that count any line. */
function named(report: unknown, section: string, part: string): string[] {
  const { rows } = (report as Readonly<Record<string, { readonly rows: readonly unknown[] }>>)[section]!;
  return rows.map((_, at) => `${section}.rows.${at}.${part}`).filter((place) => linesAt(report, place) > 0);
}
