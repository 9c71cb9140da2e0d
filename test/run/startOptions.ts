import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { HumanError } from '../../src/model/humanError.ts';
import type { Theme } from '../workbench/vscodeVersions.ts';

export const usage = `npm start -- [OPTION…] [REPO]   opens the extension on REPO, or on a demo project made for it
  --check FILE.png          loads it once without a window, waits for the filled side bar, writes a picture, ends
  --theme light|dark|hc     colour theme
  --width PIXELS            width of the side bar in the picture (with --check)
  --web                     the VS Code from npm in the browser, although there is one on the desktop`;

export interface StartOptions {
  /** Absolute path; undefined: the demo project. */
  readonly repository?: string;
  /** Absolute path of the picture to write. */
  readonly check?: string;
  readonly theme: Theme;
  readonly width?: number;
  readonly web: boolean;
}

const themes: readonly string[] = ['light', 'dark', 'hc'] satisfies Theme[];

/** Reads the command line of `npm start`; paths are relative to `folder`. */
export function startOptions(args: readonly string[], folder: string): StartOptions {
  const { values, positionals } = parsed(args);
  const theme = values.theme ?? 'dark';
  if (!themes.includes(theme)) throw new HumanError(`There is no theme ${theme}: choose light, dark or hc.\n${usage}`);
  const width = values.width === undefined ? undefined : Number(values.width);
  if (width !== undefined && !(width >= 170 && width <= 1000)) throw new HumanError(`--width takes pixels from 170 to 1000, not ${values.width}.`);
  if (width !== undefined && values.check === undefined) throw new HumanError('--width goes with --check FILE.png.');
  if (positionals.length > 1) throw new HumanError(`One REPO, not ${positionals.length}.\n${usage}`);
  const repository = positionals[0] === undefined ? undefined : existingFolder(resolve(folder, positionals[0]));
  return {
    theme: theme as Theme,
    web: values.web === true,
    ...(repository === undefined ? {} : { repository }),
    ...(values.check === undefined ? {} : { check: resolve(folder, values.check) }),
    ...(width === undefined ? {} : { width }),
  };
}

function parsed(args: readonly string[]): { values: { check?: string; theme?: string; width?: string; web?: boolean }; positionals: string[] } {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { check: { type: 'string' }, theme: { type: 'string' }, width: { type: 'string' }, web: { type: 'boolean' } },
    });
  } catch (error) {
    throw new HumanError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function existingFolder(path: string): string {
  if (existsSync(path) && statSync(path).isDirectory()) return path;
  throw new HumanError(`There is no folder ${path}: name a repository, or none for the demo project.`);
}
