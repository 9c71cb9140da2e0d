import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../../workbench/cacheFolder.ts';
import { demoEnvironment } from '../../workbench/demoHome.ts';
import { npmEnvironment } from '../../workbench/npm.ts';
import { whyNotHere } from '../../workbench/platform.ts';
import { missingSentence } from '../../workbench/systemPackages.ts';
import { floor, vscodeNumber } from '../../workbench/vscodeVersions.ts';

describe('where the workbench for tests lives', () => {
  it('keeps downloads where the person wants caches, outside the work tree', () => {
    assert.equal(cacheFolder({ XDG_CACHE_HOME: '/cache' }), join('/cache', 'ai-net-value'));
    assert.match(cacheFolder({ XDG_CACHE_HOME: '' }), /\.cache[\\/]ai-net-value$/);
  });

  it('shows the demo nothing of the person: home, git identity and every XDG folder are its own', () => {
    const home = mkdtempSync(join(tmpdir(), 'home-'));
    const env = demoEnvironment(home);
    for (const name of ['HOME', 'XDG_STATE_HOME', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME', 'GIT_CONFIG_GLOBAL']) {
      assert.ok(env[name]?.startsWith(home), name);
    }
    assert.ok('CLAUDE_CONFIG_DIR' in env && env['CLAUDE_CONFIG_DIR'] === undefined);
    rmSync(home, { recursive: true });
  });

  it('keeps registry and cache of an outer npm, not its place', () => {
    const env = npmEnvironment({ npm_config_cache: '/c', npm_config_registry: 'r', npm_config_local_prefix: '/p', npm_package_name: 'n', INIT_CWD: '/i', PATH: '/b' });
    assert.deepEqual(env, { npm_config_cache: '/c', npm_config_registry: 'r', PATH: '/b' });
  });

  it('says why it does not run elsewhere, and what to install by hand', () => {
    assert.equal(whyNotHere('linux', 'arm64'), undefined);
    assert.match(whyNotHere('darwin', 'arm64') ?? '', /darwin on arm64/);
    assert.match(missingSentence(['chromium', 'fonts-dejavu-core']), /run "sudo apt-get install -y chromium fonts-dejavu-core"/);
  });

  it('tests the oldest VS Code that package.json promises', () => {
    const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')) as { engines: { vscode: string } };
    assert.equal(manifest.engines.vscode, `^${vscodeNumber(floor)}`);
  });
});
