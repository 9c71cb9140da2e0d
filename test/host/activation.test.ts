import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const id = 'ai-net-value.ai-net-value';

/** The parts of package.json that are promises to VS Code. */
interface Manifest {
  readonly enabledApiProposals?: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  };
}

function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(id);
  assert.ok(found, `${id} is not installed`);
  return found;
}

describe('the extension in its host', () => {
  it('activates by itself', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const timer = setInterval(() => { if (extension().isActive) resolve(undefined); }, 50);
    await promise.finally(() => clearInterval(timer));
  });

  it('registers every command that package.json names', async () => {
    await extension().activate();
    const known = new Set(await vscode.commands.getCommands(true));
    const { commands } = (extension().packageJSON as Manifest).contributes;
    assert.ok(commands.length > 0);
    assert.deepEqual(commands.map(({ command }) => command).filter((command) => !known.has(command)), []);
  });

  it('brings its two views', () => {
    const { views } = (extension().packageJSON as Manifest).contributes;
    assert.deepEqual((views['aiNetValue'] ?? []).map((view) => view.id).toSorted(), ['aiNetValue.evidence', 'aiNetValue.summary']);
  });

  it('asks for no proposed API', () => {
    assert.deepEqual((extension().packageJSON as Manifest).enabledApiProposals ?? [], []);
  });

  it('can load the SQLite of its Node', async () => {
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(':memory:');
    assert.deepEqual({ ...database.prepare('SELECT 1 AS one').get() }, { one: 1 });
    database.close();
  });
});
