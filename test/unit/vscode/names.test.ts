import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { commands, containerId, contextKeys, extensionId, innerCommands, settingNames, views } from '../../../src/vscode/names.ts';

interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly enabledApiProposals?: readonly string[];
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: unknown; readonly restrictedConfigurations: readonly string[] } };
  readonly contributes: {
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] };
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly type?: string }[]>>;
    readonly commands: readonly { readonly command: string; readonly category: string; readonly title: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly scope: string; readonly default: unknown; readonly markdownDescription: string }>> };
    readonly walkthroughs: readonly { readonly steps: readonly { readonly description: string; readonly media: { readonly markdown: string } }[] }[];
  };
}

const text = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(text) as Manifest;
const { contributes } = manifest;

describe('names of commands, views and settings', () => {
  it('are those of package.json', () => {
    assert.equal(`${manifest.publisher}.${manifest.name}`, extensionId);
    assert.deepEqual(contributes.viewsContainers.activitybar.map(({ id }) => id), [containerId]);
    assert.deepEqual(contributes.views[containerId]?.map(({ id }) => id), Object.values(views));
    assert.equal(contributes.views[containerId]?.[0]?.type, 'webview');
    assert.deepEqual(contributes.commands.map(({ command }) => command).toSorted(), Object.values(commands).toSorted());
    assert.deepEqual(Object.keys(contributes.configuration.properties).toSorted(), Object.values(settingNames).toSorted());
  });

  it('are few', () => {
    assert.ok(contributes.commands.length <= 12);
    assert.ok(Object.keys(contributes.configuration.properties).length <= 12);
  });

  it('are all known wherever package.json uses them', () => {
    const known = new Set<string>([containerId, ...Object.values(views), ...Object.values(commands), ...Object.values(innerCommands), ...Object.values(settingNames), ...Object.values(contextKeys), 'aiNetValue.statusBar']);
    const used = [...text.matchAll(/aiNetValue(?:\.\w+)*/g)].map(([name]) => name);
    assert.deepEqual(used.filter((name) => !known.has(name)), []);
  });

  it('keep settings that concern privacy out of reach of a repository', () => {
    const { properties } = contributes.configuration;
    for (const name of [settingNames.myAddresses, settingNames.extraLogHomes, settingNames.scanAutomatically, settingNames.observeInlineAccept]) assert.equal(properties[name]?.scope, 'application', name);
  });

  it('name files that exist', () => {
    const files = [manifest.icon, ...contributes.viewsContainers.activitybar.map(({ icon }) => icon), ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown))];
    assert.deepEqual(files.filter((file) => !existsSync(file)), []);
  });

  it('start late, ask for no proposed API and hold back in restricted mode', () => {
    assert.deepEqual(manifest.activationEvents, ['onStartupFinished']);
    assert.equal(manifest.enabledApiProposals, undefined);
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, 'limited');
    assert.ok(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations.includes(settingNames.defaultBranch));
  });
});
