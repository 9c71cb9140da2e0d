import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { asName, asObject, parseJson } from '../../json.ts';
import type { Json } from '../../json.ts';
import { uriPath } from '../../places/fileUri.ts';
import { readChat } from './chatFile.ts';

/** The folder that a workspace's storage is for; null for several folders at once, and for windows without any. */
export async function folderOfWorkspace(storage: string): Promise<string | null> {
  const text = await textOrNull(join(storage, 'workspace.json'));
  const folder = asName(asObject(parseJson(text ?? ''))?.['folder']);
  return folder === null ? null : uriPath(folder);
}

/** The editing state that belongs to a conversation's file. */
export async function editingStateOf(chatFile: string): Promise<Json | null> {
  const text = await textOrNull(join(dirname(dirname(chatFile)), 'chatEditingSessions', sessionOf(chatFile), 'state.json'));
  return asObject(parseJson(text ?? ''));
}

/** The conversation that belongs to an editing state. */
export async function chatOf(stateFile: string): Promise<Json | null> {
  const folder = dirname(stateFile);
  const base = join(dirname(dirname(folder)), 'chatSessions', basename(folder));
  for (const form of ['.jsonl', '.json']) {
    const text = await textOrNull(`${base}${form}`);
    if (text !== null) return readChat(text, form === '.jsonl').chat;
  }
  return null;
}

/** The session that a conversation's file is named after. */
export function sessionOf(chatFile: string): string {
  return basename(chatFile).replace(/\.jsonl?$/, '');
}

/** Null when it is not there or may not be read: it only adds to another file, which is reported by itself. */
export async function textOrNull(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
