import assert from 'node:assert/strict';
import { readIdentity } from '../../../src/git/identity.ts';
import { gitRepo } from '../../fixtures/gitRepo.ts';
import { contextOf, scratch } from './scratch.ts';

describe('identity', () => {
  const folder = scratch();
  after(folder.remove);

  it('knows every address of this person and no other', async () => {
    const repo = gitRepo(folder.path('repo'));
    const addresses = async (...further: string[]): Promise<string[]> => [...(await readIdentity(contextOf(repo.dir), further)).addresses].toSorted();
    assert.deepEqual(await addresses(), []);
    assert.deepEqual(await addresses('<Old@Example.org>', ' '), ['old@example.org']);
    repo.git(['config', 'user.email', 'Ada@Work.example']);
    repo.git(['config', 'user.name', 'Ada Brook']);
    repo.write('.mailmap', 'Ada <ada@home.example> <ada@work.example>\nAda <ada@new.example> Ada Brook <old@example.org>\nBob <bob@home.example> <bob@work.example>\n');
    assert.deepEqual(await addresses(), ['ada@home.example', 'ada@work.example']);
    assert.deepEqual(await addresses('old@example.org'), ['ada@home.example', 'ada@new.example', 'ada@work.example', 'old@example.org']);
    repo.git(['config', '--add', 'ainetvalue.address', 'Me@Elsewhere.example']);
    repo.git(['config', '--add', 'ainetvalue.address', 'me@third.example']);
    assert.deepEqual(await addresses(), ['ada@home.example', 'ada@work.example', 'me@elsewhere.example', 'me@third.example']);
  });
});
