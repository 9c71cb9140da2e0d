import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { createPathMapper, directoriesOf } from '../../../src/git/pathMapping.ts';
import { readRepository } from '../../../src/git/repositoryFacts.ts';
import type { PathMapper } from '../../../src/model/captureSource.ts';
import { gitRepo } from '../../fixtures/gitRepo.ts';
import { contextOf, scratch } from './scratch.ts';

describe('path mapping', () => {
  const folder = scratch();
  after(folder.remove);
  const top = folder.path('home/project');
  const files = ['README.md', 'cmd/cli/run.go', 'cmd/cli/test/data/a.txt', 'docs/guide.md'];
  let mapper: PathMapper;
  const map = (path: string, cwd: string | null = top): [string, string] | null => {
    const found = mapper.map(path, cwd);
    return found === null ? null : [found.worktree, found.path];
  };

  before(async () => {
    const repo = gitRepo(top);
    for (const file of files) repo.write(file, 'x\n');
    repo.commit('first');
    for (const name of ['beside', 'gone', 'project/.worktrees/alive']) repo.git(['worktree', 'add', '--quiet', '--detach', folder.path('home', name)]);
    rmSync(folder.path('home/gone'), { recursive: true });
    gitRepo(folder.path('home/project/other'));
    gitRepo(folder.path('home/clone'));
    symlinkSync(folder.path('home'), folder.path('link'));
    mkdirSync(folder.path('home/project/real'));
    symlinkSync('real', folder.path('home/project/alias'));
    mapper = createPathMapper(await readRepository(contextOf(top)), directoriesOf(files));
  });

  it('knows the folders of paths', () => {
    assert.deepEqual([...directoriesOf(files)].toSorted(), ['cmd', 'cmd/cli', 'cmd/cli/test', 'cmd/cli/test/data', 'docs']);
  });

  it('maps working trees: main, linked, nested, and gone ones that git has a record of', () => {
    assert.deepEqual(map(`${top}/cmd/cli/run.go`), [top, 'cmd/cli/run.go']);
    assert.deepEqual(map(`${top}/new/place.go`), [top, 'new/place.go']);
    assert.deepEqual(map(folder.path('home/beside/docs/guide.md')), [folder.path('home/beside'), 'docs/guide.md']);
    assert.deepEqual(map(folder.path('home/gone/docs/guide.md')), [folder.path('home/gone'), 'docs/guide.md']);
    assert.deepEqual(map(`${top}/.worktrees/alive/cmd/x.go`), [`${top}/.worktrees/alive`, 'cmd/x.go']);
  });

  it('follows symbolic links, relative paths and detours', () => {
    assert.deepEqual(map(folder.path('link/project/cmd/x.go')), [top, 'cmd/x.go']);
    assert.deepEqual(map(`${top}/alias/x.go`), [top, 'real/x.go']);
    assert.deepEqual(map('cli/run.go', `${top}/cmd`), [top, 'cmd/cli/run.go']);
    assert.deepEqual(map(`${top}/cmd/../docs/./guide.md`), [top, 'docs/guide.md']);
    assert.equal(map('cli/run.go', null), null);
  });

  it('leaves alone what is not this repository', () => {
    for (const path of [folder.path('home/clone/cmd/x.go'), folder.path('home/.claude/plans/x.md'), `${top}/.git/config`, `${top}/.git`, `${top}/other/cmd/x.go`, top, `${top}2/x.go`, folder.path('home/sibling-gone/cmd/x.go'), '/']) {
      assert.equal(map(path), null, path);
    }
  });

  it('composes decomposed letters', () => {
    assert.deepEqual(map(`${top}/docs/e\u0301te\u0301.md`), [top, 'docs/été.md']);
  });

  const gone: [what: string, path: string, cwd: string | null, worktree: string, rest: string][] = [
    ['a short name', '.worktrees/1/cmd/cli/run.go', '.worktrees/1', '.worktrees/1', 'cmd/cli/run.go'],
    ['a name with slashes', '.worktrees/dev1/ent-108/cmd/cli/run.go', '.worktrees/dev1/ent-108', '.worktrees/dev1/ent-108', 'cmd/cli/run.go'],
    ['a working directory below it', '.worktrees/3/cmd/cli/test/x.go', '.worktrees/3/cmd/cli/test', '.worktrees/3', 'cmd/cli/test/x.go'],
    ['a working directory outside it', '.worktrees/dev1/ent-108/cmd/cli/run.go', '', '.worktrees/dev1/ent-108', 'cmd/cli/run.go'],
    ['no working directory', '.worktrees/dev1/ent-108/cmd/new/deep/run.go', null, '.worktrees/dev1/ent-108', 'cmd/new/deep/run.go'],
    ['a file at its top', '.worktrees/dev1/ent-108/README.md', '.worktrees/dev1/ent-108', '.worktrees/dev1/ent-108', 'README.md'],
    ['a file at its top, told by nothing', '.worktrees/1/README.md', null, '.worktrees/1', 'README.md'],
    ['a new folder', '.worktrees/dev1/x/internal/new.go', '.worktrees/dev1/x', '.worktrees/dev1/x', 'internal/new.go'],
    ['a name like a folder', '.worktrees/dev1/docs/cmd/cli/run.go', '.worktrees/dev1/docs', '.worktrees/dev1/docs', 'cmd/cli/run.go'],
    ['an agent\'s own place', '.claude/worktrees/brave-otter/docs/guide.md', '', '.claude/worktrees/brave-otter', 'docs/guide.md'],
    ['another one than the working directory', '.worktrees/two/docs/guide.md', '.worktrees/one', '.worktrees/two', 'docs/guide.md'],
  ];
  for (const [what, path, cwd, worktree, rest] of gone) {
    it(`finds the top of a nested working tree that is gone: ${what}`, () => {
      assert.deepEqual(map(`${top}/${path}`, cwd === null ? null : `${top}/${cwd}`), [`${top}/${worktree}`, rest]);
    });
  }

  it('takes a folder called worktrees for one when the repository has it', async () => {
    const own = createPathMapper(await readRepository(contextOf(top)), new Set(['worktrees', 'worktrees/list', 'list']));
    assert.deepEqual(own.map(`${top}/worktrees/list/x.go`, top), { path: 'worktrees/list/x.go', worktree: top });
  });
});
