import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Frame } from 'playwright-core';
import { extensionId, openSummary, summaryRoot, waitForState } from '../workbench/summaryView.ts';
import { webviewFrame } from '../workbench/webview.ts';
import { escapes } from './harness/escapes.ts';
import { type Listener, startListener } from './harness/listener.ts';
import { sharedBrowser } from './harness/sharedBrowser.ts';
import { useSession } from './harness/useSession.ts';

/** Longer than anything takes on its way to this very machine. */
const settled = 400;

describe('the side bar cannot talk to another machine', function () {
  this.timeout(120_000);
  const session = useSession();
  let listener: Listener;

  /** The side bar's document; loaded anew where an earlier attempt has led it away. */
  async function sidebar(): Promise<Frame> {
    const { workbench } = session();
    if ((await summaryRoot(workbench).count()) === 0) {
      await workbench.page.reload();
      await openSummary(workbench);
      assert.equal(await waitForState(workbench, 'filled'), 'filled');
    }
    return await webviewFrame(workbench.page, extensionId);
  }

  before(async () => { listener = await startListener(); });
  after(() => listener.close());

  it('its policy names no place at all', async () => {
    const frame = await sidebar();
    const policy = await frame.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    const rules = new Map((policy ?? '').split(';').map((rule) => rule.trim().split(/\s+/)).map(([name = '', ...sources]) => [name, sources]));
    assert.deepEqual(rules.get('default-src'), ["'none'"]);
    assert.equal(rules.get('connect-src'), undefined);
    assert.deepEqual(rules.get('form-action'), ["'none'"]);
    assert.match((rules.get('script-src') ?? []).join(' '), /^'nonce-[\w+/=-]{16,}'$/);
    assert.doesNotMatch(policy ?? '', /unsafe|:\/\/|\*/);
  });

  for (const [name, escape] of Object.entries(escapes)) {
    it(`no way out: ${name}`, async () => {
      const frame = await sidebar();
      const before = listener.heard.length;
      // What is refused at once throws; what is refused later does not.
      await frame.evaluate(escape, `http://127.0.0.1:${listener.port}/${name.replaceAll(' ', '-')}`).catch(String);
      await sleep(settled);
      assert.deepEqual(listener.heard.slice(before), []);
    });
  }

  it('and the listener hears the same from a page without a policy', async () => {
    const page = await (await sharedBrowser()).newPage();
    await page.goto(`http://127.0.0.1:${session().workbench.server.port}/version`);
    for (const [name, escape] of Object.entries(escapes)) {
      await page.evaluate(escape, `http://127.0.0.1:${listener.port}/free-${name.replaceAll(' ', '-')}`).catch(String);
      await sleep(name === 'form post' || name === 'navigation' ? settled : 50);
    }
    await sleep(settled);
    await page.close();
    const deaf = Object.keys(escapes).filter((name) => !listener.heard.some((line) => line.includes(`/free-${name.replaceAll(' ', '-')} `)));
    assert.deepEqual(deaf, []);
  });
});
