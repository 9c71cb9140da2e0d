import assert from 'node:assert/strict';
import { excludedPaths, ignoredPaths } from '../../../src/git/attributes.ts';
import { excludedByName } from '../../../src/git/exclusionPatterns.ts';
import { readRepository } from '../../../src/git/repositoryFacts.ts';
import { gitRepo } from '../../fixtures/gitRepo.ts';
import { contextOf, scratch } from './scratch.ts';

describe('excluded files', () => {
  const folder = scratch();
  after(folder.remove);

  const byReason: Record<string, string[]> = {
    lock: ['package-lock.json', 'web/yarn.lock', 'Cargo.lock', 'go.sum', 'tools/poetry.lock', 'pnpm-lock.yaml', 'Gemfile.lock', 'flake.lock'],
    vendored: ['vendor/github.com/x/y.go', 'web/node_modules/a/index.js', 'third_party/zlib/a.c', 'gradlew', '.yarn/releases/yarn.cjs'],
    minified: ['assets/app.min.js', 'a.min.css', 'dist/app.js.map'],
    snapshot: ['src/__snapshots__/a.test.ts.snap', 'x/report.snap', 'cassettes/login.yml'],
    generated: ['api/v1/service.pb.go', 'service_pb2.py', 'lib/model.g.dart', 'src/__generated__/query.ts', 'zz_generated.deepcopy.go', 'App.xcodeproj/project.pbxproj'],
  };
  for (const [reason, paths] of Object.entries(byReason)) {
    it(`knows ${reason} files by their names`, () => {
      for (const path of paths) assert.equal(excludedByName(path), reason, path);
    });
  }

  it('keeps what people write', () => {
    for (const path of ['src/lock.ts', 'src/vendor.ts', 'generate.go', 'src/generator/a.ts', 'docs/vendoring.md', 'admin.js', 'snapshot.go', 'Cargo.toml', 'go.mod', 'src/minify.ts', 'lockfile/parse.ts', 'package.json']) {
      assert.equal(excludedByName(path), null, path);
    }
  });

  it('asks .gitattributes, which can also include a file again', async () => {
    const repo = gitRepo(folder.path('repo'));
    const paths = ['api/schema.ts', 'lib/copy.c', 'vendor/ours.go', 'docs/line\nfeed.gen', 'src/ä.ts', 'go.sum', 'manual.md'];
    repo.write('.gitattributes', 'api/** linguist-generated\nlib/* linguist-vendored=true\nvendor/** -linguist-vendored\n*.gen linguist-generated=true\n*.md linguist-documentation\n');
    repo.write('.gitignore', 'out/\n*.log\n');
    const context = contextOf(repo.dir);
    const facts = await readRepository(context);
    assert.deepEqual(Object.fromEntries(await excludedPaths(context, facts, paths)), { 'api/schema.ts': 'generated', 'docs/line\nfeed.gen': 'generated', 'go.sum': 'lock', 'lib/copy.c': 'vendored' });
    assert.deepEqual(Object.fromEntries(await excludedPaths(context, { ...facts, top: null }, paths)), { 'go.sum': 'lock', 'vendor/ours.go': 'vendored' });
    assert.deepEqual([...(await ignoredPaths(context, facts, ['out/a.js', 'src/a.log', 'src/a.ts']))], ['out/a.js', 'src/a.log']);
    assert.deepEqual([...(await ignoredPaths(context, facts, ['src/a.ts']))], []);
  });
});
