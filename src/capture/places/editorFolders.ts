import { join } from 'node:path';
import { entriesOf } from './folders.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** VS Code and the editors made from it, by the folder their settings lie in. */
const products = ['Code', 'Code - Insiders', 'Code - Exploration', 'Code - OSS', 'VSCodium', 'Cursor', 'Windsurf'];
/** Where their servers keep data on the far side of a remote connection. */
const servers = ['.vscode-server', '.vscode-server-insiders', '.vscodium-server', '.cursor-server', '.windsurf-server'];

/**
 * The `User` folders of editors below a home folder that are there:
 *
 *   Linux     ~/.config/<product>/User                          servers   ~/.vscode-server/data/User
 *   macOS     ~/Library/Application Support/<product>/User      portable  $VSCODE_PORTABLE/user-data/User
 *   Windows   %APPDATA%\<product>\User
 *
 * All forms are looked for everywhere: a home may be another system's, seen through a mount.
 */
export async function editorFolders(home: string, env: Environment): Promise<string[]> {
  const bases = [env['APPDATA'], env['XDG_CONFIG_HOME'], join(home, '.config'), join(home, 'Library', 'Application Support'), join(home, 'AppData', 'Roaming')];
  const folders = new Set<string>();
  for (const base of new Set(bases)) {
    if (base === undefined || base === '') continue;
    const present = new Set(((await entriesOf(base)) ?? []).map(({ name }) => name));
    for (const product of products) if (present.has(product)) folders.add(join(base, product, 'User'));
  }
  const present = new Set(((await entriesOf(home)) ?? []).map(({ name }) => name));
  for (const server of servers) if (present.has(server)) folders.add(join(home, server, 'data', 'User'));
  for (const [name, below] of [['VSCODE_PORTABLE', ['user-data', 'User']], ['VSCODE_AGENT_FOLDER', ['data', 'User']]] as const) {
    const base = env[name];
    if (base !== undefined && base !== '') folders.add(join(base, ...below));
  }
  return [...folders];
}
