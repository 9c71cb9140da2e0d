import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { HumanError } from '../model/humanError.ts';
import type { CommandContext } from './command.ts';

/** Only the person may read what a person exported. */
const mode = 0o600;

/** Writes a file that the person named, or to the output for `-`. @returns its absolute path, or null for the output */
export async function writeOut(context: CommandContext, name: string, text: string): Promise<string | null> {
  if (name === '-') {
    await context.terminal.out(text);
    return null;
  }
  const file = resolve(context.folder, name);
  await withRemedy(file, () => writeFile(file, text, { mode }));
  return file;
}

/** The same for lines that are made while they are written. */
export async function writeLines(context: CommandContext, name: string, lines: AsyncIterable<string>): Promise<string | null> {
  if (name === '-') {
    for await (const line of lines) await context.terminal.out(`${line}\n`);
    return null;
  }
  const file = resolve(context.folder, name);
  await withRemedy(file, () => pipeline(Readable.from(endLines(lines)), createWriteStream(file, { mode })));
  return file;
}

async function* endLines(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

const remedies: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist; create it, or name another file',
  EACCES: 'it may not be written there; name another file',
  EPERM: 'it may not be written there; name another file',
  EROFS: 'the disk is read-only; name a file on another one',
  EISDIR: 'it is a folder; name a file in it',
  ENOTDIR: 'a part of its path is no folder; name another file',
  ENOSPC: 'the disk is full; make room, or name a file on another one',
};

async function withRemedy(file: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const remedy = error instanceof Error && 'code' in error ? remedies[String(error.code)] : undefined;
    if (remedy === undefined) throw error;
    throw new HumanError(`${file} could not be written: ${remedy}.`);
  }
}
