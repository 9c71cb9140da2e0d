import { createHash } from 'node:crypto';

/** One request's edits of one file have this id wherever they are read: from the conversation or from its editing state. */
export function editId(request: string, file: string): string {
  return `${request}/${createHash('sha256').update(file).digest('hex').slice(0, 12)}`;
}
