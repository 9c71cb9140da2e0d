import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openSession, type Session, type SessionOptions } from './session.ts';

/** Opens a session before the tests of a `describe` and closes it after them. A failed test leaves a picture. */
export function useSession(options: () => SessionOptions = () => ({})): () => Session {
  let session: Session | undefined;
  const now = (): Session => {
    if (session === undefined) throw new Error('The session is not open.');
    return session;
  };
  before(async function () {
    this.timeout(180_000);
    session = await openSession(options());
  });
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    const folder = join(import.meta.dirname, '../../../dist/test-results');
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${this.currentTest.fullTitle().replaceAll(/\W+/g, '-')}.png`);
    await now().workbench.screenshot(file);
    process.stdout.write(`  picture of the failure: ${file}\n`);
  });
  after(async () => {
    await session?.close();
    session = undefined;
  });
  return now;
}
