import { join } from 'node:path';
import { HumanError } from '../../src/model/humanError.ts';
import { installVsCode } from '../workbench/install.ts';
import { type Server, startServer } from '../workbench/server.ts';
import { themeSettings } from '../workbench/settings.ts';
import { newest } from '../workbench/vscodeVersions.ts';
import { command } from './command.ts';
import type { Opened } from './opened.ts';

/** Starts the VS Code from npm with the extension packaged from this source. */
export async function startOpened({ root, env, theme, print }: Opened): Promise<Server> {
  const install = await installVsCode(newest, print);
  print('Building the extension …');
  const packaged = await command(root, process.execPath, ['test/run/package.ts']);
  if (packaged.code !== 0) throw new HumanError(`The extension could not be packaged:\n${packaged.output}`);
  return await startServer({ install, env, vsix: [join(root, 'dist/ai-net-value.vsix')], settings: themeSettings(newest, theme) });
}
