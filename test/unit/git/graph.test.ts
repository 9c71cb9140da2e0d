import assert from 'node:assert/strict';
import { type GraphOptions, readGraph } from '../../../src/git/graph.ts';
import type { GitContext } from '../../../src/git/process.ts';
import { day } from '../../../src/model/time.ts';
import { gitRepo, type GitRepo } from '../../fixtures/gitRepo.ts';
import { contextOf, scratch } from './scratch.ts';

const start = Date.UTC(2026, 0, 1);
const brokenClock = Date.UTC(1980, 0, 1);
const options: GraphOptions = { sinceMs: null, declaredToolsOf: (email, message) => (message.includes('Made-with: Robot') ? [`robot for ${email}`] : []) };

describe('commit graph', () => {
  const folder = scratch();
  after(folder.remove);
  let repo: GitRepo;
  let context: GitContext;
  let next = 0;
  beforeEach(() => {
    repo = gitRepo(folder.path(`graph${next++}`));
    context = contextOf(repo.dir);
  });
  const commitAt = (at: number, message = 'work'): string => repo.commit(message, { at, allowEmpty: true });

  it('reads who, when and what, through mailmap', async () => {
    repo.write('.mailmap', 'Ada Brook <ada@home.example> <ada@fernwater.example>\n');
    const first = commitAt(start, 'A subject\nin two lines\n\nBody\n\nMade-with: Robot');
    const second = commitAt(start + day, `Revert "A subject"\n\nThis reverts commit ${first}.`);
    const third = commitAt(start + 2 * day, `Revert\n\nThis reverts commit ${second.slice(0, 9)}, and\nThis reverts commit 1234567.`);
    assert.deepEqual(await readGraph(context, ['refs/heads/main'], options), [
      { id: third, parents: [second], authoredAt: start + 2 * day, committedAt: start + 2 * day, authorEmail: 'ada@home.example', subject: 'Revert', reverts: [second], declaredTools: [] },
      { id: second, parents: [first], authoredAt: start + day, committedAt: start + day, authorEmail: 'ada@home.example', subject: 'Revert "A subject"', reverts: [first], declaredTools: [] },
      { id: first, parents: [], authoredAt: start, committedAt: start, authorEmail: 'ada@home.example', subject: 'A subject in two lines', reverts: [], declaredTools: ['robot for ada@fernwater.example'] },
    ]);
    assert.deepEqual(await readGraph(context, [], options), []);
  });

  it('leaves out what is older than asked for, and what is known', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => commitAt(start + index * day));
    const since = async (sinceMs: number, known: string[] = []): Promise<string[]> => (await readGraph(context, [ids.at(-1)!], { ...options, sinceMs, known })).map((commit) => commit.id);
    const found = await since(start + 30 * day);
    assert.deepEqual(found, ids.toReversed().slice(0, found.length));
    assert.ok(found.length >= 10 && found.length <= 20, `${found.length}`);
    assert.deepEqual(await since(start, [ids[36]!, 'f'.repeat(40)]), [ids[39], ids[38], ids[37]]);
  });

  it('is not misled by commits with wrong dates', async () => {
    // old ── new ── 1980 ── months before ── new ── new
    const times = [start - 300 * day, start + day, brokenClock, start - 100 * day, start - 99 * day, start + 2 * day, start + 3 * day];
    const ids = times.map((time) => commitAt(time));
    const found = (await readGraph(context, ['HEAD'], { ...options, sinceMs: start })).map((commit) => commit.id);
    assert.deepEqual(found, ids.slice(1).toReversed());
  });

  it('finds nothing behind a tip that is old, and everything behind one with a wrong date', async () => {
    commitAt(start - 300 * day);
    commitAt(start - 200 * day);
    assert.deepEqual(await readGraph(context, ['HEAD'], { ...options, sinceMs: start }), []);
    const recent = commitAt(start + day);
    const wrong = commitAt(brokenClock);
    assert.deepEqual((await readGraph(context, ['HEAD'], { ...options, sinceMs: start })).map((commit) => commit.id), [wrong, recent]);
  });

  it('puts children before parents', async () => {
    const root = commitAt(start + 10 * day);
    repo.git(['checkout', '--quiet', '-b', 'side']);
    const side = commitAt(start);
    repo.git(['checkout', '--quiet', 'main']);
    const main = commitAt(start + 20 * day);
    repo.git(['merge', '--quiet', '--no-ff', '--message', 'merge', 'side'], { at: start + 5 * day });
    const order = (await readGraph(context, ['HEAD'], options)).map((commit) => commit.id);
    assert.deepEqual(order.toSorted(), [root, side, main, repo.id()].toSorted());
    assert.ok(order.indexOf(root) === 3 && order.indexOf(repo.id()) === 0);
  });
});
