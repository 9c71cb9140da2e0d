import assert from 'node:assert/strict';
import { agentSources } from '../../../src/capture/registry.ts';
import { otherSide } from '../../../src/vscode/otherSide.ts';
import { activeCompletions, activeSources } from '../../../src/vscode/toolExtensions.ts';
import type { InstalledExtension } from '../../../src/vscode/toolExtensions.ts';

const extension = (id: string, more: Partial<InstalledExtension> = {}): InstalledExtension => ({ id, active: true, builtIn: false, name: id.toUpperCase(), ...more });

describe('what the editor knows of where code comes from', () => {
  it('is which tools are in use: installed, active, and not part of the editor', () => {
    const all = [extension('anthropic.claude-code'), extension('openai.chatgpt', { active: false }), extension('github.copilot-chat', { builtIn: true }), extension('saoudrizwan.claude-dev'), extension('some.theme')];
    assert.deepEqual(activeSources(all), ['claude-code', 'cline']);
    for (const id of activeSources(['anthropic.claude-code', 'openai.chatgpt', 'github.copilot', 'sourcegraph.amp', 'continue.continue'].map((one) => extension(one)))) assert.ok(agentSources.some((source) => source.id === id), id);
  });

  it('is whether an extension completes inline', () => {
    assert.equal(activeCompletions([extension('some.theme'), extension('tabnine.tabnine-vscode', { name: 'Tabnine' })]), 'Tabnine');
    assert.equal(activeCompletions([extension('github.copilot', { active: false }), extension('github.copilot-chat', { builtIn: true })]), null);
  });

  it('is which side of a remote connection its logs lie on', () => {
    assert.equal(otherSide(undefined, 'linux'), null);
    assert.match(otherSide(undefined, 'win32') ?? '', /run in WSL keep theirs there/);
    assert.match(otherSide('wsl', 'linux') ?? '', /this WSL distribution.*`--home \/mnt\/c\/Users\/<you>`/);
    for (const name of ['dev-container', 'attached-container', 'codespaces']) assert.match(otherSide(name, 'linux') ?? '', /run in this container/);
    for (const name of ['ssh-remote', 'tunnel']) assert.match(otherSide(name, 'linux') ?? '', /on the remote machine/);
  });
});
